using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>A stage on which the story has been played, so that every page has something to show.</summary>
public sealed class PlayedStage : IAsyncLifetime
{
    public WholeStage Whole { get; } = new();

    public Course Course => Whole.Moodle.FindCourse("2")!;

    internal Journey JourneyOf(Lms lms) => new(lms, Whole.Moodle, Course);

    public async ValueTask InitializeAsync()
    {
        await Whole.InitializeAsync();
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var journey = JourneyOf(new Lms(Whole, await chromium.OpenAsync()));
        await journey.AddToCourseAsync();
        await journey.InviteAsync("Jürgen Groß");
        await journey.AcceptAsync();
        await journey.WriteAsync();
        await journey.ReviewAsync();
        await journey.WriteAnotherAsync();
        await journey.AskAndBeginAsync();
        await journey.StartAsync(Journey.Another);
    }

    public ValueTask DisposeAsync() => Whole.DisposeAsync();
}
