using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// <c>GET /lti/canvas.json</c>: an LTI developer key, to be pasted into Canvas or fetched by it.
/// (https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config, 2026-02)
/// </summary>
internal static class CanvasKey
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Answers with the key.</summary>
    public static Task HandleAsync(HttpContext context, Uri publicUrl)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsync(Write(publicUrl).ToJsonString(Indented), context.RequestAborted);
    }

    private static JsonObject Write(Uri publicUrl)
    {
        var root = publicUrl.AbsoluteUri.TrimEnd('/');
        var custom = CustomParameter.Registered.Concat(LmsCatalog.Of(Canvas.FamilyCode).ExtraCustomParameters);
        return new()
        {
            ["title"] = ToolRegistration.Name,
            ["description"] = ToolRegistration.Description,
            ["oidc_initiation_url"] = root + "/lti/login",
            ["target_link_uri"] = root + "/lti/launch",
            ["public_jwk_url"] = root + "/lti/jwks",
            ["scopes"] = new JsonArray([.. LtiScopes.All.Select(scope => JsonValue.Create(scope))]),
            ["custom_fields"] = new JsonObject(custom.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))),
            ["extensions"] = new JsonArray(new JsonObject
            {
                ["platform"] = "canvas.instructure.com",
                ["domain"] = publicUrl.Authority,
                ["tool_id"] = "learning-buddy",
                ["privacy_level"] = "public",
                ["settings"] = new JsonObject { ["text"] = ToolRegistration.Name, ["placements"] = Placements(root) },
            }),
        };
    }

    private static JsonArray Placements(string root) => new(
        new JsonObject
        {
            ["placement"] = "course_navigation",
            ["enabled"] = true,
            ["default"] = "disabled",
            ["visibility"] = "members",
            ["message_type"] = LtiClaims.ResourceLinkRequest,
            ["target_link_uri"] = root + "/lti/launch",
        },
        Choice(root, "assignment_selection"),
        Choice(root, "link_selection"));

    private static JsonObject Choice(string root, string placement) => new()
    {
        ["placement"] = placement,
        ["enabled"] = true,
        ["message_type"] = LtiClaims.DeepLinkingRequest,
        ["target_link_uri"] = root + "/lti/launch",
        ["selection_width"] = 900,
        ["selection_height"] = 700,
    };
}
