using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Today;

/// <summary>The tool was opened outside of any course: where to open it. Nothing was stored that learners could be sent to.</summary>
[WithoutCourse]
public sealed class NoCourseModel(
    IPlatformDirectory platforms, DeepLinkingResponse response, CurrentSession me, Localizer texts) : PageModel
{
    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>Tells the LMS why nothing is added (Deep Linking 2.0, 4.5).</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return RedirectToPage();
        }

        var jwt = await response.SignErrorAsync(
            platform, me.Facts.DeploymentId, settings, texts.Plain("today.no-course-add"), "the request names no course", ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }
}
