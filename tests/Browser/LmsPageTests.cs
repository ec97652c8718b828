using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The demo LMS's own pages: a newcomer sees them first.</summary>
public sealed class LmsPageTests
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("start", "/"), ("control", "/control"), ("mailbox", "/mailbox"), ("courses", "/moodle/as/3"), ("course", "/moodle/as/3/courses/2"),
        ("grades", "/moodle/as/3/courses/2/grades"), ("people", "/moodle/as/3/courses/2/people"), ("nowhere", "/moodle/as/3/courses/99"),
    ];

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Page_has_no_finding_and_fits_its_width(int width, ColorScheme scheme)
    {
        await using var lms = await LmsStage.StartAsync(toolUrl: null);
        Furnish(lms.World);
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var page = await chromium.OpenAsync(width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var findings = new List<string>();

        foreach (var (name, path) in Pages)
        {
            await page.GotoAsync(lms.Url + path);
            await Screenshots.TakeAsync(page, $"lms-{name}-{width}-{scheme}".ToLowerInvariant());
            findings.AddRange(await Axe.FindingsAsync(page));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                findings.Add($"{path} is wider than {width} pixels");
        }

        Findings.None(findings);
    }

    private static void Furnish(DemoWorld world)
    {
        var course = world.FindSchool("moodle")!.FindCourse("2")!;
        course.Add(new Activity("101", 101, "Practise and prove", "Six weeks from knowing to doing.", null, []));
        var column = new LineItem(102, "Practise and prove", 100) { ActivityId = "101" };
        column.Set("5", new Grade(82.5, "The pause before your question made the difference.", world.Clock.GetUtcNow()));
        course.Add(column);
        world.Deliver(new Mail("buddy@tool.example", "a.okonkwo@harbour.example", "Jürgen said yes", "You are learning buddies now.", null, world.Clock.GetUtcNow()));
    }
}
