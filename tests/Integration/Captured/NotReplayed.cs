namespace LearningBuddy.Tests.Integration.Captured;

/// <summary>Recordings that one side can't replay, each with the reason. The other side replays it, or it is no traffic at all.</summary>
internal static class NotReplayed
{
    /// <summary>Files, or folders with a slash at the end, that are nothing the tool meets.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByTheTool = new Dictionary<string, string>
    {
        ["gradebook/"] = "what a teacher sees in Moodle; nothing of it reaches the tool",
        ["ags/lineitem-delete"] = "the tool never deletes a column",
        ["ags/lineitem-delete-of-link"] = "the tool never deletes a column",
        ["auth-endpoint/error-no-message-hint"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-no-nonce"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-redirect-uri"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-redirect-uri-extra-query"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-replay"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-response-type"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/error-scope"] = "ends on Moodle's own page; nothing reaches the tool",
        ["auth-endpoint/no-prompt"] = "its token was not recorded; the tool always sends a prompt",
        ["nrps/accept-v1"] = "the old form of the roster, for which the tool never asks",
        ["deep-linking/deeplink-array-custom"] = "an item such as the tool can't make: its custom values are texts",
        ["deep-linking/deeplink-nested-custom"] = "an item such as the tool can't make: its custom values are texts",
        ["deep-linking/deeplink-empty"] = "what Moodle made of another tool's item",
        ["deep-linking/deeplink-error"] = "what Moodle made of another tool's item",
        ["deep-linking/deeplink-foreign-url"] = "what Moodle made of another tool's item",
        ["deep-linking/deeplink-minimal"] = "what Moodle made of another tool's item",
        ["deep-linking/deeplink-multiple"] = "what Moodle made of another tool's item",
        ["deep-linking/deeplink-window"] = "what Moodle made of another tool's item",
    };

    /// <summary>Files that the demo LMS can't answer as recorded.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByTheDemoLms = new Dictionary<string, string>
    {
        ["ags/score-error-nonascii-body"] = "raw UTF-8 in a reason phrase, which Kestrel can't write",
        ["launch/student.browser"] = "what a browser saw, beside the traffic",
        ["launch/window-container.browser"] = "what a browser saw, beside the traffic",
        ["deep-linking/deeplink.browser"] = "what a browser saw, beside the traffic",
        ["openid-configuration"] = "the body of registration/openid-configuration-exchange, which is replayed",
        ["jwks"] = "the body of registration/jwks-exchange, which is replayed",
        ["browser-cookies"] = "what a browser did with the cookies of a tool",
    };
}
