extern alias demolms;

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Pages in the pseudo-language: what is read there without its brackets was written into a page or into code, and no language can translate it.</summary>
public sealed partial class PseudoLanguageOnSqliteTests() : GuestScene(onPostgres: false)
{
    /// <summary>Dates, code, addresses, names, and verbs in the words that statements themselves bring along.</summary>
    private const string WordsOfOthers =
        "time, code, pre, script, dd, .data, .rows strong, .verb, [lang=en], .av, label:has([name=scopes]), td a, svg text, #verb option, #Language option, th:has(+ td svg), .rows li > span:has(pre)";

    /// <summary>Administrators see the whole record store, and that forgets nothing.</summary>
    private protected override bool NeedsNewTool => true;

    [Fact]
    public async Task A_learner_reads_nothing_but_texts()
    {
        using var learner = await OpenAsync(Learner);
        AssertAllTexts(learner);
        await learner.PressAsync("shared.start");
        AssertAllTexts(learner);
        foreach (var place in new[] { "/buddies", "/evidence", "/inbox", "/grades/mine", "/statements" })
        {
            await learner.GoAsync(place);
            AssertAllTexts(learner);
        }

        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        AssertAllTexts(learner);
        await learner.PressAsync("evidence.send", ("Situation", "1."));
        AssertAllTexts(learner);
        await learner.PressAsync("evidence.send", ("Situation", "1."), ("Action", "2."), ("Outcome", "3."));
        AssertAllTexts(learner);
        await learner.GoAsync("/today");
        AssertAllTexts(learner);

        using var stranger = new Visitor(PseudoLanguage.Tag);
        await stranger.GoToAsync(learner.Address);
        AssertAllTexts(stranger);
    }

    [Fact]
    public async Task A_teacher_reads_nothing_but_texts()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync("evidence.send", ("Situation", "1."), ("Action", "2."), ("Outcome", "3."));
        using var teacher = await OpenAsync(Room.Teacher);
        foreach (var place in new[] { "/setup", "/grades", "/statements", "/reviews/group", "/reviews" })
        {
            await teacher.GoAsync(place);
            AssertAllTexts(teacher);
        }

        await teacher.FollowAsync("shared.review");
        AssertAllTexts(teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        AssertAllTexts(teacher);
        await teacher.PressAsync("setup.save", ("Title", ""), ("TimeZone", "Mars"));
        AssertAllTexts(teacher);
    }

    [Fact]
    public async Task A_guest_reads_nothing_but_texts()
    {
        using var learner = await StartAsync(Learner);
        await AskByMailAsync(learner, words: "1.");
        await Stage.SendAsync();
        var link = new Uri(NewestLink().GetLeftPart(UriPartial.Path) + "?culture=" + PseudoLanguage.Tag);
        using var ruth = await FollowAsync(link);
        AssertAllTexts(ruth);
        await ruth.PressAsync("guests.accept", ("name", "2."));
        AssertAllTexts(ruth);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync("evidence.send", ("Situation", "1."), ("Action", "2."), ("Outcome", "3."));
        await ruth.GoAsync("/guest");
        AssertAllTexts(ruth);
        await ruth.FollowAsync("guests.read");
        AssertAllTexts(ruth);
        await ruth.FollowAsync("shared.shared-with-me");
        await ruth.PressAsync("guests.stop");
        AssertAllTexts(ruth);
        await ruth.GoToAsync(link);
        AssertAllTexts(ruth);
        await ruth.PressAsync("guests.erase-now");
        AssertAllTexts(ruth);
        foreach (var place in new[] { "/g/none", "/g", "/g?taken=true", "/g?typed=1.", "/g/bye?erased=true" })
        {
            await ruth.GoToAsync(new Uri($"{Stage.ToolUrl}{place}{(place.Contains('?', StringComparison.Ordinal) ? "&" : "?")}culture={PseudoLanguage.Tag}"));
            AssertAllTexts(ruth);
        }
    }

