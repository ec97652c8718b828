using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ElsewhereOnSqliteTests() : ElsewhereTests(onPostgres: false);

public sealed class ElsewhereOnPostgresTests() : ElsewhereTests(onPostgres: true);

/// <summary>A learning buddy who is in another course of the same platform, and the last place that two learners want.</summary>
public abstract class ElsewhereTests(bool onPostgres) : TalkScene(onPostgres)
{
    [Fact]
    public async Task By_a_code_somebody_of_another_course_becomes_the_buddy_and_opens_what_is_shared_from_there()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        AssertSays(buddy, Wording.Of("buddies.done-accepted-elsewhere"));
        Assert.Contains(Learner.Name, buddy.Text, StringComparison.Ordinal);
        var list = buddy.Address;

        await buddy.PressAsync("buddies.elsewhere-open");
        Assert.Contains("Weekly call", buddy.Text, StringComparison.Ordinal);
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), buddy.Heading);
        await buddy.GoAsync($"/buddies/talk?id={PairId}&number=1");
        Assert.Equal(System.Net.HttpStatusCode.OK, buddy.Status);
        foreach (var path in new[] { "/today", "/buddies", "/questions", "/reviews" })
        {
            Assert.Equal(404, (await buddy.TryGetAsync(path)).Status);
        }

        // Back to the own course, and in again: nobody is stuck between the two.
        await buddy.FollowAsync("shared.back-to-own-course");
        Assert.Equal(list.AbsolutePath, buddy.Address.AbsolutePath);
        await buddy.PressAsync("buddies.elsewhere-open");
        Assert.Null(buddy.Page.QuerySelector("[data-text='guests.erase']"));

        // The learner parts: the door closes, and the list is empty.
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.end-pairing");
        Assert.NotEqual(200, (await buddy.TryGetAsync("/guest")).Status);
        await buddy.GoToAsync(list, "same-origin");
        Assert.Null(buddy.Page.QuerySelector("#elsewhere"));
    }

    [Fact]
    public async Task Who_stops_is_back_in_the_own_course_and_the_session_lasts_no_longer_than_one_of_an_lms()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        await buddy.PressAsync("buddies.elsewhere-open");
        await Stage.MoveAsync(TimeSpan.FromMinutes(95));
        Assert.Equal(401, (await buddy.TryGetAsync("/guest")).Status);

        using var again = await room.OpenAsync(room.Learners[1]);
        await again.GoAsync("/buddies");
        await again.PressAsync("buddies.elsewhere-open");
        await again.PressAsync("guests.stop");
        AssertSays(again, Wording.Of("guests.done-stopped"));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.left")));
    }

    [Fact]
    public async Task A_code_is_good_once_wherever_it_is_typed_and_never_for_the_learner()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using (var same = await room.OpenAsync(room.Learners.Single(person => person.Sub == Learner.Sub)))
        {
            await JoinAsync(same, code);
            Assert.Equal(Wording.Of("buddies.too-late"), same.Heading);
        }

        using var first = await room.OpenAsync(room.Learners.First(person => person.Sub != Learner.Sub));
        await JoinAsync(first, code);
        using var second = await Room.OpenAsync(Buddy);
        await JoinAsync(second, code);
        Assert.Equal(Wording.Of("buddies.too-late"), second.Heading);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.accepted")));
    }

    [Fact]
    public async Task Two_who_want_a_buddys_last_place_at_the_same_moment_get_one_place()
    {
        var learners = Room.Learners.Where(person => person.Sub != Buddy.Sub).Take(4).ToList();
        await ComeInAsync(Buddy);
        foreach (var person in learners)
        {
            using var learner = await StartAsync(person);
            await learner.AskAsync(PersonId(Buddy));
        }

        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        var pairs = Stage.Look(db => db.Groups.Select(pair => pair.Id).ToList());
        Assert.Equal(4, pairs.Count);
        await Task.WhenAll(pairs.Select(pair => buddy.TryAsync($"/buddies/answer?handler=Accept&id={pair}", [])));

        // Two is how many one person supports here.
        Assert.Equal(2, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.accepted")));
        Assert.Equal(2, Stage.Look(db => db.Memberships.Count(member => member.PersonId == Guid.Parse(PersonId(Buddy)))));
    }

    private static async Task JoinAsync(Visitor buddy, string code)
    {
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.join", ("code", code));
    }

    private async Task<string> CodeAsync(Visitor learner)
    {
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.invite-by-code");
        return Stage.Look(db => db.Invitations.Single().Code!);
    }

    private async Task<Classroom> OtherCourseAsync()
    {
        var room = new Classroom(Stage, "moodle", Room.School.FindCourse("3")!);
        await room.AddJourneyAsync();
        return room;
    }
}
