using System.Globalization;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>Canvas's pages: at most 50 entries, numbered from 1, Link headers as RFC 8288 has them and every filter kept.</summary>
internal static class CanvasPaging
{
    private const int LargestPage = 50;

    /// <summary>Cuts out the page that was asked for and writes the Link header.</summary>
    public static IReadOnlyList<T> Page<T>(HttpRequest request, string url, IReadOnlyList<T> all)
    {
        var size = Math.Clamp(Number(request, "limit") ?? LargestPage, 1, LargestPage);
        var page = Math.Max(1, Number(request, "page") ?? 1);
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var links = new List<string> { Link(request, url, page, size, "current") };
        if (page < last)
            links.Add(Link(request, url, page + 1, size, "next"));
        links.Add(Link(request, url, 1, size, "first"));
        links.Add(Link(request, url, last, size, "last"));
        request.HttpContext.Response.Headers.Link = string.Join(",", links);
        return [.. all.Skip((page - 1) * size).Take(size)];
    }

    private static string Link(HttpRequest request, string url, int page, int size, string rel)
    {
        var kept = request.Query.Where(q => q.Key is not ("page" or "limit"))
            .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}&");
        return string.Create(CultureInfo.InvariantCulture, $"<{url}?{string.Concat(kept)}page={page}&limit={size}>; rel=\"{rel}\"");
    }

    private static int? Number(HttpRequest request, string name) =>
        int.TryParse(request.Query[name].ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
