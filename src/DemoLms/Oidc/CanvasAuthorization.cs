using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>Canvas's authorization endpoint, one for all schools. Redirect addresses are compared without their query.</summary>
internal static class CanvasAuthorization
{
    private static readonly string[] Required =
        ["scope", "response_type", "response_mode", "prompt", "client_id", "redirect_uri", "login_hint", "lti_message_hint", "nonce"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/canvas/api/lti/authorize_redirect", (HttpRequest request, DemoWorld world, LaunchDesk desk, IdTokens tokens) =>
            Answer(request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()), world, desk, tokens));
        routes.MapPost(
            "/canvas/api/lti/authorize_redirect",
            async (HttpRequest request, DemoWorld world, LaunchDesk desk, IdTokens tokens) =>
                Answer((await request.ReadFormAsync()).ToDictionary(q => q.Key, q => q.Value.ToString()), world, desk, tokens));
    }

    private static IResult Answer(Dictionary<string, string> request, DemoWorld world, LaunchDesk desk, IdTokens tokens)
    {
        string Get(string name) => request.GetValueOrDefault(name, "");
        if (world.FindByClientId("/canvas", Get("client_id"))?.Tool is not { } tool)
            return Pages.ErrorPage.Show("Unknown client", "This tool isn't known here.", 401);
        if (!tool.RedirectUris.Any(uri => SameWithoutQuery(uri, Get("redirect_uri"))))
            return Pages.ErrorPage.Show("Invalid redirect_uri", "The address isn't one of the tool's.", 400);

        IResult Refuse(string error, string description) => FormPost.To(Get("redirect_uri"), new Dictionary<string, string>
        {
            ["error"] = error,
            ["error_description"] = description,
            ["state"] = Get("state"),
        });

        if (Array.Find(Required, name => Get(name).Length == 0) is { } missing)
            return Refuse("invalid_request_object", $"The following parameters are missing: {missing}");
        if (Get("scope") != "openid"
            || Get("response_type") != "id_token"
            || Get("response_mode") != "form_post"
            || Get("prompt") != "none")
            return Refuse("invalid_request_object", "A parameter has an unsupported value");
        if (desk.Find(Get("lti_message_hint")) is not { } launch || launch.School.Tool?.ClientId != tool.ClientId)
            return Refuse("launch_no_longer_valid", "The launch has either expired or already been consumed");
        if (Get("login_hint") != launch.Person.Sub)
            return Refuse("login_required", "The user is not logged in");
        return desk.Take(Get("lti_message_hint"))
            ? FormPost.To(Get("redirect_uri"), new Dictionary<string, string>
            {
                ["utf8"] = "✓",
                ["authenticity_token"] = Ids.Secret(),
                ["id_token"] = tokens.Issue(launch, Get("nonce")),
                ["state"] = Get("state"),
                ["lti_storage_target"] = Canvas.ForwardingFrame,
            })
            : Refuse("launch_no_longer_valid", "The launch has either expired or already been consumed");
    }

    private static bool SameWithoutQuery(string registered, string asked) =>
        string.Equals(registered.Split('?')[0], asked.Split('?')[0], StringComparison.Ordinal);
}
