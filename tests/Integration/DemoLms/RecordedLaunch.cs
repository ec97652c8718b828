extern alias demolms;

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Launches of the rebuilt Moodle, made comparable with recorded ones.</summary>
internal static partial class RecordedLaunch
{
    public static JsonObject Claims(DemoLmsHost lms, Person person, Course course, Activity? activity, Person? forUser = null, string target = "iframe")
    {
        var kind = (activity, forUser) switch
        {
            (null, _) => LaunchKind.DeepLinking,
            (_, null) => LaunchKind.ResourceLink,
            _ => LaunchKind.SubmissionReview,
        };
        var launch = new PreparedLaunch(lms.Moodle, kind, person, course, activity, forUser, target);
        return DemoLmsHost.Payload(lms.IdTokens.Issue(launch, "nonce-1"));
    }

    /// <summary>Takes out what differs between any two launches or two installations; moment and nonce are the recorded ones.</summary>
    public static JsonObject Comparable(JsonObject claims, DemoLmsHost lms)
    {
        var text = claims.ToJsonString().Replace(lms.Recordings.Site, lms.BaseUrl + "/moodle", StringComparison.Ordinal);
        var comparable = JsonNode.Parse(SessionKey().Replace(text, "sesskey=x"))!.AsObject();
        (comparable["https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome"] as JsonObject)?.Remove("lis_result_sourcedid");
        var installation = comparable[Lti.Claim + "tool_platform"]!.AsObject();
        foreach (var name in new[] { "guid", "name", "description" })
            installation.Remove(name);
        if (comparable[Lti.Claim + "custom"] is JsonObject custom)
        {
            // The demo has no groups.
            custom.Remove("groupids");
            custom.Remove("groupIds");
        }

        return comparable;
    }

    [GeneratedRegex("sesskey=[A-Za-z0-9]+")]
    private static partial Regex SessionKey();
}
