namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A word about what was just done, carried to the next page in its address: the frame has no cookie to carry it in. Only known words are shown.</summary>
public static class FlashMessage
{
    /// <summary>Name of the query parameter.</summary>
    public const string Parameter = "done";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["started"] = "Good that you are here. One step at a time.",
        ["invited"] = "The invitation is out.",
        ["withdrawn"] = "The invitation is taken back.",
        ["accepted"] = "You are now the learning buddy. Thank you!",
        ["declined"] = "Thank you for answering. Nobody is blamed.",
        ["left"] = "The pairing has ended. Nothing that was done is lost.",
        ["sent"] = "Sent. The facilitator reads it next.",
        ["kept"] = "Kept as a draft. Only you can see it.",
        ["attested"] = "Thank you. The learner and the facilitator see that you were there.",
        ["confirmed"] = "Confirmed. The score is on its way to the gradebook.",
        ["returned"] = "Returned with your comment.",
        ["snoozed"] = "It comes back tomorrow.",
        ["dismissed"] = "Waved away.",
        ["setup"] = "The set-up is saved.",
        ["again"] = "It is on its way again.",
        ["keep"] = "The mark in the LMS stays as it is.",
        ["filed"] = "The file is added.",
        ["unfiled"] = "The file is taken out.",
    };

    /// <summary>The words to show on this page, or null.</summary>
    public static string? Of(HttpRequest request) => Words.GetValueOrDefault(request.Query[Parameter].ToString());

    /// <summary>All words, for the test that every one is translated.</summary>
    public static IEnumerable<string> All => Words.Values;
}
