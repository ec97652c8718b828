extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class RosterOnSqliteTests() : RosterTests(onPostgres: false);

public sealed class RosterOnPostgresTests() : RosterTests(onPostgres: true);

/// <summary>Pairing when the platform's roster is down, hidden, or answers nonsense.</summary>
public abstract class RosterTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private DateTimeOffset? ReadAt => Stage.Look(db => db.Courses.Single(course => course.RosterReadAt != null || course.MembershipsUrl != null).RosterReadAt);

    [Theory]
    [InlineData(Failure.ServerError)]
    [InlineData(Failure.TooManyRequests)]
    [InlineData(Failure.WrongAnswer)]
    public async Task A_roster_that_is_down_is_left_alone_for_a_while_and_people_pair_by_code(Failure failure)
    {
        using var learner = await StartAsync(Learner);
        Stage.World.Failures.Set(Service.Roster, failure, calls: 1);
        await learner.GoAsync("/buddies");
        await learner.GoAsync("/buddies");
        Assert.Null(ReadAt);

        await learner.PressAsync("buddies.invite-by-code");
        Assert.Contains("code", learner.Text, StringComparison.Ordinal);

        await Stage.MoveAsync(TimeSpan.FromMinutes(6));
        using var second = await StartAsync(Buddy);
        await second.GoAsync("/buddies");
        Assert.NotNull(ReadAt);
        Assert.Contains(Learner.Name, second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_comes_back_empty_ends_nobody_and_the_page_says_that_the_list_is_old()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await Room.OpenAsync(Buddy);
        await learner.GoAsync("/buddies");
        var (readAt, name) = (ReadAt, Buddy.Name);
        foreach (var enrolment in Room.Course.Enrolments.ToList())
        {
            Room.Course.Unenrol(enrolment.Person.Sub);
        }

        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await learner.GoAsync("/buddies");

        Assert.Contains(name, learner.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("shared.roster-unreadable"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(readAt, ReadAt);
    }

    [Fact]
    public async Task A_roster_that_can_not_be_read_is_said_to_be_old()
    {
        using var learner = await StartAsync(Learner);
        Stage.World.Failures.Set(Service.Roster, Failure.ServerError, calls: 1);

        await learner.GoAsync("/buddies");

        Assert.Contains(Wording.Of("shared.roster-no-answer"), learner.Text, StringComparison.Ordinal);
    }

    /// <summary>Moodle's roster calls a teacher who may not edit a learner, until the first launch tells.</summary>
    [Fact]
    public async Task Staff_are_not_offered_unless_the_design_says_so()
    {
        var assistant = Room.Course.Enrolments.First(enrolment => enrolment.Role == CourseRole.Assistant).Person;
        using var learner = await StartAsync(Learner);
        using var buddy = await Room.OpenAsync(Buddy);
        await learner.GoAsync("/buddies");
        Assert.Contains(Buddy.Name, learner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(assistant.Name, learner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Room.Teacher.Name, learner.Text, StringComparison.Ordinal);
        await learner.PostAsync("/buddies/invite", ("person", PersonId(assistant)));
        Assert.Equal(0, Stage.Look(db => db.Invitations.Count()));

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync("setup.save", ("buddies.OffersStaff", "true"));
        using var helper = await Room.OpenAsync(assistant);
        await learner.GoAsync("/buddies");
        Assert.Contains(assistant.Name, learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_the_lms_no_longer_tells_are_forgotten_and_the_person_is_asked()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Assert.Null(learner.Page.QuerySelector("#CallMe"));
        Room.Course.Disclosure = Disclosure.Nothing;

        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await learner.GoAsync("/buddies");

        Assert.Equal(0, Stage.Look(db => db.People.Count(person => person.Name != null || person.Email != null)));
        await learner.GoAsync("/buddies");
        Assert.NotNull(learner.Page.QuerySelector("#CallMe"));
    }

    [Fact]
    public async Task A_name_that_another_course_still_tells_is_kept()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        var hidden = new Classroom(Stage, "moodle", Room.School.Courses.First(course => course.Disclosure == Disclosure.Nothing));
        await hidden.AddJourneyAsync();
        using var there = await hidden.OpenAsync(Learner);
        await there.PressAsync("shared.start");

        await there.GoAsync("/buddies");

        Assert.Equal(Learner.Name, Stage.Look(db => db.People.Single(person => person.Id == Guid.Parse(PersonId(Learner))).Name));
    }
}
