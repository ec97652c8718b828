namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>
/// Times of storing for one writer, and how far a reader can trust that it sees everything (<c>X-Experience-API-Consistent-Through</c>,
/// 2.1.3 of 1.0.3). Times never run backwards, not even when the computer's clock does.
/// </summary>
/// <param name="last">When the newest statement was stored.</param>
internal sealed class StoreClock(DateTimeOffset last)
{
    private readonly Lock gate = new();
    private DateTimeOffset latest = last;
    private bool isWriting;

    /// <summary>A group begins: its time of storing, to the millisecond, not before any that was given out or vouched for.</summary>
    public DateTimeOffset Begin(DateTimeOffset now)
    {
        lock (gate)
        {
            isWriting = true;
            return latest = Later(latest, now);
        }
    }

    /// <summary>The group can be read, or was undone.</summary>
    public void End()
    {
        lock (gate)
        {
            isWriting = false;
        }
    }

    /// <summary>Everything stored before this moment can be read. What is stored from now on is stored at it or after.</summary>
    public DateTimeOffset ConsistentThrough(DateTimeOffset now)
    {
        lock (gate)
        {
            return isWriting ? latest : latest = Later(latest, now);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset latest, DateTimeOffset now)
    {
        var whole = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return whole > latest ? whole : latest;
    }
}
