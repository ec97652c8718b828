using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>
/// Moodle's authorization endpoint. Some mistakes are told to the tool, most end on a page of Moodle's own,
/// and a launch id works once.
/// </summary>
internal static class MoodleAuthorization
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/moodle/mod/lti/auth.php", (HttpRequest request, DemoWorld world, LaunchDesk desk, IdTokens tokens) =>
            Answer(request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()), world, desk, tokens));
        routes.MapPost("/moodle/mod/lti/auth.php", async (HttpRequest request, DemoWorld world, LaunchDesk desk, IdTokens tokens) =>
            Answer((await request.ReadFormAsync()).ToDictionary(q => q.Key, q => q.Value.ToString()), world, desk, tokens));
    }

    private static IResult Answer(Dictionary<string, string> request, DemoWorld world, LaunchDesk desk, IdTokens tokens)
    {
        string Get(string name) => request.GetValueOrDefault(name, "");
        if (Get("scope") != "openid" || Get("response_type") != "id_token" || Get("nonce").Length == 0)
            return InvalidRequest();
        if (desk.Find(Get("lti_message_hint")) is not { } launch || launch.School.Platform.Path != "/moodle")
            return InvalidRequest();

        IResult Refuse(string error, string? description = null)
        {
            var fields = new Dictionary<string, string> { ["error"] = error };
            if (description is not null)
                fields["error_description"] = description;
            if (request.TryGetValue("state", out var state))
                fields["state"] = state;
            return FormPost.To(Get("redirect_uri"), fields);
        }

        if (world.FindByClientId("/moodle", Get("client_id"))?.Tool is not { } tool)
            return Refuse("unauthorized_client");
        if (!tool.RedirectUris.Contains(Get("redirect_uri"), StringComparer.Ordinal))
            return InvalidRequest();
        if (Get("response_mode") != "form_post")
            return Refuse("invalid_request", "Invalid response_mode");
        if (request.TryGetValue("prompt", out var prompt) && prompt != "none")
            return Refuse("invalid_request", "Invalid prompt");
        if (Get("login_hint") != launch.Person.Sub)
            return Refuse("access_denied");
        return desk.Take(Get("lti_message_hint"))
            ? FormPost.To(Get("redirect_uri"), new Dictionary<string, string>
            {
                ["id_token"] = tokens.Issue(launch, Get("nonce")),
                ["state"] = Get("state"),
            })
            : InvalidRequest();
    }

    private static IResult InvalidRequest() => Pages.ErrorPage.Show("Invalid request", "More information about this error", 404);
}
