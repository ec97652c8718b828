using System.Globalization;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>
/// Moodle's token endpoint: answers are text/html in PHP's own layout, errors are always 400 and may be a sentence,
/// audience and jti of the assertion aren't looked at.
/// </summary>
internal static class MoodleTokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/moodle/mod/lti/token.php", AnswerAsync).CanFail(Service.Tokens);

    private static async Task<IResult> AnswerAsync(HttpRequest http, DemoWorld world, ToolTokens tokens, AccessTokens access)
    {
        if (await TokenRequest.ReadAsync(http) is not { } request
            || string.IsNullOrEmpty(request.Assertion) || request.AssertionType is null || request.Scopes.Count == 0)
            return Refuse("invalid_request");
        if (request.GrantType != TokenRequest.ClientCredentials)
            return Refuse("unsupported_grant_type");
        if (request.AssertionType != TokenRequest.JwtBearer)
            return Refuse("invalid_request");
        if (world.FindByClientId("/moodle", ToolTokens.PeekIssuer(request.Assertion)) is not { Tool: { } tool } school)
            return Refuse("invalid_client");
        if (await tokens.VerifyAsync(request.Assertion, tool, http.HttpContext.RequestAborted) is ToolTokenResult.Invalid(var error))
            return Refuse(error);
        var granted = request.Scopes.Where(tool.Scopes.Contains).ToList();
        return granted.Count == 0 ? Refuse("invalid_scope") : Answer(200, string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "access_token" : "{{access.Issue(school, granted)}}",
              "token_type" : "Bearer",
              "expires_in" : {{AccessTokens.Lifetime.TotalSeconds}},
              "scope" : "{{string.Join(' ', granted)}}"
            }
            """));
    }

    /// <summary>Quotes in the error aren't escaped, so the body isn't always JSON: Moodle does the same.</summary>
    private static IResult Refuse(string error) => Answer(400, $$"""
        {
          "error" : "{{error}}"
        }
        """);

    private static IResult Answer(int status, string body) => Results.Content(body, "text/html; charset=utf-8", statusCode: status);
}
