using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>What one of a pair wrote to the other: a success, a challenge. Read by the two alone.</summary>
public sealed class PairNote
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    private PairNote()
    {
    }

    /// <summary>Keeps a note.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="pairId">The pair.</param>
    /// <param name="authorId">Who wrote it.</param>
    /// <param name="text">What, cleaned; what is longer than <see cref="LongestText"/> is cut.</param>
    /// <param name="now">UTC.</param>
    public PairNote(Guid id, Guid pairId, Guid authorId, string text, DateTimeOffset now)
    {
        Id = id;
        PairId = pairId;
        AuthorId = authorId;
        Text = CleanText.Cut(text, LongestText);
        WrittenAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The pair.</summary>
    public Guid PairId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>What, at most <see cref="LongestText"/> characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}
