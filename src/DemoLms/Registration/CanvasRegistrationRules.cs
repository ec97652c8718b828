using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>What Canvas finds wrong with a registration request.</summary>
internal static class CanvasRegistrationRules
{
    private const string Prefix = "https://canvas.instructure.com/lti/";

    private static readonly string[] RequiredTexts = ["initiate_login_uri", "client_name", "jwks_uri"];

    private static readonly HashSet<string> DeepLinkingPlacements = new(StringComparer.Ordinal)
    {
        "assignment_selection", "collaboration", "conference_selection", "course_assignments_menu", "editor_button",
        "homework_submission", "link_selection", "migration_selection", "module_index_menu_modal", "module_menu_modal",
        "resource_selection", "submission_type_selection", "ContentArea", "RichTextEditor",
    };

    private static readonly HashSet<string> LaunchPlacements = new(StringComparer.Ordinal)
    {
        "account_navigation", "assignment_edit", "assignment_menu", "assignment_selection", "assignment_view", "course_home_sub_navigation",
        "course_navigation", "course_settings_sub_navigation", "global_navigation", "link_selection", "module_menu", "post_grades",
        "student_context_card", "tool_configuration", "user_navigation", "ContentArea", "RichTextEditor",
    };

    private static readonly HashSet<string> ScopesSupported = [.. PlatformConfigurations.CanvasScopes];

    public static IEnumerable<string> Problems(ToolRequest asked)
    {
        if (asked.Text("application_type") is { } type && type != "web")
            yield return "application_type must be web";
        if (!asked.Texts("response_types").Contains("id_token"))
            yield return "response_types must include id_token";
        var grants = asked.Texts("grant_types");
        if (!grants.Contains("client_credentials") || !grants.Contains("implicit"))
            yield return "grant_types must include client_credentials and implicit";
        foreach (var name in RequiredTexts.Where(n => string.IsNullOrEmpty(asked.Text(n))))
            yield return $"{name} is missing";
        if (asked.Texts("redirect_uris").Count == 0)
            yield return "redirect_uris must not be empty";
        if (asked.Text("token_endpoint_auth_method") != "private_key_jwt")
            yield return "token_endpoint_auth_method must be private_key_jwt";
        foreach (var scope in asked.Scopes.Where(s => !ScopesSupported.Contains(s)))
            yield return $"Unknown scope: {scope}";
        if (asked.Configuration is null)
            yield return "https://purl.imsglobal.org/spec/lti-tool-configuration is missing";
        if (string.IsNullOrEmpty(asked.ConfigurationText("domain")) || string.IsNullOrEmpty(asked.ConfigurationText("target_link_uri")))
            yield return "domain and target_link_uri are needed";
        foreach (var problem in asked.Messages.SelectMany(PlacementProblems))
            yield return problem;
    }

    private static IEnumerable<string> PlacementProblems(JsonObject message)
    {
        var type = ToolRequest.TextOf(message["type"]);
        if (type is not (LtiNames.ResourceLinkRequest or LtiNames.DeepLinkingRequest))
        {
            yield return $"Unsupported message type: {type}";
            yield break;
        }

        var allowed = type == LtiNames.DeepLinkingRequest ? DeepLinkingPlacements : LaunchPlacements;
        foreach (var placement in (message["placements"] as JsonArray ?? []).Select(ToolRequest.TextOf))
        {
            var name = placement?.StartsWith(Prefix, StringComparison.Ordinal) is true ? placement[Prefix.Length..] : placement;
            if (name is null || !allowed.Contains(name))
                yield return $"Placement {placement} doesn't take {type}";
        }
    }
}
