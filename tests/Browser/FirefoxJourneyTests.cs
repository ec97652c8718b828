using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Firefox's engine: a learner writes and sends in the frame, with cookies as most people have them and without any, where local storage throws too.</summary>
[Trait("Part", "Long")]
public sealed class FirefoxJourneyTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(FirefoxCookies.OwnJar, "2")]
    [InlineData(FirefoxCookies.ThirdPartyBlocked, "3")]
    public async Task Learner_writes_and_sends_evidence(FirefoxCookies cookies, string courseId)
    {
        var course = stage.Moodle.FindCourse(courseId)!;
        await using var firefox = await Firefox.StartAsync(cookies);
        var lms = new Lms(stage, await firefox.OpenAsync());
        var journey = new Journey(lms, stage.Moodle, course);
        await journey.AddToCourseAsync();
        var draft = await DraftPage.BeginAsync(lms, journey);

        await draft.TypeAsync($"A call with {cookies}.");
        await lms.Tool.Locator("#Action").FillAsync("I waited.");
        await lms.Tool.Locator("#Outcome").FillAsync("They spoke.");

        var author = await Eventually.SeeAsync(() => new StoredDrafts(stage.Tool).AuthorOf($"A call with {cookies}."), Patience, "draft");
        Assert.Equal($"{Journey.Learner} in {courseId}", author);
        await Assertions.Expect(draft.Status).ToHaveTextAsync("Saved");
        await draft.ReloadAsync();
        await Assertions.Expect(draft.Situation).ToHaveValueAsync($"A call with {cookies}.");
        await draft.Button("Send").ClickAsync();
        await Assertions.Expect(lms.Tool.Locator("main")).ToContainTextAsync("Sent.");
        await Screenshots.TakeAsync(lms.Page, $"firefox-sent-{cookies}");
    }
}
