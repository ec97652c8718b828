using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>Moodle's registration endpoint: errors are one word as text/html, success is 200 and a pending tool.</summary>
internal static class MoodleRegistration
{
    private static readonly string[] RequiredParameters =
        ["response_types", "initiate_login_uri", "redirect_uris", "client_name", "jwks_uri", "token_endpoint_auth_method"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/moodle/mod/lti/openid-registration.php", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpRequest request, RegistrationTokens tokens)
    {
        var token = BearerToken.Of(request);
        switch (tokens.Check(token))
        {
            case RegistrationTokenCheck.Missing:
                return Refuse("missing_registration_token", 401);
            case RegistrationTokenCheck.AlreadyUsed:
                return Refuse("token_already_used", 401);
            case RegistrationTokenCheck.Good(var school, var clientId):
                if (await ToolRequest.ReadAsync(request) is not { } asked)
                    return Refuse("invalid_registration_request", 400);
                if (Problem(asked) is { } problem)
                    return Refuse(problem, 400);
                return tokens.Use(token!) ? Register(school, clientId, asked) : Refuse("token_already_used", 401);
            default:
                return Refuse("invalid_registration_token", 401);
        }
    }

    private static string? Problem(ToolRequest asked)
    {
        if (Array.Find(RequiredParameters, name => asked.Body[name] is null) is { } missing)
            return $"missing_{missing}";
        if (asked.Configuration is null)
            return "missing_lti-tool-configuration";
        if (asked.ConfigurationText("domain") is not { Length: > 0 } domain)
            return "missing_domain";
        if (!asked.Texts("response_types").Contains("id_token"))
            return "invalid_response_types";
        if (asked.Texts("redirect_uris").Count == 0)
            return "invalid_redirect_uris";
        if (asked.Text("token_endpoint_auth_method") != "private_key_jwt")
            return "invalid_token_endpoint_auth_method";
        return Uri.TryCreate(asked.ConfigurationText("target_link_uri"), UriKind.Absolute, out var target)
            && WithoutWww(target.Authority) == WithoutWww(domain) ? null : "domain_targetlinkuri_mismatch";
    }

    private static IResult Register(School school, string clientId, ToolRequest asked)
    {
        var scopes = Granted(asked.Scopes);
        var tool = asked.ToTool(clientId, scopes, asked.AskedDisclosure(), isActive: school.Tool?.IsActive ?? false);
        school.Tool = tool;
        var configuration = new JsonObject
        {
            ["version"] = "1.3.0",
            ["deployment_id"] = Moodle.TypeId,
            ["target_link_uri"] = tool.TargetLinkUri,
            ["domain"] = asked.ConfigurationText("domain"),
            ["description"] = tool.Description,
            ["messages"] = tool.DeepLinkingUri is null ? [] : new JsonArray(new JsonObject
            {
                ["type"] = LtiNames.DeepLinkingRequest,
                ["target_link_uri"] = tool.DeepLinkingUri,
            }),
            // Kept whole, but told only up to an equals sign.
            ["custom_parameters"] = new JsonObject(tool.Custom.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value.Split('=')[0]))),
            ["claims"] = Claims(tool.Disclosure),
        };
        var answer = new JsonObject
        {
            ["client_id"] = clientId,
            ["response_types"] = new JsonArray("id_token"),
            ["jwks_uri"] = tool.JwksUri,
            ["initiate_login_uri"] = tool.InitiateLoginUri,
            ["grant_types"] = new JsonArray("client_credentials", "implicit"),
            ["redirect_uris"] = new JsonArray([.. tool.RedirectUris.Select(u => (JsonNode)u)]),
            ["application_type"] = "web",
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["client_name"] = tool.Name,
            ["logo_uri"] = tool.LogoUri ?? "",
            ["scope"] = string.Join(' ', scopes),
            [LtiNames.ToolConfiguration] = configuration,
        };
        return Results.Content(JsonWriting.ToPhpText(answer), "application/json; charset=utf-8");
    }

    /// <summary>Any grade scope switches the grade service on; <c>lineitem</c> makes it full column management.</summary>
    private static List<string> Granted(IReadOnlyList<string> asked)
    {
        var granted = new List<string>();
        if (Scopes.Grades.Any(asked.Contains))
            granted.AddRange([Scopes.Score, Scopes.ResultReadOnly, Scopes.LineItemReadOnly]);
        if (asked.Contains(Scopes.LineItem))
            granted.Add(Scopes.LineItem);
        if (asked.Contains(Scopes.Memberships))
            granted.Add(Scopes.Memberships);
        return granted;
    }

    private static JsonArray Claims(Disclosure disclosure)
    {
        var claims = new JsonArray("sub", "iss");
        if (disclosure.HasFlag(Disclosure.Names))
            claims.AddRange(["name", "family_name", "given_name"]);
        if (disclosure.HasFlag(Disclosure.Email))
            claims.Add("email");
        return claims;
    }

    private static void AddRange(this JsonArray array, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            array.Add(text);
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static IResult Refuse(string word, int status) => Results.Content(word, "text/html; charset=utf-8", statusCode: status);
}
