using System.Net;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class SavedAtOnceOnSqliteTests() : SavedAtOnceTests(onPostgres: false);

public sealed class SavedAtOnceOnPostgresTests() : SavedAtOnceTests(onPostgres: true);

/// <summary>Two save the same thing at the same moment: one version stands, and the other is told and loses no word.</summary>
public abstract class SavedAtOnceTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Of_two_reviews_at_once_one_stands_and_the_other_is_given_back()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var path = $"/reviews/give?id={Stage.Look(db => db.Evidence.Single().Id)}";
        var tabs = new[] { await Room.OpenAsync(Room.Teacher), await Room.OpenAsync(Room.Teacher) };
        foreach (var tab in tabs)
        {
            await tab.GoAsync(path);
        }

        string[] worked = ["You waited.", "You asked by name."];
        var answers = await Task.WhenAll(tabs.Select((tab, at) => tab.TryPostAsync(path + "&handler=Confirm", Review(tab, worked[at]))));

        Assert.Equal([302, 409], answers.Select(answer => answer.Status).Order());
        var lost = Array.FindIndex(answers, answer => answer.Status == 409);
        Assert.Equal(worked[1 - lost], Assert.Single(Stage.Look(db => db.Reviews.ToList())).Text.Worked);
        await tabs[lost].PostAsync(path + "&handler=Confirm", [.. Review(tabs[lost], worked[lost])]);
        Assert.Equal((HttpStatusCode.Conflict, Wording.Of("reviews.answered-first")), (tabs[lost].Status, tabs[lost].Heading));
        Assert.Contains(worked[lost], tabs[lost].Page.QuerySelectorAll("textarea").Select(field => field.TextContent));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "review.confirmed")));
        Array.ForEach(tabs, tab => tab.Dispose());
    }

    [Fact]
    public async Task Of_two_set_ups_at_once_one_stands_and_the_other_is_kept_as_a_draft_with_a_word_about_it()
    {
        var tabs = new[] { await Room.OpenAsync(Room.Teacher), await Room.OpenAsync(Room.Teacher) };
        foreach (var tab in tabs)
        {
            await tab.GoAsync("/setup");
            await tab.PressAsync("setup.change");
        }

        var versions = Stage.Look(db => db.DesignVersions.Count());
        string[] titles = ["Meetings that decide", "Calls that end on time"];
        var answers = await Task.WhenAll(tabs.Select((tab, at) => tab.TryPostAsync(Action(tab), Titled(tab, titles[at]))));

        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        var lost = Assert.Single(Enumerable.Range(0, 2), at => answers[at].Location.Contains("late", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(versions + 1, Stage.Look(db => db.DesignVersions.Count()));
        Assert.Equal(titles[1 - lost], Newest());
        var other = tabs[lost];
        await other.GoToAsync(new Uri(other.Address, answers[lost].Location), "same-origin");
        Assert.Contains(Room.Teacher.Name, other.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(titles[lost], other.Page.QuerySelector("input[name=Title]")!.GetAttribute("value"));

        // Looked at again, it may take the place of the other.
        await other.PressAsync("setup.save");
        Assert.Contains(Wording.Of("setup.done-setup"), other.Text, StringComparison.Ordinal);
        Assert.Equal(titles[lost], Newest());
        Array.ForEach(tabs, tab => tab.Dispose());
    }

    private static IEnumerable<(string Name, string Value)> Review(Visitor tab, string worked) =>
        [("Worked", worked), ("Challenge", "Next time, say the date."), .. Levels(tab).Select(level => (level, "2"))];

    private static IEnumerable<string> Levels(Visitor tab) =>
        tab.Page.QuerySelectorAll("input[type=radio][name^='Levels']").Select(level => level.GetAttribute("name")!).Distinct();

    private static string Action(Visitor tab)
    {
        var action = tab.Form("setup.save").GetAttribute("action")!;
        return action[action.IndexOf("/setup", StringComparison.Ordinal)..];
    }

    private static IEnumerable<(string Name, string Value)> Titled(Visitor tab, string title) =>
        Visitor.Values(tab.Form("setup.save"), ("Title", title)).Select(field => (field.Key, field.Value));

    private string Newest() => Stage.Look(db => db.DesignVersions.OrderByDescending(version => version.Number).First().Content.Title);
}
