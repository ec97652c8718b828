extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class CourseCopyAtMoodleTests() : CourseCopyTests(onPostgres: false, "moodle");

public sealed class CourseCopyAtMoodleOnPostgresTests() : CourseCopyTests(onPostgres: true, "moodle");

public sealed class CourseCopyAtCanvasTests() : CourseCopyTests(onPostgres: false, "canvas-north");

public sealed class CourseCopyAtCanvasOnPostgresTests() : CourseCopyTests(onPostgres: true, "canvas-north");

/// <summary>A copied course has the set-up and nobody's data.</summary>
public abstract class CourseCopyTests(bool onPostgres, string school) : JourneyScene(onPostgres, school)
{
    private CourseWork Work => Stage.Lms.Services.GetRequiredService<CourseWork>();

    [Fact]
    public async Task A_copied_course_is_ready_and_empty()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var copy = Work.Copy(Room.School, Room.Course);
        var next = Room.In(copy);

        using var teacher = await next.OpenAsync(next.Teacher);

        Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
        Assert.Contains(Wording.Of("reviews.nobody-started"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(2, Stage.Look(db => db.Journeys.Count(journey => journey.DesignId != null)));
    }

    [Fact]
    public async Task Changing_the_copy_changes_nothing_in_the_original()
    {
        var copy = Work.Copy(Room.School, Room.Course);
        var next = Room.In(copy);
        using var teacher = await next.OpenAsync(next.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync("setup.save", ("Title", "Second cohort"));

        Assert.Equal("Second cohort", teacher.Heading);
        using var original = await Room.OpenAsync(Learner);
        Assert.Equal("Practise and prove", original.Heading);
    }

    [Fact]
    public async Task A_design_of_another_course_is_copied_before_it_is_changed()
    {
        var copy = Work.Copy(Room.School, Room.Course);
        copy.History = [];
        var next = Room.In(copy);
        using var teacher = await next.OpenAsync(next.Teacher);
        var foreign = Stage.Look(db => db.Designs.Single().Id);
        await teacher.GoAsync($"/setup/edit?id={foreign}");

        await teacher.PressAsync("setup.save", ("Title", "Second cohort"));

        Assert.Equal("Second cohort", teacher.Heading);
        using var original = await Room.OpenAsync(Learner);
        Assert.Equal("Practise and prove", original.Heading);
    }

    [Theory]
    [InlineData]
    [InlineData("truncated")]
    [InlineData("timed out")]
    public async Task Where_the_platform_lost_the_history_the_teacher_is_asked(params string[] history)
    {
        var copy = Work.Copy(Room.School, Room.Course);
        copy.History = history;
        var next = Room.In(copy);
        using var learner = await next.OpenAsync(Learner);
        Assert.Equal(Wording.Of("today.not-ready"), learner.Heading);

        using var teacher = await next.OpenAsync(next.Teacher);
        Assert.Contains(Wording.Of("setup.copy-heading"), teacher.Text, StringComparison.Ordinal);
        await teacher.PressAsync("setup.copy");
        await teacher.PressAsync("setup.save");

        using var again = await next.OpenAsync(Learner);
        Assert.Equal("Practise and prove", again.Heading);
    }

    [Fact]
    public async Task A_link_without_set_up_tells_learners_kindly_and_asks_the_teacher()
    {
        var bare = Work.AddBareLink(Room.School, Room.Course);
        var room = Room.With(bare);

        using var learner = await room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("today.not-ready"), learner.Heading);

        using var teacher = await room.OpenAsync(room.Teacher);
        Assert.Equal(Wording.Of("setup.set-up-this-activity"), teacher.Heading);
        Assert.Contains(Wording.Of("setup.copy-heading"), teacher.Text, StringComparison.Ordinal);
        await teacher.PressAsync("setup.copy");
        await teacher.PressAsync("setup.save");
        using var again = await room.OpenAsync(Learner);
        Assert.Equal("Practise and prove", again.Heading);
    }

    [Fact]
    public async Task Two_first_launches_of_a_copied_link_make_one_journey()
    {
        var next = Room.In(Work.Copy(Room.School, Room.Course));

        var visitors = await Task.WhenAll(next.Learners.Take(5).Concat(next.Learners.Take(2)).Select(learner => next.OpenAsync(learner)));

        Assert.Equal(1, Stage.Look(db => db.Journeys.Count()));
        Assert.All(visitors, visitor => Assert.Equal("Practise and prove", visitor.Heading));
        Array.ForEach(visitors, visitor => visitor.Dispose());
    }
}
