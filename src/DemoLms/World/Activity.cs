namespace LearningBuddy.DemoLms.World;

/// <summary>An LTI link in a course.</summary>
/// <param name="Id">The resource link id tools see.</param>
/// <param name="Number">The number in the LMS's own addresses.</param>
/// <param name="Url">Where it launches; null means the tool's own default address.</param>
/// <param name="Custom">Its own custom parameters, in the order the tool gave them.</param>
public sealed record Activity(
    string Id,
    int Number,
    string Title,
    string Text,
    string? Url,
    IReadOnlyList<KeyValuePair<string, string>> Custom)
{
    /// <summary>Always opens in a new window instead of a frame.</summary>
    public bool OpensInWindow { get; init; }

    /// <summary>Moodle 4.2: the link's own choice is a frame among the course's blocks.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>Was made with a column; stays so when the tool deletes the column.</summary>
    public bool IsGraded { get; init; }

    /// <value>The picture beside it; null when the item brought none.</value>
    public string? IconUrl { get; init; }

    public DateTimeOffset? AvailableFrom { get; init; }

    public DateTimeOffset? DueAt { get; init; }
}
