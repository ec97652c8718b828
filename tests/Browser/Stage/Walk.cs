using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Goes to every page of the tool that links lead to, from where a launch begins, inside the school's frame.</summary>
internal sealed class Walk(Lms lms)
{
    private const int MostPages = 200;

    /// <summary>Visits each page once; addresses that differ only by an id count as one page.</summary>
    /// <param name="visit">Given the page's name, e.g. <c>evidence/write</c>.</param>
    /// <param name="also">Pages that no link leads to, by name.</param>
    public async Task EachAsync(Func<string, Task> visit, params IEnumerable<string> also)
    {
        await lms.ShownAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var session = string.Concat(new Uri(lms.ToolFrame.Url).Segments.Take(3));
        var waiting = new Queue<string>([lms.ToolFrame.Url, .. also.Select(name => new Uri(new Uri(lms.ToolFrame.Url), session + name).ToString())]);
        while (waiting.TryDequeue(out var address) && seen.Count < MostPages)
        {
            if (!seen.Add(NameOf(address)))
                continue;
            await GoAsync(address);
            await visit(NameOf(address));
            foreach (var link in await LinksAsync())
                waiting.Enqueue(link);
        }
    }

    private async Task GoAsync(string address)
    {
        var before = lms.ToolFrame.Url;
        if (before == address)
            return;
        // A page of the tool goes there itself, as a click would.
        await lms.ToolFrame.EvaluateAsync("address => { window.isLeft = true; location.href = address }", address);
        // Not by the address: a page may lead back to the one it was opened from.
        await lms.ToolFrame.WaitForFunctionAsync("() => !window.isLeft");
        await lms.ShownAsync();
    }

    private async Task<IEnumerable<string>> LinksAsync()
    {
        var session = string.Concat(new Uri(lms.ToolFrame.Url).Segments.Take(3));
        var links = await lms.ToolFrame.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]:not([download]):not([target])')].map(a => a.href.split('#')[0])");
        return links.Where(l => new Uri(l).AbsolutePath.StartsWith(session, StringComparison.Ordinal));
    }

    /// <summary>The name of the page at an address of a session: <c>evidence/show</c>.</summary>
    public static string NameOf(string address)
    {
        var path = new Uri(address).AbsolutePath.Split('/').Skip(3);
        return string.Join('/', path.Where(p => !Guid.TryParse(p, out _)));
    }
}
