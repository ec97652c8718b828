namespace LearningBuddy.LtiTool.Messages;

/// <summary>What a mail says, in its reader's language. Both of its parts are made of it (<see cref="MailTemplate"/>).</summary>
public sealed record MailContent
{
    /// <summary>The heading: what is new, or what to do.</summary>
    public required string Title { get; init; }

    /// <summary>The line that stands beside the subject in a list of mails.</summary>
    public required string Preview { get; init; }

    /// <summary>Where it belongs, such as the journey, above the heading; or null.</summary>
    public string? Lead { get; init; }

    /// <summary>What it says, in order.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>A person's own words, or null.</summary>
    public MailQuote? Quote { get; init; }

    /// <summary>Several things, each with words and a way of its own, where one quote and one button are not enough.</summary>
    public IReadOnlyList<MailTask> Tasks { get; init; } = [];

    /// <summary>The one button, or null.</summary>
    public MailLink? Button { get; init; }

    /// <summary>A quieter way on, or null.</summary>
    public MailLink? More { get; init; }

    /// <summary>Why the reader gets it.</summary>
    public required string Reason { get; init; }

    /// <summary>The page where the reader chooses what arrives, or null.</summary>
    public Uri? Preferences { get; init; }

    /// <summary>The page that asks whether to stop such mails, or null for one that can't be stopped. Opening it changes nothing.</summary>
    public Uri? Stop { get; init; }

    /// <summary>Who stands behind it, such as name and place of the organisation; or null.</summary>
    public string? Imprint { get; init; }
}

/// <summary>A person's own words.</summary>
/// <param name="Label">Whose they are.</param>
/// <param name="Words">As written; lines stay lines.</param>
public sealed record MailQuote(string Label, string Words);

/// <summary>Something to do, with a way to where it is done.</summary>
/// <param name="Quote">What it is.</param>
/// <param name="Way">Where.</param>
public sealed record MailTask(MailQuote Quote, MailLink Way);

/// <summary>A way to a page.</summary>
/// <param name="Label">What happens there.</param>
/// <param name="Address">Opening it changes nothing.</param>
public sealed record MailLink(string Label, Uri Address);
