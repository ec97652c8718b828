using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>Good payloads of all three messages, with every claim that the tool looks at.</summary>
internal static class LaunchPayloads
{
    private const string Core = "https://purl.imsglobal.org/spec/lti/claim/";
    private const string Link = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    /// <summary>The form that begins a login.</summary>
    public static Dictionary<string, string> Login(HostilePlatform lms, string toolUrl, string hint) => new()
    {
        ["iss"] = lms.Issuer,
        ["target_link_uri"] = toolUrl + "/lti/launch",
        ["login_hint"] = hint,
        ["lti_message_hint"] = "m",
        ["client_id"] = HostilePlatform.ClientId,
        ["lti_deployment_id"] = HostilePlatform.Deployment,
    };

    /// <summary>A payload with <c>{nonce}</c> in the nonce's place.</summary>
    public static string Of(HostilePlatform lms, string toolUrl, string subject, string role, string message = "LtiResourceLinkRequest")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["nonce"] = "{nonce}",
            ["iat"] = now,
            ["exp"] = now + 3600,
            ["nbf"] = now,
            ["iss"] = lms.Issuer,
            ["aud"] = HostilePlatform.ClientId,
            ["azp"] = HostilePlatform.ClientId,
            ["sub"] = subject,
            ["given_name"] = "Ann",
            ["family_name"] = "Example",
            ["name"] = "Ann Example",
            ["email"] = "ann@school.example",
            ["picture"] = "https://school.example/ann.png",
            ["locale"] = "en",
            [Core + "deployment_id"] = HostilePlatform.Deployment,
            [Core + "target_link_uri"] = toolUrl + "/lti/launch",
            [Core + "message_type"] = message,
            [Core + "version"] = "1.3.0",
            [Core + "roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role),
            [Core + "role_scope_mentor"] = new JsonArray("7", "8"),
            [Core + "context"] = new JsonObject { ["id"] = "9", ["label"] = "LRT1", ["title"] = "Leading", ["type"] = new JsonArray("CourseSection") },
            [Core + "resource_link"] = new JsonObject { ["id"] = "52", ["title"] = "Practise", ["description"] = "Read." },
            [Core + "launch_presentation"] = new JsonObject { ["locale"] = "en", ["document_target"] = "iframe", ["return_url"] = lms.Issuer + "/return?course=9" },
            [Core + "tool_platform"] = new JsonObject { ["product_family_code"] = "hostile", ["guid"] = "fuzz", ["name"] = "School" },
            [Core + "custom"] = new JsonObject
            {
                ["person_timezone"] = "Europe/Berlin", ["message_locale"] = "de", ["context_history"] = "4,2", ["link_due_at"] = "2026-12-01T00:00:00Z",
                ["canvas_api_domain"] = "school.example", ["content_id"] = "00000000-0000-0000-0000-000000000001",
            },
            [Core + "for_user"] = new JsonObject { ["user_id"] = "7", ["name"] = "Bob" },
            ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new JsonObject
            {
                ["scope"] = new JsonArray([.. LtiScopes.All.Where(scope => scope is not (LtiScopes.Roster or LtiScopes.LineItemReadOnly)).Select(scope => JsonValue.Create(scope))]),
                ["lineitems"] = lms.Issuer + "/9/lineitems?type_id=1",
                ["lineitem"] = lms.Issuer + "/9/lineitems/61/lineitem?type_id=1",
            },
            ["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new JsonObject
            {
                ["context_memberships_url"] = lms.Issuer + "/9/memberships", ["service_versions"] = new JsonArray("2.0"),
            },
            [Link + "deep_linking_settings"] = new JsonObject
            {
                ["deep_link_return_url"] = lms.Issuer + "/chosen", ["accept_types"] = new JsonArray("ltiResourceLink"),
                ["accept_presentation_document_targets"] = new JsonArray("iframe"), ["accept_multiple"] = true, ["accept_lineitem"] = true, ["data"] = "d",
            },
        };
        return claims.ToJsonString();
    }
}