    [Fact]
    public async Task An_administrator_reads_nothing_but_texts()
    {
        using var admin = new Visitor(PseudoLanguage.Tag) { Dest = "document" };
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        AssertAllTexts(admin);
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));
        foreach (var place in new[] { "", "/connect", "/connect?lms=moodle", "/connect?lms=canvas", "/connect?lms=other", "/check?id=" + Stage.Look(db => db.Platforms.First().Id), "/deliveries", "/records", "/keys" })
        {
            await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin" + place));
            AssertAllTexts(admin);
        }

        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/lti/register"));
        AssertAllTexts(admin);
    }

    private Task<Visitor> OpenAsync(demolms::LearningBuddy.DemoLms.World.Person person) => Room.OpenAsync(person with { Locale = PseudoLanguage.Tag });

    private void AssertAllTexts(Visitor visitor)
    {
        Assert.Equal((PseudoLanguage.Tag, "ltr"), (visitor.Page.DocumentElement.GetAttribute("lang"), visitor.Page.DocumentElement.GetAttribute("dir")));
        Assert.True(visitor.Page.QuerySelector("h1") is not null, $"No page at {visitor.Address} ({visitor.Status}).");
        foreach (var told in Told(visitor.Page))
        {
            Assert.False(Letters().IsMatch(told), $"'{told}' at {visitor.Address.AbsolutePath} is no text.");
        }
    }

    /// <summary>What stands on the page and in attributes that are read, without texts and without words that people and platforms gave.</summary>
    private IEnumerable<string> Told(IDocument page)
    {
        var given = Given();
        foreach (var element in page.QuerySelectorAll(WordsOfOthers))
        {
            element.TextContent = "";
        }

        var read =
            from element in page.All
            from name in new[] { "aria-label", "placeholder", "title" }
            let words = element.GetAttribute(name)
            where words is not null && element.LocalName != "time" && !words.Contains("://", StringComparison.Ordinal)
            select words;
        return read.Append(page.Body!.TextContent).Append(page.Title ?? "").Select(words => WithoutTexts(given.Aggregate(words, (left, word) => left.Replace(word, "", StringComparison.Ordinal))));
    }

    private List<string> Given()
    {
        var designs = Stage.Look(db => db.DesignVersions.AsNoTracking().Select(version => version.Content).ToList());
        return
        [
            .. designs.SelectMany(WordsOf)
                .Concat(Room.Course.Enrolments.Select(enrolment => enrolment.Person.Name))
                .Append(Room.Course.Title)
                .Concat(Stage.Look(db => db.People.Select(person => person.DisplayName).ToList()))
                .Concat(Stage.Look(db => db.Platforms.Select(platform => platform.Name).ToList()))
                .Where(word => word.Length > 0).Distinct().OrderByDescending(word => word.Length),
        ];
    }

    private static IEnumerable<string> WordsOf(JourneyDesign design) =>
    [
        design.Title, design.Summary,
        .. design.Behaviours.SelectMany(behaviour => new[] { behaviour.Statement, behaviour.ShownBy }),
        .. design.Find<ReviewsSection>()?.Rubric.Levels.SelectMany(level => new[] { level.Name, level.Guidance }) ?? [],
        .. design.Find<NudgesSection>()?.Exercises.SelectMany(exercise => exercise.Wordings.Concat([exercise.Place, exercise.Answer])) ?? [],
        .. design.Competencies.Select(competency => competency.Name),
        .. design.Find<SprintsSection>()?.Sprints.SelectMany(WordsOf) ?? [],
    ];

    private static IEnumerable<string> WordsOf(Sprint sprint) =>
    [
        sprint.Title, sprint.Situation, .. sprint.Questions,
        .. sprint.Resources.SelectMany(one => one.Text.Split('\n').Append(one.Title)),
        .. sprint.Activities.SelectMany(one => new[] { one.Title, one.Text }),
    ];

    private static string WithoutTexts(string words)
    {
        var left = InBrackets().Replace(words, "");
        return left == words ? Address().Replace(words, "") : WithoutTexts(left);
    }

    [GeneratedRegex(@"\[\[(?!\[)(?:(?!\[\[|\]\]).)*\]\]", RegexOptions.Singleline)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"https?://\S+|[a-z]+/[a-z]+(/[a-z]+)?|APP-500 \w+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Letters();
}
