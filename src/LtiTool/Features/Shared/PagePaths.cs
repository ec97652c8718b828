using System.Collections.Concurrent;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Where pages without parameters are. Every page leads to the same ones, and the framework looks for them each time.</summary>
public sealed class PagePaths(LinkGenerator links)
{
    private readonly ConcurrentDictionary<string, string> paths = new(StringComparer.Ordinal);

    /// <summary>The path of a page for whoever sent a request: it begins with their session's.</summary>
    /// <param name="request">Theirs.</param>
    /// <param name="page">Such as <c>/Preferences/Index</c>.</param>
    /// <exception cref="ArgumentException">There is no such page, or it needs parameters.</exception>
    public string Of(HttpRequest request, string page)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.PathBase + paths.GetOrAdd(page, Find);
    }

    private string Find(string page) =>
        links.GetPathByPage(page) ?? throw new ArgumentException($"There is no page {page} without parameters.", nameof(page));
}
