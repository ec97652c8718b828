namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Stops the start where the record store's tables are of another version: nothing is guessed, nothing is lost.</summary>
internal static class StoreVersion
{
    /// <param name="found">0 where there are no tables yet.</param>
    /// <param name="known">What this version of the tool reads and writes.</param>
    /// <param name="place">Where the tables are, for whoever runs the tool.</param>
    /// <exception cref="InvalidDataException">Something else was found.</exception>
    public static void Check(int found, int known, string place)
    {
        if (found > known)
        {
            throw new InvalidDataException($"The record store has schema {found}, which this version of the tool does not know.");
        }

        if (found != 0 && found < known)
        {
            throw new InvalidDataException(
                $"The record store has schema {found}, from before the first release; this version needs {known}. "
                + $"Move {place} away, and a new store begins.");
        }
    }
}
