using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>What the README promises to a newcomer, done in a browser from the first click to the mark in the gradebook.</summary>
public sealed class FiveMinuteStoryTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>Once with cookies as most people have them, once as private windows and Debian's Chromium have them.</summary>
    [Theory]
    [InlineData(ThirdPartyCookies.Allowed)]
    [InlineData(ThirdPartyCookies.Blocked)]
    public async Task Journey_goes_from_the_course_to_the_gradebook(ThirdPartyCookies cookies)
    {
        await using var stage = new WholeStage();
        await stage.InitializeAsync();
        await using var chromium = await Chromium.StartAsync(cookies);

        await PlayAsync(stage, await chromium.OpenAsync());
    }

    [Theory]
    [InlineData(FirefoxCookies.OwnJar)]
    [InlineData(FirefoxCookies.ThirdPartyBlocked)]
    public async Task Journey_goes_from_the_course_to_the_gradebook_in_Firefox(FirefoxCookies cookies)
    {
        await using var stage = new WholeStage();
        await stage.InitializeAsync();
        await using var firefox = await Firefox.StartAsync(cookies);

        await PlayAsync(stage, await firefox.OpenAsync());
    }

    private static async Task PlayAsync(WholeStage stage, IPage page)
    {
        var lms = new Lms(stage, page);
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
        await lms.Tool.GetByRole(AriaRole.Link, new() { Name = "Statements" }).ClickAsync();
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("Amara Okonkwo");
    }
}
