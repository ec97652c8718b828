using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What somebody sees whose session has ended, or who opened a copied address. What they had typed is given back to them.
/// </summary>
internal static class EndedPage
{
    /// <summary>Answers 401 with the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">The session, where it is known: it says which way back there is.</param>
    public static async Task WriteAsync(HttpContext context, OpenSession? session)
    {
        // Who came from a course of their own comes back from there: they have no link.
        var isGuest = session is { Guest: not null, Facts.CameFrom: null };
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("*");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        var typed = await TypedText.ReadAsync(context.Request);
        await PlainPage.WriteAsync(
            context,
            isGuest ? "doors.guest-ended" : "doors.ended",
            texts => $"<p>{PlainPage.Html(texts[isGuest ? "doors.guest-ended-why" : "doors.ended-why"])}</p>"
                + (isGuest ? PlainPage.Link(GuestTokens.NewLinkPage, "doors.guest-new-link", texts) : WayBack(session, texts))
                + GivenWords.Html(typed, "doors.ended-typed", texts));
    }

    /// <summary>The same for somebody's own device: it isn't signed in, or they learn no more in that course.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isOpen">Whether the device is signed in.</param>
    public static async Task WriteForDeviceAsync(HttpContext context, bool isOpen)
    {
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        context.Response.StatusCode = isOpen ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        var typed = await TypedText.ReadAsync(context.Request);
        await PlainPage.WriteAsync(
            context,
            isOpen ? "doors.device-no-journey" : "doors.device-ended",
            texts => $"<p>{PlainPage.Html(texts[isOpen ? "doors.device-no-journey-why" : "doors.device-ended-why"])}</p>"
                + (isOpen ? PlainPage.Link(DevicePath.Home, "doors.device-home", texts) : "")
                + GivenWords.Html(typed, "doors.ended-typed", texts));
    }

    private static string WayBack(OpenSession? session, Localizer texts) =>
        session?.Facts.ReturnUrl is { } course ? PlainPage.Link(course.AbsoluteUri, "shared.back-to-course", texts) : "";
}
