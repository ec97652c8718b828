using System.Globalization;
using System.Net;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GroupSessionOnSqliteTests() : GroupSessionTests(onPostgres: false);

public sealed class GroupSessionOnPostgresTests() : GroupSessionTests(onPostgres: true);

/// <summary>A group session from the first button to the promise that was kept.</summary>
public abstract class GroupSessionTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private static readonly string Learns = ScriptedSchool.Membership + "Learner";
    private static readonly string Teaches = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task People_come_in_sit_in_groups_talk_and_take_something_away()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        var learners = await LearnersAsync(school, 7);
        for (var number = 0; number < 6; number++)
        {
            string[] sprints = number < 3 ? ["setting-up", "meeting"] : ["communicating", "underperformance"];
            await learners[number].PostAsync("/sprints/choose", ("sprint", sprints[0]), ("sprint", sprints[1]));
        }

        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.start", ("grouping", "Sprint"));
        await learners[0].GoAsync("/today");
        await learners[0].FollowAsync("sessions.take-part");
        foreach (var learner in learners[..6])
        {
            await learner.GoAsync("/sessions");
            await learner.PressAsync("sessions.i-am-here");
        }

        // What is proposed learners don't see.
        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.propose");
        Assert.Equal(2, teacher.Page.QuerySelectorAll(".board section").Length);
        await learners[0].GoAsync("/sessions");
        Assert.Equal(Wording.Of("shared.group-session"), learners[0].Heading);
        await teacher.PressAsync("sessions.publish");

        await learners[0].GoAsync("/sessions");
        Assert.InRange(int.Parse(learners[0].Page.QuerySelector("[data-again]")!.GetAttribute("data-again")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Person 2", learners[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 5", learners[0].Text, StringComparison.Ordinal);
        Assert.NotNull(learners[0].Page.QuerySelector("#prompt"));
        while (learners[0].Page.QuerySelector("a[data-text='sessions.next-prompt']") is not null)
        {
            await learners[0].FollowAsync("sessions.next-prompt");
        }

        // Half a plan is kept, and stands in no address.
        await learners[0].PressAsync("sessions.take-keep", ("when", "the call begins"), ("will", ""), ("share", "true"));
        Assert.NotNull(learners[0].Page.QuerySelector("#when-fault"));
        Assert.Equal("the call begins", learners[0].Page.QuerySelector("#when")!.TextContent);
        Assert.DoesNotContain("call", learners[0].Address.Query, StringComparison.Ordinal);
        await learners[0].PressAsync("sessions.take-keep", ("will", "ask Aiko first"), ("share", "true"));
        Assert.Contains(Wording.Of("sessions.done-taken"), learners[0].Text, StringComparison.Ordinal);
        Assert.Null(learners[0].Page.QuerySelector("a[data-text='sessions.next-prompt']"));
        await learners[1].GoAsync("/sessions?prompt=9");
        await learners[1].PressAsync("sessions.take-keep", ("when", "a secret moment"), ("will", "a secret act"));

        // The group reads what is shared, others don't; facilitators read that, and how many wrote one.
        await learners[2].GoAsync("/sessions");
        Assert.Contains("ask Aiko first", learners[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", learners[2].Text, StringComparison.Ordinal);
        await learners[4].GoAsync("/sessions");
        Assert.DoesNotContain("ask Aiko first", learners[4].Text, StringComparison.Ordinal);
        await teacher.GoAsync("/sessions/lead");
        Assert.Contains("ask Aiko first", teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", teacher.Text, StringComparison.Ordinal);
        Assert.Contains("2 of 6", teacher.Text, StringComparison.Ordinal);

        await teacher.PressAsync("sessions.end");
        Assert.Equal(6, Count<GroupSessionAttended>());
        Assert.Equal(1, Count<GroupSessionEnded>());
        Assert.Equal(2, Stage.Look(db => db.Events.Where(row => row.Name == "session.attended").Select(row => row.OccasionId).Distinct().Count()));

        await learners[0].GoAsync("/today");
        Assert.Contains("ask Aiko first", learners[0].Text, StringComparison.Ordinal);
        await learners[0].PressAsync("sessions.did-it");
        Assert.Null(learners[0].Page.QuerySelector("button[data-text='sessions.did-it']"));
        Assert.Equal(1, Count<TakeawayAnswered>());
        await learners[0].PostAsync("/sessions?handler=Answer", ("takeaway", Stage.Look(db => db.Takeaways.Single(one => one.IsShared).Id.ToString())), ("isDone", "false"));
        await learners[1].GoAsync("/today");
        await learners[1].PressAsync("sessions.not-yet");
        Assert.Equal(2, Count<TakeawayAnswered>());

        await Stage.SendAsync();
        var statements = Stage.Look(db => db.Deliveries.Select(row => row.Payload).ToList()).ConvertAll(System.Text.Encoding.UTF8.GetString);
        Assert.Contains(statements, text => text.Contains("activity-types/group-session", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, text => text.Contains("Aiko", StringComparison.Ordinal) || text.Contains("secret", StringComparison.Ordinal));
        learners.ForEach(learner => learner.Dispose());
    }

    [Fact]
    public async Task Whoever_leads_moves_people_and_late_ones_sit_down_at_once()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        var learners = await LearnersAsync(school, 7);
        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.start", ("grouping", "Challenge"));
        for (var number = 0; number < 6; number++)
        {
            await learners[number].GoAsync("/sessions");
            await learners[number].PressAsync(
                "sessions.i-am-here", ("behaviour", number < 3 ? "agree-channels" : "draw-out-quiet"), ("hard", $"Hard thing {number}"));
        }

        await teacher.GoAsync("/sessions/lead");
        Assert.Contains("Hard thing 1", teacher.Text, StringComparison.Ordinal);
        await teacher.PressAsync("sessions.propose");
        var moved = Members().First(member => member.GroupNumber == 1).ParticipationId;
        await teacher.PressAsync("sessions.move-keep", ($"move[{moved}]", "3"));
        Assert.Equal(3, teacher.Page.QuerySelectorAll(".board section").Length);
        await teacher.PressAsync("sessions.publish");

        await learners[6].GoAsync("/sessions");
        await learners[6].PressAsync("sessions.i-am-here");
        Assert.NotNull(learners[6].Page.QuerySelector("#prompt"));
        Assert.Equal(3, Members().Single(member => member.ParticipationId == ParticipationOf("Person 7")).GroupNumber);
        Assert.All(Members(), member => Assert.NotNull(member.GroupNumber));

        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.take-out");
        Assert.Equal(6, Members().Count);
        await teacher.PressAsync("sessions.add");
        Assert.Equal(7, Members().Count);
        Assert.All(Members(), member => Assert.NotNull(member.GroupNumber));
        learners.ForEach(learner => learner.Dispose());
    }

    /// <summary>Two press at once, and people come in while somebody ends it: one session, and everybody's history has one end.</summary>
    [Fact]
    public async Task Races_end_right()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        using var second = await school.OpenAsync(school.Claims("90", Teaches));
        var learners = await LearnersAsync(school, 6);
        var starts = new[] { teacher, second, teacher, second }
            .Select(one => one.TryAsync("/sessions/lead?handler=Start", [("grouping", "Sprint")]));
        Assert.All(await Task.WhenAll(starts), status => Assert.Equal(302, status));
        Assert.Equal(1, Stage.Look(db => db.GroupSessions.Count()));
        Assert.Equal(6, Count<GroupSessionOpened>());

        await Task.WhenAll(learners[..5].Select(learner => learner.TryAsync("/sessions?handler=Come", [])));
        Assert.Equal(5, Members().Count);
        await teacher.PostAsync("/sessions/lead?handler=Propose");
        await teacher.PostAsync("/sessions/lead?handler=Publish");
        Task<int>[] ends =
        [
            teacher.TryAsync("/sessions/lead?handler=End", []), second.TryAsync("/sessions/lead?handler=End", []),
            learners[5].TryAsync("/sessions?handler=Come", []),
        ];
        Assert.All(await Task.WhenAll(ends), status => Assert.Equal(302, status));

        Assert.Equal(6, Count<GroupSessionAttended>() + Count<GroupSessionEnded>());
        Assert.Equal(6, Stage.Look(db => db.Events.Where(row => row.Name == "session.attended" || row.Name == "session.ended")
            .Select(row => row.ParticipationId).Distinct().Count()));
        learners.ForEach(learner => learner.Dispose());
    }

    [Fact]
    public async Task It_ends_by_itself_half_an_hour_after_its_time()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        using var learner = await StartAsync(school, "1");
        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.start");
        await learner.GoAsync("/sessions");
        await learner.PressAsync("sessions.i-am-here");
        await Stage.MoveAsync(TimeSpan.FromMinutes(40));
        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.propose");
        await teacher.PressAsync("sessions.publish");

        await Stage.MoveAsync(TimeSpan.FromMinutes(60));
        await Stage.SendAsync();
        Assert.Equal(0, Count<GroupSessionAttended>());
        await Stage.MoveAsync(TimeSpan.FromMinutes(16));
        await Stage.SendAsync();

        Assert.Equal(1, Count<GroupSessionAttended>());
        Assert.Contains("00:45:00", Stage.Look(db => db.Events.Single(row => row.Name == "session.attended").Payload), StringComparison.Ordinal);

        // What stays can still be written, and another can be opened.
        using var later = await school.OpenAsync(school.Claims("1", Learns));
        await later.GoAsync("/sessions");
        await later.PressAsync("sessions.take-keep", ("when", "Monday"), ("will", "begin"));
        Assert.Equal(1, Count<TakeawayMade>());
        using var again = await school.OpenAsync(school.Claims("9", Teaches));
        await again.GoAsync("/sessions/lead");
        await again.PressAsync("sessions.start");
        Assert.Equal(2, Stage.Look(db => db.GroupSessions.Count()));
    }

    [Fact]
    public async Task Pages_hear_of_changes_and_learners_cannot_lead()
    {
        using var school = await BeginAsync();
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        using var learner = await StartAsync(school, "1");
        await learner.PostAsync("/sessions/lead?handler=Start", ("grouping", "Sprint"));
        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
        await learner.GoAsync("/sessions");
        using var reader = new StreamReader(await learner.OpenStreamAsync("/sessions?handler=Stream"));
        Assert.Equal("none", await SprintJourneyTests.NextAsync(reader));
        Assert.Equal(204, (await learner.TryGetAsync("/sessions?handler=Part&version=none")).Status);
        await teacher.GoAsync("/sessions/lead");
        await teacher.PressAsync("sessions.start", ("grouping", "Sprint"));
        Assert.NotEqual("none", await SprintJourneyTests.NextAsync(reader));
        await learner.GoAsync("/sessions?handler=Part&version=none");
        Assert.Null(learner.Page.QuerySelector("nav"));
    }

    private int Count<T>()
        where T : JourneyEvent
    {
        var name = EventTypes.NameOf<T>();
        return Stage.Look(db => db.Events.Count(row => row.Name == name));
    }

    private List<SessionMember> Members() => Stage.Look(db => db.SessionMembers.AsNoTracking().ToList());

    private Guid ParticipationOf(string name) => Stage.Look(db => (
        from person in db.People
        join participation in db.Participations on person.Id equals participation.PersonId
        where person.Name == name
        select participation.Id).Single());

    private static async Task<List<Visitor>> LearnersAsync(ScriptedSchool school, int count)
    {
        var learners = new List<Visitor>();
        for (var number = 1; number <= count; number++)
        {
            learners.Add(await StartAsync(school, $"{number}"));
        }

        return learners;
    }

    private async Task<ScriptedSchool> BeginAsync()
    {
        var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.PostAsync("/setup/add?template=six-week-journey&language=en");
        await teacher.PressAsync("setup.save");
        return school;
    }

    private static async Task<Visitor> StartAsync(ScriptedSchool school, string subject)
    {
        var learner = await school.OpenAsync(school.Claims(subject, Learns));
        await learner.PressAsync("shared.start");
        return learner;
    }
}
