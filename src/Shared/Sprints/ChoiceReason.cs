namespace LearningBuddy.Shared.Sprints;

/// <summary>Why a learner chose otherwise than was suggested, in their own words. Read by them and whoever facilitates.</summary>
public sealed class ChoiceReason
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 300;

    private ChoiceReason()
    {
    }

    /// <summary>A learner who says why.</summary>
    /// <param name="participationId">The participation.</param>
    public ChoiceReason(Guid participationId) => ParticipationId = participationId;

    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>Their words; empty once they took them back.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When they were written last, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Writes them.</summary>
    /// <exception cref="ArgumentException">They are too long.</exception>
    public void Write(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Text, WrittenAt) = text.Length <= Longest ? (text, now) : throw new ArgumentException("Too long.", nameof(text));
    }
}
