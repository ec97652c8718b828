using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What somebody outside the course reads about the one thing they are asked for, in mails and on their pages: ids of texts, each with the
/// name of who asks as its argument. A purpose is a property here; what isn't here reads the same for every purpose.
/// </summary>
internal sealed record GuestTexts
{
    /// <summary>Be a learning buddy.</summary>
    public static GuestTexts Buddy { get; } = new()
    {
        Asks = "guests.asks",
        StillAsks = "guests.still-asks",
        Title = "guests.you-are-buddy",
        WhatItTakes = "guests.what-it-takes",
        WillSee = "guests.will-see",
        WontSee = "guests.wont-see",
        TooLate = "guests.too-late",
        SeeRequest = "guests.mail-see",
        OpenBody = "guests.open-body",
        WhatToDo = "guests.what-you-do",
        StopSummary = "guests.stop-summary",
        Stop = "guests.stop",
        EraseBody = "guests.erase-body",
        Kept = (texts, days, name) => texts.Count("guests.kept", days, name),
        Over = (texts, days, name) => texts.Count("guests.over-body", days, name),
    };

    /// <summary>Say what they saw of one piece of evidence.</summary>
    public static GuestTexts Witness { get; } = new()
    {
        Asks = "guests.witness-asks",
        StillAsks = "guests.witness-asks",
        Title = "guests.witness-asks",
        WhatItTakes = "guests.witness-what-it-takes",
        WillSee = "guests.witness-will-see",
        WontSee = "guests.witness-wont-see",
        TooLate = "guests.witness-too-late",
        SeeRequest = "guests.witness-mail-see",
        OpenBody = "guests.witness-open-body",
        WhatToDo = "guests.witness-what-you-do",
        StopSummary = "guests.witness-stop-summary",
        Stop = "guests.witness-stop",
        EraseBody = "guests.witness-erase-body",
        Kept = (texts, days, name) => texts.Count("guests.witness-kept", days, name),
        Over = (texts, days, name) => texts.Count("guests.witness-over-body", days, name),
    };

    /// <summary>Say how they see somebody's behaviours.</summary>
    public static GuestTexts View { get; } = new()
    {
        Asks = "guests.view-asks",
        StillAsks = "guests.view-asks",
        Title = "guests.view-asks",
        WhatItTakes = "guests.view-what-it-takes",
        WillSee = "guests.view-will-see",
        WontSee = "guests.view-wont-see",
        TooLate = "guests.witness-too-late",
        SeeRequest = "guests.witness-mail-see",
        OpenBody = "guests.view-open-body",
        WhatToDo = "guests.view-what-you-do",
        StopSummary = "guests.view-stop-summary",
        Stop = "guests.view-stop",
        EraseBody = "guests.view-erase-body",
        Kept = (texts, days, name) => texts.Count("guests.view-kept", days, name),
        Over = (texts, days, name) => texts.Count("guests.view-over-body", days, name),
    };

    /// <summary>The question, as a heading.</summary>
    public required string Asks { get; init; }

    /// <summary>The same when it is brought up again.</summary>
    public required string StillAsks { get; init; }

    /// <summary>What the guest's own page is called.</summary>
    public required string Title { get; init; }

    /// <summary>What a yes comes to.</summary>
    public required string WhatItTakes { get; init; }

    /// <summary>What the guest will see.</summary>
    public required string WillSee { get; init; }

    /// <summary>What the guest won't see.</summary>
    public required string WontSee { get; init; }

    /// <summary>Why a yes may have come to nothing.</summary>
    public required string TooLate { get; init; }

    /// <summary>The button of the mail.</summary>
    public required string SeeRequest { get; init; }

    /// <summary>What is behind the link, once it lets the guest in.</summary>
    public required string OpenBody { get; init; }

    /// <summary>What there is to do on the guest's own page.</summary>
    public required string WhatToDo { get; init; }

    /// <summary>The way out, in the guest's words.</summary>
    public required string StopSummary { get; init; }

    /// <summary>The button of the way out.</summary>
    public required string Stop { get; init; }

    /// <summary>What erasing takes with it.</summary>
    public required string EraseBody { get; init; }

    /// <summary>For how many days something about the guest is kept.</summary>
    public required Func<Localizer, int, string, LocalizedText> Kept { get; init; }

    /// <summary>That it is over, and for how many days something about the guest is kept.</summary>
    public required Func<Localizer, int, string, LocalizedText> Over { get; init; }
}
