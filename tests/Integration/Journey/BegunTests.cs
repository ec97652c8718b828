extern alias demolms;

using System.Net;
using AngleSharp.Dom;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;
using Person = demolms::LearningBuddy.DemoLms.World.Person;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class BegunOnSqliteTests() : BegunTests(onPostgres: false);

public sealed class BegunOnPostgresTests() : BegunTests(onPostgres: true);

/// <summary>What somebody begins to write: from the first word on it is there until it is sent or discarded, and nobody's words are lost.</summary>
public abstract class BegunTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_draft_begins_with_the_first_word_and_comes_first_until_it_is_discarded()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        var id = IdOf(learner);
        Assert.True(learner.Page.QuerySelector("input[name=Behaviours][value=quiet-voices]")!.HasAttribute("checked"));
        await SaveAsync(learner, id, ("Behaviours", "quiet-voices"), ("AppliedOn", "2026-11-02"));
        Assert.Equal(0, Stage.Look(db => db.Evidence.Count()));
        await learner.GoAsync("/today");
        Assert.NotEqual(Wording.Of("evidence.finish-draft"), learner.Heading);

        await SaveAsync(learner, id, ("Situation", "A weekly call."), ("Behaviours", "quiet-voices"));
        await SaveAsync(learner, id, ("Situation", "A weekly call, seven people."), ("Behaviours", "quiet-voices"), ("DraftNumber", "1"));
        Assert.Equal("A weekly call, seven people.", Stage.Look(db => db.Evidence.Single()).Draft.Situation);
        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("evidence.finish-named", "A weekly call, seven people."), learner.Heading);
        Assert.Empty(learner.Page.QuerySelectorAll(".next form[action*='/evidence/new']"));

        await learner.PressAsync("shared.discard-draft");
        Assert.Contains(Wording.Of("evidence.done-discarded"), learner.Text, StringComparison.Ordinal);
        Assert.NotEqual(Wording.Of("evidence.finish-named", "A weekly call, seven people."), learner.Heading);
        Assert.Equal(0, Stage.Look(db => db.Evidence.Count()));
        await learner.GoAsync($"/evidence/write?id={id}");
        Assert.Equal(HttpStatusCode.OK, learner.Status);
    }

    [Fact]
    public async Task Words_that_come_at_the_same_moment_begin_one_draft()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        var path = $"/evidence/write?handler=Keep&id={IdOf(learner)}";

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => learner.TryAsync(path, [("Situation", "A weekly call.")])));

        Assert.Equal("A weekly call.", Stage.Look(db => db.Evidence.Single()).Draft.Situation);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "evidence.drafted")));
    }

    [Fact]
    public async Task What_was_sent_before_is_never_discarded_and_nobody_discards_the_draft_of_another()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new");
        await learner.PressAsync("evidence.keep", ("Situation", "A weekly call."));
        var draft = Stage.Look(db => db.Evidence.Single().Id);
        using var other = await StartAsync(Buddy);
        await other.PostAsync($"/evidence/write?handler=Discard&id={draft}");
        await SaveAsync(other, draft.ToString(), ("Situation", "Not mine."));
        Assert.Equal("A weekly call.", Stage.Look(db => db.Evidence.Single()).Draft.Situation);

        await WriteAndSendAsync(learner);
        var sent = Stage.Look(db => db.Evidence.Single(piece => piece.Revision == 1).Id);
        await learner.PostAsync($"/evidence/write?handler=Discard&id={sent}");
        Assert.Equal(2, Stage.Look(db => db.Evidence.Count()));
    }

    [Fact]
    public async Task Sent_in_another_tab_the_words_of_this_one_are_given_back_with_the_way_to_what_was_sent()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var id = Stage.Look(db => db.Evidence.Single().Id);
        foreach (var button in new[] { "Keep", "File", "Send" })
        {
            await learner.PostAsync($"/evidence/write?handler={button}&id={id}", ("Situation", "Other words."), ("Action", "Of the other tab."));
            AssertGivenBack(learner, "evidence.sent-before", $"/evidence/show?id={id}", Wording.Of("shared.the-situation"), "Other words.");
        }

        // Pressed twice, the same words lead to where they are.
        var version = Stage.Look(db => db.EvidenceVersions.Single().Text);
        await learner.PostAsync(
            $"/evidence/write?handler=Send&id={id}",
            ("Situation", version.Situation), ("Action", version.Action), ("Outcome", version.Outcome), ("Behaviours", "quiet-voices"),
            ("AppliedOn", version.AppliedOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((HttpStatusCode.OK, version.Title), (learner.Status, learner.Heading));
    }

    [Fact]
    public async Task A_facilitator_who_was_not_the_first_gets_the_own_words_back_with_the_way_to_the_answer()
    {
        using (var learner = await StartAsync(Learner))
        {
            await WriteAndSendAsync(learner);
        }

        var id = Stage.Look(db => db.Evidence.Single().Id);
        using var second = await AssistantAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        await second.PostAsync(
            $"/reviews/give?handler=Confirm&id={id}", ("Levels[quiet-voices]", "1"), ("Worked", "My own view."), ("Challenge", "Ask twice."));

        AssertGivenBack(second, "reviews.answered-first", $"/evidence/show?id={id}", Wording.Of("shared.what-worked"), "My own view.");
        await teacher.PostAsync(
            $"/reviews/give?handler=Confirm&id={id}",
            ("Levels[quiet-voices]", "2"), ("Worked", "You waited, and said her name."), ("Challenge", "Next time, ask two people."));
        Assert.Equal((HttpStatusCode.OK, Wording.Of("reviews.nobody-waits")), (teacher.Status, teacher.Heading));
    }

    [Fact]
    public async Task A_review_that_is_being_written_can_be_discarded()
    {
        using (var learner = await StartAsync(Learner))
        {
            await WriteAndSendAsync(learner);
        }

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.confirm", ("Worked", "Half a"));
        Assert.Equal("Half a", teacher.Page.QuerySelector("#Worked")!.TextContent);

        await teacher.PressAsync("shared.discard-draft");
        await teacher.FollowAsync("shared.review");

        Assert.Equal("", teacher.Page.QuerySelector("#Worked")!.TextContent);
        Assert.Equal(0, Stage.Look(db => db.ReviewDrafts.Count()));
    }

    [Fact]
    public async Task An_exercise_that_was_done_is_quoted_above_empty_fields()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.MoveToNudgeAsync();
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/inbox");
        var asked = learner.Page.QuerySelector(".next h2")!.TextContent.Trim();
        Assert.Contains(asked, Stage.Look(db => db.DesignVersions.First()).Content.Find<NudgesSection>()!.Exercises.Select(exercise => exercise.Text));

        await learner.PressAsync("nudges.did-it");

        Assert.Contains(asked, learner.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", learner.Page.QuerySelector("#Action")!.TextContent);
        Assert.Equal(1, Stage.Look(db => db.Evidence.Count()));
        await learner.PressAsync("evidence.keep", ("Situation", "The stand-up."));
        await learner.FollowAsync("shared.go-on-writing");
        Assert.Contains(asked, learner.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        await learner.PressAsync("evidence.send", ("Action", "I waited."), ("Outcome", "They spoke."));
        Assert.Equal("The stand-up.", learner.Heading);
        Assert.DoesNotContain(asked, learner.Text, StringComparison.Ordinal);
    }

    private static void AssertGivenBack(Visitor to, string heading, string result, string label, string words)
    {
        Assert.Equal((HttpStatusCode.Conflict, Wording.Of(heading)), (to.Status, to.Heading));
        Assert.EndsWith(result, to.Page.QuerySelector("main a")!.GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
        var area = Assert.Single(to.Page.QuerySelectorAll("textarea"), area => area.TextContent == words);
        Assert.Equal(label, to.Page.QuerySelector($"label[for='{area.Id}']")!.TextContent);
    }

    private static string IdOf(Visitor on) => System.Web.HttpUtility.ParseQueryString(on.Address.Query)["id"]!;

    private static Task<int> SaveAsync(Visitor learner, string id, params (string Name, string Value)[] typed) =>
        learner.TryAsync($"/evidence/write?handler=Draft&id={id}", typed);

    private async Task<Visitor> AssistantAsync()
    {
        var person = new Person("7002", "second7002", "Second", "Reader", "second7002@example.edu");
        Room.School.Add(person);
        Room.Course.Enrol(new Enrolment(person, CourseRole.Assistant));
        return await Room.OpenAsync(person);
    }
}
