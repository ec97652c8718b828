using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What somebody sees whose session has ended, or who opened a copied address. What they had typed is given back to them.
/// </summary>
internal static class EndedPage
{
    /// <summary>Answers 401 with the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="course">The way back to the course, where it is known.</param>
    public static async Task WriteAsync(HttpContext context, Uri? course)
    {
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("*");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        var typed = await TypedText.ReadAsync(context.Request);
        await PlainPage.WriteAsync(
            context,
            "doors.ended",
            texts => $"<p>{PlainPage.Html(texts["doors.ended-why"])}</p>" + WayBack(course, texts)
                + GivenWords.Html(typed, "doors.ended-typed", texts));
    }

    private static string WayBack(Uri? course, Localizer texts) =>
        course is null ? "" : PlainPage.Link(course.AbsoluteUri, "shared.back-to-course", texts);
}
