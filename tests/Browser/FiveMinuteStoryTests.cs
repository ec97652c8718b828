using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>What the README promises to a newcomer, done in a browser from the first click to the mark in the gradebook.</summary>
public sealed class FiveMinuteStoryTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>With cookies as most people have them, and as private windows, Debian's Chromium and careful people have them.</summary>
    [Theory]
    [InlineData(BrowserSetting.ChromiumAllowed)]
    [InlineData(BrowserSetting.ChromiumBlocked)]
    [InlineData(BrowserSetting.FirefoxOwnJar, Traits = ["Part", "Long"])]
    [InlineData(BrowserSetting.FirefoxThirdPartyBlocked, Traits = ["Part", "Long"])]
    public async Task Journey_goes_from_the_course_to_the_gradebook(BrowserSetting setting)
    {
        await using var stage = new WholeStage();
        await stage.InitializeAsync();
        await using var browser = await setting.StartAsync();
        var lms = new Lms(stage, await browser.OpenAsync());
        var course = stage.Moodle.FindCourse("2")!;
        var journey = new Journey(lms, stage.Moodle, course);

        await journey.AddToCourseAsync();
        await journey.InviteAsync("Jürgen Groß");
        await journey.AcceptAsync();
        await journey.WriteAsync();
        await journey.ReviewAsync();

        var column = Assert.Single(course.LineItems);
        var grade = await Eventually.SeeAsync(() => column.FindGrade(Journey.Learner), AMinute, "mark in the gradebook");
        Assert.True(grade.Score > 0);
        Assert.Contains("You waited", grade.Comment, StringComparison.Ordinal);
        await SeeStatementsAsync(lms, journey);
    }

    private static async Task SeeStatementsAsync(Lms lms, Journey journey)
    {
        await journey.OpenAsync(Journey.Teacher);
        await lms.Tool.Locator("a[data-text='shared.statements']").ClickAsync();
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("Amara Okonkwo");
    }
}
