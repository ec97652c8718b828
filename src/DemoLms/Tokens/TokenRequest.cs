namespace LearningBuddy.DemoLms.Tokens;

/// <summary>A request for an access token (Security Framework 1.0, 4.1).</summary>
/// <param name="Scopes">As asked; empty when none.</param>
internal sealed record TokenRequest(string? GrantType, string? AssertionType, string? Assertion, IReadOnlyList<string> Scopes)
{
    public const string ClientCredentials = "client_credentials";
    public const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <returns>Null when the body isn't a form.</returns>
    public static async Task<TokenRequest?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new TokenRequest(form["grant_type"], form["client_assertion_type"], form["client_assertion"],
            form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
