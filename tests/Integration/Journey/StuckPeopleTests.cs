using System.Text.Json;
using AngleSharp.Dom;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class StuckPeopleOnSqliteTests() : StuckPeopleTests(onPostgres: false);

public sealed class StuckPeopleOnPostgresTests() : StuckPeopleTests(onPostgres: true);

/// <summary>Who can't go on, who has not begun, and what somebody has shown: true, and one press away.</summary>
public abstract class StuckPeopleTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Facilitators_see_who_can_not_go_on_and_why_and_who_has_not_begun()
    {
        using (await Room.OpenAsync(Buddy))
        using (var learner = await StartAsync(Learner))
        {
            await learner.AskAsync(PersonId(Buddy));
        }

        using (var teacher = await Room.OpenAsync(Room.Teacher))
        {
            Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
            Assert.Contains(Buddy.Name, teacher.Page.QuerySelectorAll("details li").Select(row => row.TextContent.Trim()));
            Assert.DoesNotContain(Learner.Name, teacher.Page.QuerySelectorAll("details li").Select(row => row.TextContent.Trim()));
        }

        await AssertStuckAsync(TimeSpan.FromDays(4), "asked someone to be their learning buddy", "reviews.look", Learner.Name);
        await AssertStuckAsync(TimeSpan.FromDays(6), "has had no learning buddy", "reviews.suggest-three", Wording.Of("buddies.suggest-title", Learner.Name));
    }

    [Fact]
    public async Task A_question_that_nobody_answered_is_one_press_away()
    {
        using (var learner = await StartAsync(Learner))
        {
            await learner.PostAsync("/questions/ask", ("text", "How do you begin?"), ("audience", "Facilitators"));
        }

        await AssertStuckAsync(TimeSpan.FromDays(6), "asked a question", "reviews.answer", "How do you begin?");
    }

    [Fact]
    public async Task What_was_shown_of_a_behaviour_is_counted_and_opens()
    {
        using (await ConfirmOneAsync())
        using (var learner = await Room.OpenAsync(Learner))
        {
            await learner.PostAsync("/evidence/new?behaviour=keeps-time");
            await learner.PressAsync("evidence.send", ("Situation", "The stand-up."), ("Action", "Ended on time."), ("Outcome", "Relief."));
            await learner.GoAsync("/today");
            var shown = learner.Page.QuerySelectorAll(".rows > details").Where(row => row.QuerySelector("a[href*='/evidence/show']") is not null).ToList();
            Assert.Equal(2, shown.Count);
            Assert.Contains("1 of", shown[0].TextContent, StringComparison.Ordinal);
            Assert.NotNull(shown[0].QuerySelector(".dots .yes"));

            await learner.GoToAsync(new Uri(learner.Address, shown[0].QuerySelector("a[href*='/evidence/show']")!.GetAttribute("href")), "same-origin");

            Assert.Equal("Weekly call, seven people, two never speak.", learner.Heading);
        }
    }

    [Fact]
    public async Task What_is_typed_in_the_set_up_is_there_after_a_reload_and_learners_see_it_when_it_is_saved()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        var title = teacher.Heading;
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        var (page, form) = (teacher.Address, teacher.Form("setup.save"));
        Assert.Contains("handler=Draft", form.GetAttribute("data-draft"), StringComparison.Ordinal);

        var typed = Visitor.Values(form, ("Title", "Half typed"), ("Behaviours[0].Statement", "")).Select(field => (field.Key, field.Value));
        Assert.Equal(200, await teacher.TryAsync($"/setup/edit?handler=Draft&{page.Query.TrimStart('?')}", typed));

        await teacher.GoToAsync(page, "same-origin");
        Assert.Equal("Half typed", teacher.Page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Null(teacher.Page.QuerySelector(".fault"));
        Assert.Equal(1, Stage.Look(db => db.DesignVersions.Count()));
        await teacher.PressAsync("shared.discard-draft");
        Assert.Equal(title, teacher.Heading);
        await teacher.GoToAsync(page, "same-origin");
        Assert.Equal(title, teacher.Page.QuerySelector("#Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_who_type_in_the_same_set_up_are_told_and_neither_loses_a_word()
    {
        using var one = await Room.OpenAsync(Room.Teacher);
        using var other = await Room.OpenAsync(Room.Teacher);
        var (mine, theirs) = (await SetUpAsync(one), await SetUpAsync(other));

        var (first, told) = await one.TryForAnswerAsync(mine.Draft, Typed(mine.Form, "Of the first"));
        Assert.Equal(200, first);
        Assert.Equal(409, (await other.TryForAnswerAsync(theirs.Draft, Typed(theirs.Form, "Of the second"))).Status);
        Assert.Equal("Of the first", Stage.Look(db => db.Designs.Single()).Draft!.Title);

        // Whoever goes on where they were is not asked, and who has seen the other's words may type over them.
        var number = JsonElement.Parse(told).GetProperty("number").GetRawText();
        Assert.Equal(200, (await one.TryForAnswerAsync(mine.Draft, Typed(mine.Form, "Of the first again", number))).Status);
        Assert.Equal(409, (await other.TryForAnswerAsync(theirs.Draft, Typed(theirs.Form, "Of the second", number))).Status);

        // Without a script: what both typed is shown before it is published.
        await other.PressAsync("setup.save", ("Title", "Of the second"));
        Assert.Contains(Wording.Of("setup.typed-together"), other.Text, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.DesignVersions.Count()));
        await other.PressAsync("setup.save");
        Assert.Equal(2, Stage.Look(db => db.DesignVersions.Count()));
        Assert.Equal("Of the second", Stage.Look(db => db.Designs.Single().Title));
    }

    private static async Task<(string Draft, AngleSharp.Html.Dom.IHtmlFormElement Form)> SetUpAsync(Visitor teacher)
    {
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        return ($"/setup/edit?handler=Draft&{teacher.Address.Query.TrimStart('?')}", teacher.Form("setup.save"));
    }

    private static IEnumerable<(string, string)> Typed(AngleSharp.Html.Dom.IHtmlFormElement form, string title, string? number = null)
    {
        (string, string)[] typed = number is null ? [("Title", title)] : [("Title", title), ("DraftNumber", number)];
        return Visitor.Values(form, typed).Select(field => (field.Key, field.Value));
    }

    private async Task AssertStuckAsync(TimeSpan later, string why, string button, string leadsTo)
    {
        await Stage.MoveAsync(later);
        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        Assert.Equal(Wording.Of("reviews.nothing-to-read"), teacher.Heading);
        var row = Assert.Single(teacher.Page.QuerySelectorAll("ul.rows > li"));
        Assert.Contains(Learner.Name, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(why, row.TextContent, StringComparison.Ordinal);
        await teacher.FollowAsync(button);
        Assert.Equal(leadsTo, teacher.Heading);
    }
}
