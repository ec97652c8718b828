extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class SuggestionOnSqliteTests() : SuggestionTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class SuggestionOnPostgresTests() : SuggestionTests(onPostgres: true);

/// <summary>Who has no learning buddy and why, and whom they could ask: the learner reads names, and chooses.</summary>
public abstract class SuggestionTests(bool onPostgres) : TalkScene(onPostgres)
{
    [Fact]
    public async Task After_a_refusal_three_others_are_named_with_their_reasons_and_one_of_them_is_asked()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Assert.Null(learner.Page.QuerySelector("#suggested"));
        await DeclineAsync(learner);

        await learner.GoAsync("/buddies");
        Assert.Equal(Wording.Of("buddies.suggested"), learner.Page.QuerySelector("[data-text='buddies.suggested']")?.TextContent);
        var names = Suggested(learner);
        Assert.Equal(BuddySuggestions.Most, names.Count);
        Assert.DoesNotContain(Buddy.Name, names);
        Assert.Contains(Wording.Of("buddies.why-supports-nobody"), learner.Text, StringComparison.Ordinal);

        await learner.FollowAsync("buddies.invite");
        await learner.PressAsync("buddies.invite");
        AssertSays(learner, Wording.Of("buddies.done-invited"));
        Assert.Contains(Stage.Look(db => db.People.Single(person => person.Id == db.Invitations.OrderByDescending(row => row.Id).First().PersonId)).DisplayName, names);
    }

    [Fact]
    public async Task An_invitation_that_ran_out_leads_to_names_too_and_who_works_on_the_same_comes_first()
    {
        var same = Room.Learners[2];
        using (var other = await StartAsync(same))
        {
            await WriteAndSendAsync(other);
        }

        await OthersComeInAsync();
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await learner.AskAsync(PersonId(Room.Learners[1]));
        await Stage.MoveAsync(TimeSpan.FromDays(8));

        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/buddies");
        Assert.Equal(same.Name, Suggested(later)[0]);
        Assert.Contains(Wording.Of("buddies.why-same"), later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_facilitates_sees_who_has_none_and_why_and_suggests_three_whom_the_learner_may_ask()
    {
        using var learner = await StartAsync(Learner);
        await DeclineAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/buddies/learners");
        Assert.Contains(Learner.Name, teacher.Text, StringComparison.Ordinal);
        Assert.Contains(WordsBefore("buddies.group-declined"), teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Buddy.Name, teacher.Text, StringComparison.Ordinal);

        await teacher.FollowAsync("buddies.suggest-three");
        var boxes = teacher.Page.QuerySelectorAll("input[name=person]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(BuddySuggestions.Most, boxes.Count);
        await teacher.PostAsync(teacher.Address.PathAndQuery[teacher.Address.PathAndQuery.IndexOf("/buddies", StringComparison.Ordinal)..], ("person", boxes.First(box => box != PersonId(Buddy))));
        AssertSays(teacher, Wording.Of("buddies.done-suggested"));

        await learner.GoAsync("/buddies");
        Assert.Equal(Wording.Of("buddies.suggested-by-facilitator"), learner.Page.QuerySelector("[data-text='buddies.suggested-by-facilitator']")?.TextContent);
        Assert.Single(Suggested(learner));
        Assert.Equal(PersonId(Learner), Stage.Look(db => db.Messages.Single(row => row.Kind == "buddy.suggested").PersonId.ToString()));
    }

    [Fact]
    public async Task Nobody_comes_in_by_a_form_made_by_hand_and_nobody_chosen_is_said()
    {
        await OthersComeInAsync();
        using var learner = await StartAsync(Learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        var participation = Stage.Look(db => db.Participations.Single().Id);

        await teacher.PostAsync($"/buddies/suggest?id={participation}");
        Assert.Contains(Wording.Of("buddies.suggest-choose-one"), teacher.Text, StringComparison.Ordinal);

        await teacher.PostAsync($"/buddies/suggest?id={participation}", ("person", PersonId(Learner)), ("person", PersonId(Room.Teacher)));
        Assert.Empty(Stage.Look(db => db.Events.Where(row => row.Name == "buddy.suggested").ToList()));

        Assert.Equal(404, (await learner.TryGetAsync("/buddies/learners")).Status);
        Assert.Equal(404, (await learner.TryGetAsync($"/buddies/suggest?id={participation}")).Status);
    }

    [Fact]
    public async Task Who_asks_somebody_meanwhile_or_goes_on_alone_is_suggested_nobody()
    {
        await OthersComeInAsync();
        using var learner = await StartAsync(Learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        var participation = Stage.Look(db => db.Participations.Single().Id);
        await learner.PostAsync("/buddies/without");

        await teacher.PostAsync($"/buddies/suggest?id={participation}", ("person", PersonId(Buddy)));
        Assert.Contains(Wording.Of("buddies.suggest-gone"), teacher.Text, StringComparison.Ordinal);
        Assert.Empty(Stage.Look(db => db.Events.Where(row => row.Name == "buddy.suggested").ToList()));
        await teacher.GoAsync("/buddies/learners");
        Assert.Contains(Wording.Of("buddies.group-without"), teacher.Text, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("[data-text='buddies.suggest-three']"));
    }

    [Fact]
    public async Task Who_was_asked_and_who_the_buddy_is_stands_on_no_page_and_in_no_export_of_a_facilitator()
    {
        using var learner = await StartAsync(Learner);
        await DeclineAsync(learner);
        await learner.AskAsync(PersonId(Room.Learners[2]));
        using (var second = await Room.OpenAsync(Room.Learners[2]))
        {
            await second.GoAsync("/buddies");
            await second.PressAsync("buddies.accept");
        }

        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        foreach (var path in new[] { "/statements", "/statements?handler=Csv", "/statements?handler=JsonLines" })
        {
            await teacher.GoAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, teacher.Status);
            Assert.DoesNotContain("/pairings/", teacher.Page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("invited", teacher.Page.Source.Text, StringComparison.Ordinal);
        }

        using var own = await Room.OpenAsync(Learner);
        await own.GoAsync("/statements?handler=JsonLines");
        Assert.Contains("/pairings/", own.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_the_buddy_is_seen_only_while_the_learner_shows_it()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await HoldAsync(learner, buddy, 1, "the next call starts", "ask Aiko first");
        await teacher.GoAsync("/buddies/learners?all=true");
        Assert.Contains(Wording.OfCount("buddies.group-talks", 1), teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("buddies.group-who", Buddy.Name), teacher.Text, StringComparison.Ordinal);

        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.show-name");
        AssertSays(learner, Wording.Of("buddies.done-name-shown"));
        await teacher.GoAsync("/buddies/learners?all=true");
        Assert.Contains(Wording.Of("buddies.group-who", Buddy.Name), teacher.Text, StringComparison.Ordinal);

        await learner.PressAsync("buddies.hide-name");
        await teacher.GoAsync("/buddies/learners?all=true");
        Assert.DoesNotContain(Wording.Of("buddies.group-who", Buddy.Name), teacher.Text, StringComparison.Ordinal);
        learner.Dispose();
        buddy.Dispose();
    }

    /// <summary>Where a roster doesn't tell staff from learners, people can be asked once they were here.</summary>
    private async Task OthersComeInAsync()
    {
        foreach (var other in Room.Learners.Skip(1))
        {
            await ComeInAsync(other);
        }
    }

    /// <summary>The learner asks, and gets a no.</summary>
    private async Task DeclineAsync(Visitor learner)
    {
        await OthersComeInAsync();
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.decline");
    }

    private static List<string> Suggested(Visitor learner) =>
        [.. learner.Page.QuerySelectorAll("#suggested strong").Select(name => name.TextContent)];

    private static string WordsBefore(string id) => Wording.Of(id, "{0}").Split("{0}")[0];
}
