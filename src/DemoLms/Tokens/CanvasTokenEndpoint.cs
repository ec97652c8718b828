using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>Canvas's token endpoint, one for all schools, with every check of a strict platform.</summary>
internal static class CanvasTokenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/canvas/login/oauth2/token", AnswerAsync).CanFail(Service.Tokens);

    private static async Task<IResult> AnswerAsync(
        HttpRequest http, DemoWorld world, ToolTokens tokens, AccessTokens access, UsedAssertions used)
    {
        if (string.IsNullOrEmpty(http.Headers.UserAgent))
            return Results.Text("403 Forbidden (User-Agent required)", statusCode: 403);
        if (await TokenRequest.ReadAsync(http) is not { } request || string.IsNullOrEmpty(request.Assertion))
            return Refuse(400, "invalid_request", "A form with a client_assertion is needed");
        if (request.GrantType != TokenRequest.ClientCredentials || request.AssertionType != TokenRequest.JwtBearer)
            return Refuse(400, "unsupported_grant_type", "Only client_credentials with a JWT assertion");
        if (world.FindByClientId("/canvas", ToolTokens.PeekIssuer(request.Assertion)) is not { Tool: { } tool } school)
            return Refuse(401, "invalid_client", "unknown client");
        var verified = await tokens.VerifyAsync(request.Assertion, tool, http.HttpContext.RequestAborted);
        if (verified is not ToolTokenResult.Valid(var assertion))
            return Refuse(400, "invalid_request", ((ToolTokenResult.Invalid)verified).Error);
        var tokenUrl = world.IssuerOf(school.Platform) + school.Platform.Personality.TokenPath;
        if (CanvasAssertionRules.Problem(assertion, tool, tokenUrl, world.Clock.GetUtcNow()) is { } problem)
            return Refuse(400, "invalid_request", problem);
        if (!used.TryUse(assertion.Id))
            return Refuse(400, "invalid_request", "jti was used before");
        if (request.Scopes.Count == 0 || request.Scopes.Any(s => !tool.Scopes.Contains(s)))
            return Refuse(400, "invalid_scope", "A requested scope is invalid, unknown, malformed, or exceeds the scope granted");
        return Results.Json(new
        {
            access_token = access.Issue(school, request.Scopes),
            token_type = "Bearer",
            expires_in = (int)AccessTokens.Lifetime.TotalSeconds,
            scope = string.Join(' ', request.Scopes),
        });
    }

    private static IResult Refuse(int status, string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: status);
}

/// <summary>What Canvas demands of a client assertion beyond its signature (Security Framework 1.0, 4.1.1).</summary>
internal static class CanvasAssertionRules
{
    private static readonly TimeSpan OldestIssue = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <returns>Null when all is well.</returns>
    public static string? Problem(JsonWebToken assertion, ToolRegistration tool, string tokenUrl, DateTimeOffset now)
    {
        if (assertion.Subject != tool.ClientId)
            return "sub must be the client id";
        if (string.IsNullOrEmpty(assertion.Id))
            return "the following assertions are missing: jti";
        if (!assertion.TryGetPayloadValue<long>("exp", out _) || !assertion.TryGetPayloadValue<long>("iat", out var iat))
            return "the following assertions are missing: exp, iat";
        var issuedAt = DateTimeOffset.FromUnixTimeSeconds(iat);
        if (issuedAt < now - OldestIssue || issuedAt > now + ClockSkew)
            return "iat is too old or in the future";
        return assertion.Audiences.Contains(tokenUrl, StringComparer.Ordinal) ? null : "aud must be the token url";
    }
}
