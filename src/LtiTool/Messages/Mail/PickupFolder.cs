using LearningBuddy.LtiTool.Settings;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>The folder into which mails are put where there is no mail server.</summary>
internal static class PickupFolder
{
    /// <summary>Its path; it may not be there yet.</summary>
    public static string Of(LearningBuddyOptions options) => string.IsNullOrWhiteSpace(options.Mail.PickupDirectory)
        ? Path.Combine(options.DataDirectory, "mail")
        : options.Mail.PickupDirectory;

    /// <summary>
    /// Deletes mails that nobody took out: names, addresses and words don't lie there for ever. One that can't be deleted stays.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="before">When they were written at the latest, UTC.</param>
    /// <returns>How many were deleted.</returns>
    public static int Empty(string folder, DateTimeOffset before)
    {
        var until = before.UtcDateTime;
        return Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFiles().Count(
                file => file.Extension is ".eml" or ".part" && file.LastWriteTimeUtc < until && IsDeleted(file))
            : 0;
    }

    private static bool IsDeleted(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
