using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>Canvas's registration endpoint: stricter than Moodle's, with its extensions, and errors as a list with 422.</summary>
internal static class CanvasRegistration
{
    private const string Extension = "https://canvas.instructure.com/lti/";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/canvas/api/lti/registrations", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpRequest request, RegistrationTokens tokens, DemoWorld world)
    {
        var token = BearerToken.Of(request);
        if (tokens.Check(token) is not RegistrationTokenCheck.Good(var school, var clientId))
            return Results.Json(new { errors = new[] { new { message = "Invalid or expired registration token" } } }, statusCode: 401);
        if (await ToolRequest.ReadAsync(request) is not { } asked)
            return Refuse(["The request body isn't a JSON object"]);
        var problems = CanvasRegistrationRules.Problems(asked).ToList();
        if (problems.Count > 0)
            return Refuse(problems);
        if (!tokens.Use(token!))
            return Refuse(["The registration token was used already"]);
        school.Tool = asked.ToTool(clientId, asked.Scopes, DisclosureOf(asked), isActive: true);
        return Results.Content(JsonWriting.ToText(Answer(school, clientId, asked, world)), "application/json; charset=utf-8");
    }

    /// <summary>privacy_level decides; without it the claims do.</summary>
    private static Disclosure DisclosureOf(ToolRequest asked) => asked.ConfigurationText(Extension + "privacy_level") switch
    {
        "public" => Disclosure.Everything,
        "name_only" => Disclosure.Names,
        "email_only" => Disclosure.Email,
        "anonymous" => Disclosure.Nothing,
        _ => asked.AskedDisclosure(),
    };

    private static JsonObject Answer(School school, string clientId, ToolRequest asked, DemoWorld world)
    {
        var answer = (JsonObject)asked.Body.DeepClone();
        var self = $"{world.IssuerOf(school.Platform)}/api/lti/registrations/{clientId}";
        answer["client_id"] = clientId;
        answer["deployment_id"] = Seed.CanvasDeployment(school.Slug, "main account");
        answer["registration_client_uri"] = self;
        answer[Extension + "registration_config_url"] = self + "/configuration";
        return answer;
    }

    private static IResult Refuse(IReadOnlyList<string> problems) =>
        Results.Json(new { errors = problems.Select(p => new { message = p }) }, statusCode: 422);
}
