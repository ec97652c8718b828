using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The page with the address of somebody's calendar, and the picture of the next weeks.</summary>
public sealed class CalendarPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    [Theory]
    [InlineData(320, 200, "")]
    [InlineData(900, 100, "")]
    [InlineData(1100, 100, "ar")]
    public async Task The_address_is_made_and_copied_and_the_weeks_can_be_read(int width, int textSize, string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(width);
        var lms = new Lms(stage.Whole, page);
        var findings = new List<string>();
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await lms.PreferAsync("Light", language);
        await lms.Tool.Locator(".me > summary").ClickAsync();
        await lms.Tool.Locator("a[data-text='shared.preferences']").ClickAsync();
        await lms.Tool.Locator("#month").WaitForAsync();
        await LookAsync("preferences");
        Assert.Equal(width > 600, await lms.Tool.Locator("table.month").IsVisibleAsync());

        await lms.Tool.Locator("a[data-text='preferences.change-calendar']").ClickAsync();
        await lms.Tool.Locator("button[data-text='preferences.calendar-make']").ClickAsync();
        await lms.Tool.Locator("#calendar-address").WaitForAsync();
        await LookAsync("calendar");
        await lms.Tool.Locator("button[data-text='preferences.calendar-stop']").ClickAsync();
        await lms.Tool.Locator("button[data-text='preferences.calendar-make']").WaitForAsync();

        Findings.None(findings);

        async Task LookAsync(string name)
        {
            await lms.ToolFrame.EvaluateAsync("size => { document.documentElement.style.fontSize = size }", $"{textSize}%");
            await lms.ShownAsync();
            await Screenshots.TakeAsync(page, $"calendar-{name}-{width}-{language}".TrimEnd('-'));
            findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{name} {width}: {finding}"));
            if (!await lms.ToolFrame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
                findings.Add($"{name} {width} is wider than its frame");
        }
    }
}
