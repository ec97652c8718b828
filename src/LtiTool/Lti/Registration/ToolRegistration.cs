using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>What this tool tells a platform about itself (LTI Dynamic Registration 1.0, 3.3), cut to what the platform offers.</summary>
internal static class ToolRegistration
{
    private const string ToolMember = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /// <summary>Texts here are plain ASCII: one platform cleans them as it likes.</summary>
    public const string Name = "Learning Buddy";

    public const string Description = "From watching the course to doing it at work: practice partners, evidence, feedback.";

    /// <summary>The registration request.</summary>
    public static JsonObject Write(PlatformConfiguration platform, Uri publicUrl)
    {
        var lms = LmsCatalog.Of(platform.ProductFamilyCode);
        var root = publicUrl.AbsoluteUri.TrimEnd('/');
        var tool = new JsonObject
        {
            ["domain"] = publicUrl.Authority,
            ["description"] = Description,
            ["target_link_uri"] = root + "/lti/launch",
            ["custom_parameters"] = new JsonObject(
                CustomParameter.Registered.Concat(lms.ExtraCustomParameters).Select(
                    one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["claims"] = new JsonArray("iss", "sub", "name", "given_name", "family_name", "email"),
            ["messages"] = Messages(platform, root),
        };
        lms.ExtendRegistration(tool);
        return new JsonObject
        {
            ["application_type"] = "web",
            ["response_types"] = new JsonArray("id_token"),
            ["grant_types"] = new JsonArray("client_credentials", "implicit"),
            ["initiate_login_uri"] = root + "/lti/login",
            ["redirect_uris"] = new JsonArray(root + "/lti/launch"),
            ["client_name"] = Name,
            ["jwks_uri"] = root + "/lti/jwks",
            ["logo_uri"] = root + "/lti/logo.svg",
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["scope"] = string.Join(' ', Scopes(platform)),
            [ToolMember] = tool,
        };
    }

    /// <summary>What we need and the platform offers; a platform that says nothing is asked for everything.</summary>
    public static IReadOnlyList<string> Scopes(PlatformConfiguration platform) =>
        platform.Scopes.Count == 0 ? LtiScopes.All : [.. LtiScopes.All.Where(platform.Scopes.Contains)];

    private static JsonArray Messages(PlatformConfiguration platform, string root)
    {
        var links = new JsonObject
        {
            ["type"] = LtiClaims.ResourceLinkRequest,
            ["target_link_uri"] = root + "/lti/launch",
            ["label"] = Name,
        };
        var choice = new JsonObject
        {
            ["type"] = LtiClaims.DeepLinkingRequest,
            ["target_link_uri"] = root + "/lti/launch",
            ["label"] = Name,
            ["placements"] = new JsonArray("ContentArea"),
            ["supported_types"] = new JsonArray("ltiResourceLink"),
        };
        return new JsonArray([.. new[] { links, choice }.Where(one => IsTaken(platform, one["type"]!.GetValue<string>()))]);
    }

    private static bool IsTaken(PlatformConfiguration platform, string type) =>
        platform.Messages.Count == 0 || platform.Messages.Contains(type);
}
