namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// The session lives in the path, <c>/s/{handle}/…</c>: the one thing that works in every engine and cookie setting, and two tabs never
/// mix. The handle becomes the path base, so that every link a page makes carries it.
/// </summary>
internal sealed class SessionPath(RequestDelegate next)
{
    private const string Prefix = "/s/";
    private const int HandleLength = 43;

    public async Task InvokeAsync(
        HttpContext context, CurrentSession current, SessionReader reader, DownloadTickets downloads, TimeProvider clock)
    {
        if (!TrySplit(context.Request.Path, out var handle, out var rest))
        {
            await next(context);
            return;
        }

        SessionHeaders.Private(context.Response);
        var now = clock.GetUtcNow();
        var session = await reader.FindAsync(SessionSecret.Hash(handle), context.RequestAborted);
        var isTicket = rest == OpenTab.Path;
        if (session is null || SessionRules.HasEnded(session, now)
            || !(isTicket || MayUse(context.Request, session) || downloads.Admits(context.Request, rest, session)))
        {
            await EndedPage.WriteAsync(context, session);
            return;
        }

        if (!isTicket && ForeignRequest.Is(context.Request))
        {
            await ForeignRequest.RefuseAsync(context);
            return;
        }

        if (now - session.LastSeenAt >= SessionRules.TouchEvery)
        {
            await context.RequestServices.GetRequiredService<SessionStore>().TouchAsync(session.Id, now, context.RequestAborted);
        }

        current.Begin(session);
        context.Request.PathBase = context.Request.PathBase.Add(Prefix + handle);
        context.Request.Path = rest;
        SessionHeaders.Framing(context.Response, session.Facts);
        SessionLanguage.Apply(context, SessionLanguage.Chosen(session.ChosenLanguage, session.Facts.Locale));
        await next(context);
    }

    private static bool MayUse(HttpRequest request, OpenSession session) => SessionRules.MayUse(
        session,
        request.Cookies[SessionSecret.CookieName(session.HandleHash)],
        Text(request, "Sec-Fetch-Dest"),
        Text(request, "Sec-Fetch-Site"));

    private static string? Text(HttpRequest request, string header) =>
        request.Headers.TryGetValue(header, out var value) ? value.ToString() : null;

    private static bool TrySplit(PathString path, out string handle, out PathString rest)
    {
        (handle, rest) = ("", default);
        var text = path.Value ?? "";
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length < Prefix.Length + HandleLength)
        {
            return false;
        }

        var end = Prefix.Length + HandleLength;
        if (text.Length > end && text[end] != '/')
        {
            return false;
        }

        handle = text[Prefix.Length..end];
        rest = text.Length > end ? new PathString(text[end..]) : new PathString("/");
        return true;
    }
}
