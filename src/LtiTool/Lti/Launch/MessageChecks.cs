using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Is it a message of LTI 1.3 that this tool takes, with everything that its kind needs (LTI 1.3 Core, 5.3)?</summary>
internal static class MessageChecks
{
    /// <summary>Exactly <c>1.3.0</c>.</summary>
    public static LaunchProblem? VersionIsSupported(LaunchAttempt attempt) =>
        attempt.Claims.Text(LtiClaims.Version) == LtiClaims.Version13
            ? null
            : new(LaunchRefusal.VersionWrong, "version is missing or not 1.3.0");

    /// <summary><c>message_type</c> is there.</summary>
    public static LaunchProblem? MessageTypeIsNamed(LaunchAttempt attempt) =>
        attempt.Claims.Text(LtiClaims.MessageType) is { Length: > 0 }
            ? null
            : new(LaunchRefusal.MessageTypeMissing, "message_type is missing");

    /// <summary>Resource link, deep linking or submission review.</summary>
    public static LaunchProblem? MessageTypeIsSupported(LaunchAttempt attempt)
    {
        LtiMessageType? type = attempt.Claims.Text(LtiClaims.MessageType) switch
        {
            LtiClaims.ResourceLinkRequest => LtiMessageType.ResourceLink,
            LtiClaims.DeepLinkingRequest => LtiMessageType.DeepLinking,
            LtiClaims.SubmissionReviewRequest => LtiMessageType.SubmissionReview,
            _ => null,
        };
        attempt.MessageType = type ?? default;
        return type is null ? new(LaunchRefusal.MessageTypeUnsupported, "message_type is one that this tool does not take") : null;
    }

    /// <summary><c>deployment_id</c> is there; whether it is known is for the launch's own transaction to see.</summary>
    public static LaunchProblem? DeploymentIsNamed(LaunchAttempt attempt) =>
        attempt.Claims.Id(LtiClaims.DeploymentId) is not null
            ? null
            : new(LaunchRefusal.DeploymentMissing, "deployment_id is missing");

    /// <summary><c>sub</c> is there: without it nobody could find their work again, so anonymous launches are not taken.</summary>
    public static LaunchProblem? SubjectIsNamed(LaunchAttempt attempt) =>
        attempt.Claims.Id("sub") is not null
            ? null
            : new(LaunchRefusal.SubjectMissing, $"sub is {attempt.Claims.Kind("sub")}, a text is expected");

    /// <summary>Identifiers have at most 255 characters (LTI 1.3 Core, 5.3).</summary>
    public static LaunchProblem? IdentifiersAreNotTooLong(LaunchAttempt attempt)
    {
        var claims = attempt.Claims;
        var tooLong =
            claims.Id("sub")!.Length > JsonClaims.LongestId ? "sub"
            : claims.Id(LtiClaims.DeploymentId)!.Length > JsonClaims.LongestId ? "deployment_id"
            : claims.Object(LtiClaims.Context)?.Id("id")?.Length > JsonClaims.LongestId ? "context.id"
            : claims.Object(LtiClaims.ResourceLink)?.Id("id")?.Length > JsonClaims.LongestId ? "resource_link.id"
            : null;
        return tooLong is null ? null : new(LaunchRefusal.IdentifierTooLong, $"{tooLong} has more than {JsonClaims.LongestId} characters");
    }

    /// <summary><c>roles</c> is a list of texts; it may be empty or hold roles that nobody knows.</summary>
    public static LaunchProblem? RolesAreAList(LaunchAttempt attempt)
    {
        if (!attempt.Claims.TryGetProperty(LtiClaims.Roles, out var roles) || roles.ValueKind != JsonValueKind.Array)
        {
            return new(LaunchRefusal.RolesMissing, "roles is missing or not a list");
        }

        foreach (var role in roles.EnumerateArray())
        {
            if (role.ValueKind != JsonValueKind.String)
            {
                return new(LaunchRefusal.RolesMissing, "roles holds something that is not a text");
            }
        }

        return null;
    }

