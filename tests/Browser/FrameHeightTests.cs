using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>How much of a page is to be seen in the LMS's frame.</summary>
public sealed class FrameHeightTests(WholeStage stage) : IClassFixture<WholeStage>
{
    [Theory]
    [InlineData(380)]
    [InlineData(1100)]
    public async Task In_Canvas_the_frame_is_as_tall_as_its_page_and_the_next_page_begins_at_its_top(int width)
    {
        var (school, course, activity, _) = BareLink.At(stage.Lms, "canvas-north");
        var teacher = course.Enrolments.First(enrolment => enrolment.Role == CourseRole.Teacher).Person;
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage, await chromium.OpenAsync(width));
        await lms.OpenAsync(school, teacher.Sub, course, activity);
        await lms.Tool.Locator("button[data-text='setup.use-template']").First.ClickAsync();
        await SetUpRail.GoByScriptAsync(lms, "setup.part.all");

        await lms.ToolFrame.WaitForFunctionAsync("document.documentElement.scrollHeight <= innerHeight");
        Assert.True(await lms.ToolFrame.EvaluateAsync<int>("innerHeight") > 1500, "The page is not long enough to show anything.");

        await lms.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await SetUpRail.GoByScriptAsync(lms, "setup.part.behaviours");
        await lms.Page.WaitForFunctionAsync("scrollY === 0");
    }
}
