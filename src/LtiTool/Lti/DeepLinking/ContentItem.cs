namespace LearningBuddy.LtiTool.Lti;

/// <summary>A link that a teacher puts into a course (Deep Linking 2.0, 3.2: <c>ltiResourceLink</c>).</summary>
public sealed record ContentItem
{
    private IReadOnlyDictionary<string, string> custom = new Dictionary<string, string>();

    /// <summary>What the course calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text below the title, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Where the link leads: on this tool's own host, or some platforms do not find the tool again.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// Comes back with every launch of the link. Names hold lower-case letters, digits and underscores, since some platforms change others.
    /// </summary>
    /// <exception cref="ArgumentException">A name with other letters.</exception>
    public IReadOnlyDictionary<string, string> Custom
    {
        get => custom;
        init => custom = value.Keys.FirstOrDefault(name => !ComesBackUnchanged(name)) is { } odd
            ? throw new ArgumentException($"'{odd}' would not come back as it is.", nameof(value))
            : value;
    }

    /// <summary>The column of the grade book that belongs to the link, or null for none.</summary>
    public ContentLineItem? LineItem { get; init; }

    /// <summary>Height of a frame in pixels, a hint; null leaves it to the platform.</summary>
    public int? FrameHeight { get; init; }

    /// <summary>True to ask for a window of its own instead of a frame.</summary>
    public bool OpensWindow { get; init; }

    /// <summary>From when on it may be opened, or null.</summary>
    public DateTimeOffset? AvailableFrom { get; init; }

    /// <summary>Until when it may be opened, or null.</summary>
    public DateTimeOffset? AvailableUntil { get; init; }

    /// <summary>When work is due, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    private static bool ComesBackUnchanged(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}

/// <summary>A column to be made together with the link (Deep Linking 2.0, 3.2: <c>lineItem</c>; AGS 2.0, 3.2).</summary>
/// <param name="Label">What the grade book calls it.</param>
/// <param name="ScoreMaximum">Points, more than 0. Whole numbers up to 100 work everywhere.</param>
/// <param name="ResourceId">Our own name for what is graded; survives a copy of the course.</param>
/// <param name="Tag">Our own name for the kind of column.</param>
/// <param name="ReviewUrl">Where a teacher comes from the grade book to see the work (AGS 2.0, 4.6), or null.</param>
public sealed record ContentLineItem(string Label, double ScoreMaximum, string ResourceId, string Tag, Uri? ReviewUrl);