    /// <summary><c>target_link_uri</c> is an absolute web address.</summary>
    public static LaunchProblem? TargetIsAnAddress(LaunchAttempt attempt) =>
        WebAddress.OriginOf(attempt.Claims.Text(LtiClaims.TargetLinkUri)) is not null
            ? null
            : new(LaunchRefusal.TargetMissing, "target_link_uri is missing or not an address");

    /// <summary>The signed target is the one that the login asked for (1EdTech Security Framework 1.0, 5.1.1.1).</summary>
    public static LaunchProblem? TargetIsTheLogins(LaunchAttempt attempt) =>
        attempt.State.AskedFor(attempt.Claims.Text(LtiClaims.TargetLinkUri)!)
            ? null
            : new(LaunchRefusal.TargetChanged, "target_link_uri differs from the login's");

    /// <summary>Nobody is sent to another host.</summary>
    public static LaunchProblem? TargetIsOurs(LaunchAttempt attempt) =>
        WebAddress.OriginOf(attempt.Claims.Text(LtiClaims.TargetLinkUri)) == WebAddress.OriginOf(attempt.Tools.Options.PublicUrl)
            ? null
            : new(LaunchRefusal.TargetForeign, "target_link_uri is not on this tool's host");

    /// <summary>A course, where there is one, has an id.</summary>
    public static LaunchProblem? ContextIsNamed(LaunchAttempt attempt) =>
        !attempt.Claims.Has(LtiClaims.Context) || attempt.Claims.Object(LtiClaims.Context)?.Id("id") is not null
            ? null
            : new(LaunchRefusal.ContextMalformed, "context has no id");

    /// <summary>A link, and a review of work on a link, names the link.</summary>
    public static LaunchProblem? ResourceLinkIsNamed(LaunchAttempt attempt) =>
        attempt.MessageType == LtiMessageType.DeepLinking || attempt.Claims.Object(LtiClaims.ResourceLink)?.Id("id") is not null
            ? null
            : new(LaunchRefusal.ResourceLinkMissing, "resource_link has no id");

    /// <summary>A deep linking request says where the choice goes and which types are taken (Deep Linking 2.0, 4.4.1).</summary>
    public static LaunchProblem? DeepLinkingCanBeAnswered(LaunchAttempt attempt)
    {
        if (attempt.MessageType != LtiMessageType.DeepLinking)
        {
            return null;
        }

        var settings = attempt.Claims.Object(LtiClaims.DeepLinkingSettings);
        return WebAddress.OriginOf(settings?.Text("deep_link_return_url")) is null
            ? new(LaunchRefusal.DeepLinkingMalformed, "deep_link_return_url is missing or not an address")
            : settings!.Value.TryGetProperty("accept_types", out var types) && types.ValueKind == JsonValueKind.Array
                ? DataCanComeBack(settings.Value)
                : new(LaunchRefusal.DeepLinkingMalformed, "accept_types is missing or not a list");
    }

    /// <summary><c>data</c> must come back as it was (Deep Linking 2.0, 4.5), and only a text can.</summary>
    private static LaunchProblem? DataCanComeBack(JsonElement settings) =>
        !settings.Has("data") || settings.Text("data") is not null
            ? null
            : new(LaunchRefusal.DeepLinkingMalformed, $"data is {settings.Kind("data")}, a text is expected");

    /// <summary>A submission review says whose work, and in which column (AGS 2.0, 4.6).</summary>
    public static LaunchProblem? ReviewIsComplete(LaunchAttempt attempt)
    {
        if (attempt.MessageType != LtiMessageType.SubmissionReview)
        {
            return null;
        }

        return attempt.Claims.Object(LtiClaims.ForUser)?.Id("user_id") is null
            ? new(LaunchRefusal.ReviewMalformed, "for_user has no user_id")
            : attempt.Claims.Object(LtiClaims.Grades)?.Text("lineitem") is not { Length: > 0 }
                ? new(LaunchRefusal.ReviewMalformed, "endpoint has no lineitem")
                : null;
    }
}
