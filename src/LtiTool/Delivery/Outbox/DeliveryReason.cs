using System.Text.RegularExpressions;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Why something has not left, as people can act on it. The words of the other side stay beside it.</summary>
internal enum DeliveryReason
{
    /// <summary>It was not tried yet.</summary>
    NotTried,

    /// <summary>An administrator of this tool blocked the platform.</summary>
    Blocked,

    /// <summary>The activity has no column in the gradebook.</summary>
    NoColumn,

    /// <summary>The gradebook doesn't know the activity or its column.</summary>
    ActivityGone,

    /// <summary>The settings no longer name the record store.</summary>
    StoreNotNamed,

    /// <summary>The record store holds another statement with the same id.</summary>
    SameId,

    /// <summary>No answer, or a failure of the other side.</summary>
    NoAnswer,

    /// <summary>The other side asked to wait.</summary>
    Busy,

    /// <summary>The other side doesn't accept our key, or a right is missing.</summary>
    NotAllowed,

    /// <summary>Nobody can be reached at a mail address.</summary>
    AddressRefused,

    /// <summary>The mail server didn't take a mail, or the pickup folder couldn't be written to.</summary>
    MailServer,

    /// <summary>A push service didn't take a notification.</summary>
    PushService,

    /// <summary>The other side refused this one.</summary>
    Refused,
}

/// <summary>Reads reasons off what is noted with a delivery.</summary>
internal static partial class DeliveryReasons
{
    /// <summary>Noted where the activity has no column.</summary>
    public const string NoColumn = "No line item.";

    /// <summary>Noted where the gradebook doesn't know the activity.</summary>
    public const string ActivityGone = "The gradebook doesn't know this activity.";

    /// <summary>Noted where the column was deleted, and another is looked for.</summary>
    public const string ColumnGone = "The column is gone; looking for another one.";

    /// <summary>Noted where the settings changed.</summary>
    public const string StoreNotNamed = "The settings no longer name this record store.";

    /// <summary>Noted where the embedded record store holds another statement.</summary>
    public const string SameId = "Another statement has this id.";

    /// <summary>Noted where the platform dropped a score for one that it takes for a later one.</summary>
    public const string LaterScore = "The gradebook holds a later score; sent again with a later time.";

    /// <summary>Noted where the platform is busy.</summary>
    public const string Busy = "The platform asked to wait.";

    /// <summary>Begins what is noted where a mail server refuses an address for good.</summary>
    public const string AddressRefused = "Address refused:";

    /// <summary>Begins what is noted where a mail didn't leave and may be tried again.</summary>
    public const string MailServer = "Mail server:";

    /// <summary>Begins what is noted where a push service didn't take a notification.</summary>
    public const string PushService = "Push service:";

    /// <summary>The reason behind an answer; <see cref="DeliveryReason.Refused"/> where only its words tell.</summary>
    /// <param name="answer">As noted with the delivery; null before the first try.</param>
    public static DeliveryReason Of(string? answer) => answer switch
    {
        null => DeliveryReason.NotTried,
        BlockedPlatforms.Answer => DeliveryReason.Blocked,
        NoColumn => DeliveryReason.NoColumn,
        ActivityGone or ColumnGone => DeliveryReason.ActivityGone,
        StoreNotNamed => DeliveryReason.StoreNotNamed,
        SameId => DeliveryReason.SameId,
        Busy => DeliveryReason.Busy,
        _ when answer.StartsWith(AddressRefused, StringComparison.Ordinal) => DeliveryReason.AddressRefused,
        _ when answer.StartsWith(MailServer, StringComparison.Ordinal) => DeliveryReason.MailServer,
        _ when answer.StartsWith(PushService, StringComparison.Ordinal) => DeliveryReason.PushService,
        _ when answer.Contains("did not grant", StringComparison.Ordinal)
            || answer.Contains("does not have the scope", StringComparison.Ordinal) => DeliveryReason.NotAllowed,
        _ when answer.Contains("could not be reached", StringComparison.Ordinal)
            || answer.Contains("did not answer in time", StringComparison.Ordinal) => DeliveryReason.NoAnswer,
        _ => Status().Match(answer) is { Success: true } status ? OfStatus(status.Value) : DeliveryReason.Refused,
    };

    private static DeliveryReason OfStatus(string status) => status switch
    {
        "401" or "403" => DeliveryReason.NotAllowed,
        "404" or "410" => DeliveryReason.ActivityGone,
        "409" => DeliveryReason.SameId,
        "408" => DeliveryReason.NoAnswer,
        "429" => DeliveryReason.Busy,
        ['5', ..] => DeliveryReason.NoAnswer,
        _ => DeliveryReason.Refused,
    };

    /// <summary>The first number that can be an HTTP status.</summary>
    [GeneratedRegex(@"\b[45][0-9]{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
