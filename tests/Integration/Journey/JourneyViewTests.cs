using System.Net;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Path;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class JourneyViewOnSqliteTests() : JourneyViewTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class JourneyViewOnPostgresTests() : JourneyViewTests(onPostgres: true);

/// <summary>Whoever is in the journey with a learner says how they see the learner: the learning buddy, and whoever facilitates.</summary>
public abstract class JourneyViewTests(bool onPostgres) : GuestScene(onPostgres)
{
    private const string Quiet = "quiet-voices";

    [Fact]
    public async Task A_buddy_is_asked_gives_a_view_and_the_learner_is_told_once()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await BePairedAsync(learner);
        await learner.GoAsync("/path/ask");
        await learner.PressAsync("path.view-want", ("by", "Buddy"));
        AssertSays(learner, Wording.Of("path.done-view-wanted"));
        AssertSays(learner, Wording.Of("path.view-asked"));
        Assert.Single(learner.Page.QuerySelectorAll("button[data-text='path.view-want']"));

        var asked = Assert.Single(Told(MessageName.ViewWanted));
        Assert.Equal(PersonId(Buddy), asked.PersonId.ToString());
        await buddy.GoAsync($"/news?handler=Open&id={asked.Id}");
        Assert.Equal(Wording.Of("path.view-heading", Learner.Name), buddy.Heading);
        await buddy.PressAsync("path.view-give", ($"level[{Quiet}]", "1"), ("level[keeps-time]", "2"));
        AssertSays(buddy, Wording.Of("path.done-view-given"));

        Assert.Equal(
            [("keeps-time", Viewer.Buddy, 2d), (Quiet, Viewer.Buddy, 1d)],
            Given().Select(view => (view.BehaviourId, view.By, view.Points.Raw)).OrderBy(view => view.BehaviourId, StringComparer.Ordinal));
        var told = Assert.Single(Told(MessageName.ViewGiven));
        Assert.Equal((PersonId(Learner), PersonId(Buddy)), (told.PersonId.ToString(), told.FromId.ToString()));
        Assert.NotNull(Told(MessageName.ViewWanted).Single().ReadAt);
        await learner.GoAsync("/path/ask");
        AssertSays(learner, Wording.Of("path.view-answered"));
    }

    [Fact]
    public async Task What_others_say_is_shown_after_the_own_answer_and_as_a_blind_spot()
    {
        using var learner = await StartAsync(Learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync($"/reviews/learner?id={Participation()}");
        await teacher.FollowNamedAsync(Wording.Of("path.say-how-you-see", Learner.Name));
        await teacher.PressAsync("path.view-give", ($"level[{Quiet}]", "0"));
        Assert.Equal(Viewer.Facilitator, Assert.Single(Given()).By);

        await Stage.SendAsync();
        foreach (var page in new[] { "/path", "/statements" })
        {
            await learner.GoAsync(page);
            Assert.DoesNotContain(Room.Teacher.Name, learner.Text, StringComparison.Ordinal);
        }

        await learner.PostAsync("/path", ($"level[{Quiet}]", "3"), ("level[keeps-time]", "1"), ("level[remote-decision]", "1"));
        await AnswerAllAsync(learner);
        AssertSays(learner, Wording.Of("path.facilitator-says", Room.Teacher.Name, Wording.Of("path.level-0")));
        AssertSays(learner, Wording.Of("path.blind-spot"));
        await learner.GoAsync("/statements");
        AssertSays(learner, Room.Teacher.Name);
    }

    [Fact]
    public async Task Somebody_who_was_asked_is_left_in_peace_for_a_week()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/path/ask");
        await learner.PressAsync("path.view-want", ("by", "Facilitator"));
        Assert.Empty(learner.Page.QuerySelectorAll("button[data-text^='path.view-want']"));
        await learner.PostAsync("/path/ask?handler=Want", ("by", "Facilitator"));
        await learner.PostAsync("/path/ask?handler=Want", ("by", "Buddy"));
        await learner.PostAsync("/path/ask?handler=Want", ("by", "Manager"));

        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "path.view-wanted")));
    }

    [Fact]
    public async Task Nobody_says_how_they_see_themselves_or_a_stranger_and_a_buddy_only_while_the_two_are_a_pair()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await BePairedAsync(learner);
        using var stranger = await Room.OpenAsync(Room.Learners[2]);
        var page = $"/path/view?id={Participation()}";
        await buddy.GoAsync(page);
        Assert.Equal(HttpStatusCode.OK, buddy.Status);
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.end-pairing");

        foreach (var visitor in new[] { learner, buddy, stranger })
        {
            await visitor.GoAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
            await visitor.PostAsync(page, ($"level[{Quiet}]", "1"));
        }

        Assert.Empty(Given());
    }

    [Fact]
    public async Task A_buddy_from_outside_says_it_on_a_page_of_their_own()
    {
        var (learner, ruth) = await PairAsync();
        await ruth.FollowAsync("path.view-open");
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "2"));

        Assert.Equal((Viewer.Buddy, RuthId()), Given().Select(view => (view.By, (Guid?)view.PersonId)).Single());
        learner.Dispose();
        ruth.Dispose();
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design with { Sections = design.Sections.With(new PathSection()) };

    private async Task<Visitor> BePairedAsync(Visitor learner)
    {
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        return buddy;
    }

    /// <summary>Whatever is still asked is answered by the middle of the scale.</summary>
    private static async Task AnswerAllAsync(Visitor learner)
    {
        await learner.GoAsync("/path");
        while (learner.Page.QuerySelectorAll("fieldset input[type=radio]").Select(input => input.GetAttribute("name")!).Distinct().ToList() is { Count: > 0 } asked
            && learner.Page.QuerySelector("input[name=group]") is { } group)
        {
            var open = asked.Where(name => learner.Page.QuerySelector($"input[name='{name}'][checked]") is null);
            await learner.PostAsync("/path", [("group", group.GetAttribute("value")!), .. open.Select(name => (name, "1"))]);
            await learner.GoAsync("/path");
        }
    }

    private Guid Participation() => Stage.Look(db => db.Participations.OrderBy(one => one.Id).First().Id);

    private MessageRow[] Told(string kind) => Stage.Look(db => db.Messages.Where(row => row.Kind == kind).ToArray());

    private ViewGiven[] Given() => Stage.Look(db => db.Events.Where(row => row.Name == "path.view-given").OrderBy(row => row.Sequence).ToList())
        .Select(row => (ViewGiven)row.ToEvent().What).ToArray();
}
