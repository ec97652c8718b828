using System.Collections.Frozen;
using System.Text.Json;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Turns the claims of a launch that passed every check into types. Optional claims that are missing, null or odd are left out.
/// </summary>
internal static class LaunchReader
{
    /// <summary>The launch. The claims may be forgotten afterwards.</summary>
    public static Launch Read(LaunchAttempt attempt)
    {
        var claims = attempt.Claims;
        var lms = LmsCatalog.Of(attempt.Platform);
        var custom = CustomParameters(claims);
        var roles = claims.Texts(LtiClaims.Roles);
        var context = claims.Object(LtiClaims.Context);
        var presentation = claims.Object(LtiClaims.LaunchPresentation);
        var returnUrl = presentation?.Address("return_url");
        return new Launch
        {
            Platform = attempt.Platform,
            MessageType = attempt.MessageType,
            DeploymentId = claims.Id(LtiClaims.DeploymentId)!,
            Subject = claims.Id("sub")!,
            Nonce = attempt.State.Nonce,
            NonceExpiresAt = attempt.ExpiresAt + attempt.Leeway,
            TargetLinkUri = claims.Address(LtiClaims.TargetLinkUri)!,
            Role = lms.RoleOf(roles, custom),
            SentRoles = roles,
            IsTestUser = CourseRoles.HoldsTestUser(roles),
            MentoredSubjects = claims.Ids(LtiClaims.RoleScopeMentor),
            Context = context is { } course && lms.IsCourse(course.Texts("type"))
                ? new(course.Id("id")!, course.Words("title"), course.Words("label"))
                : null,
            ResourceLink = claims.Object(LtiClaims.ResourceLink) is { } link && link.Id("id") is { } linkId
                ? new(linkId, PlainText.From(link.Words("title")), PlainText.From(link.Words("description")))
                : null,
            Names = Names(claims),
            Locale = presentation?.Words("locale") ?? claims.Words("locale") ?? custom.GetValueOrDefault(CustomParameter.Locale),
            TimeZone = CustomParameter.TimeZoneOf(custom),
            ReturnUrl = returnUrl,
            DocumentTarget = presentation?.Words("document_target"),
            Custom = custom,
            Groups = lms.GroupsParameter is { } groups ? CustomParameter.GroupsOf(claims.Object(LtiClaims.Custom)?.Text(groups)) : null,
            ContextHistory = CustomParameter.HistoryOf(claims.Object(LtiClaims.Custom)?.Text(CustomParameter.ContextHistory)),
            Grades = Grades(claims),
            MembershipsUrl = claims.Object(LtiClaims.Roster)?.Address("context_memberships_url"),
            DeepLinking = attempt.MessageType == LtiMessageType.DeepLinking ? DeepLinking(claims) : null,
            ForSubject = attempt.MessageType == LtiMessageType.SubmissionReview ? claims.Object(LtiClaims.ForUser)?.Id("user_id") : null,
            FrameAncestors = lms.FrameOrigins(attempt.Platform, custom, returnUrl),
            FrameMessages = lms.FrameMessages(custom),
        };
    }

    private static LtiPersonNames Names(JsonElement claims) => new(
        claims.Words("name"), claims.Words("given_name"), claims.Words("family_name"), claims.Words("email"), claims.Address("picture"));

    private static AgsEndpoint? Grades(JsonElement claims) => claims.Object(LtiClaims.Grades) is { } endpoint
        ? new(endpoint.Texts("scope"), endpoint.Address("lineitems"), endpoint.Address("lineitem"))
        : null;

    private static DeepLinkingSettings DeepLinking(JsonElement claims)
    {
        var settings = claims.Object(LtiClaims.DeepLinkingSettings)!.Value;
        return new(
            settings.Address("deep_link_return_url")!,
            settings.Texts("accept_types"),
            settings.Flag("accept_multiple") ?? false,
            settings.Flag("accept_lineitem"),
            settings.Text("data"));
    }

    private static IReadOnlyDictionary<string, string> CustomParameters(JsonElement claims)
    {
        if (claims.Object(LtiClaims.Custom) is not { } custom)
        {
            return FrozenDictionary<string, string>.Empty;
        }

        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in custom.EnumerateObject())
        {
            // A name of which a part couldn't be read names nothing.
            if (!parameter.Name.Contains('\uFFFD', StringComparison.Ordinal) && CustomParameter.ValueOf(parameter.Value) is { } value)
            {
                known[parameter.Name] = value;
            }
        }

        return known;
    }
}
