namespace LearningBuddy.LtiTool.Doors;

/// <summary>Headers of every page of a session.</summary>
internal static class SessionHeaders
{
    /// <summary>Nothing is kept by caches, nothing leaks to other sites.</summary>
    public static void Private(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Who may frame the page, and that it runs nothing but our own files.</summary>
    public static void Framing(HttpResponse response, SessionFacts facts)
    {
        var ancestors = facts.IsOwnTab || facts.FrameAncestors.Count == 0 ? "'self'" : "'self' " + string.Join(' ', facts.FrameAncestors);
        response.Headers.ContentSecurityPolicy = Policy(ancestors);
    }

    /// <summary>The policy for pages that these may frame.</summary>
    public static string Policy(string ancestors, string formAction = "'self'") =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; " +
        $"manifest-src 'self'; form-action {formAction}; base-uri 'none'; frame-ancestors {ancestors}";
}
