namespace LearningBuddy.DemoLms.Wire;

/// <summary>The token of an Authorization header (RFC 6750, 2.1).</summary>
internal static class BearerToken
{
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }
}
