using System.Globalization;
using AngleSharp.Dom;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>What every form owes to whoever fills it in.</summary>
public sealed class FormTests() : JourneyScene(onPostgres: false)
{
    [Fact]
    public async Task A_field_at_fault_is_tied_to_the_words_about_it()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync("evidence.send", ("Situation", " "), ("AppliedOn", ""));
        AssertTied(learner, "#Situation", "#Action", "#Outcome", "#AppliedOn");
        await WriteAndSendAsync(learner);
        await learner.GoAsync("/questions/ask");
        await learner.PressAsync("questions.ask");
        AssertTied(learner, "#text");

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.confirm");
        AssertTied(teacher, "#Worked", "#Challenge", "fieldset");
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync(
            "setup.save", ("Title", ""), ("StartsOn", "2026-11-02"), ("EndsOn", "2026-11-01"), ("TimeZone", "Mars"), ("grades.Maximum", "-1"),
            ("buddies.Capacity", "0"));
        AssertTied(teacher, "#Title", "#EndsOn", "#TimeZone", "#Maximum");
    }

    [Fact]
    public async Task The_skip_link_leads_behind_the_places()
    {
        using var learner = await StartAsync(Learner);

        var target = learner.Page.QuerySelector(learner.Page.QuerySelector("a.skip")!.GetAttribute("href")!)!;

        Assert.Equal("MAIN", target.TagName);
        Assert.Null(target.QuerySelector(".places"));
        Assert.True(learner.Page.QuerySelector(".places")!.CompareDocumentPosition(target).HasFlag(DocumentPositions.Following));
        Assert.NotNull(target.QuerySelector("h1"));
    }

    [Fact]
    public async Task The_day_is_asked_for_and_today_where_the_learner_is_is_proposed()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Stage.Look(db => db.DesignVersions.First()).Content.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Stage.Clock.GetUtcNow(), zone).DateTime);
        Assert.Equal(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), learner.Page.QuerySelector("#AppliedOn")!.GetAttribute("value"));

        await learner.PressAsync("evidence.send", ("Situation", "A call."), ("Action", "I asked."), ("Outcome", "Good."), ("AppliedOn", ""));

        Assert.Equal(0, Stage.Look(db => db.Evidence.Single()).Revision);
        AssertTied(learner, "#AppliedOn");
        await learner.PressAsync("evidence.send", ("AppliedOn", "2026-11-02"));
        Assert.Equal(new DateOnly(2026, 11, 2), Stage.Look(db => db.EvidenceVersions.Single()).Text.AppliedOn);
    }

    /// <summary>All faults of the page have their field, and all fields at fault their words; these fields are among them.</summary>
    private static void AssertTied(Visitor on, params string[] fields)
    {
        var described = on.Page.QuerySelectorAll("[aria-describedby]")
            .SelectMany(field => field.GetAttribute("aria-describedby")!.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        Assert.All(
            on.Page.QuerySelectorAll("form .fault").Where(words => words.TextContent.Trim().Length > 0),
            words => Assert.True(described.Contains(words.Id ?? ""), $"Nothing is tied to “{words.TextContent.Trim()}”."));
        foreach (var field in on.Page.QuerySelectorAll("[aria-invalid=true]").Concat(fields.Select(field => Assert.Single(on.Page.QuerySelectorAll(field).Take(1)))))
        {
            var words = (field.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => on.Page.GetElementById(id)).Where(element => element?.ClassList.Contains("fault") == true && element.TextContent.Trim().Length > 0);
            Assert.True(words.Any(), $"{field.Id ?? field.TagName} says nothing.");
        }
    }
}
