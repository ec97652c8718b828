using System.Text.Json;
using LearningBuddy.DemoLms.World;
using LearningBuddy.XApi.Profile;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>What is left of it: marks in the gradebook, and statements in the record store.</summary>
internal static class Outcome
{
    private const int Behaviours = 24;
    private const int Practised = 12;

    /// <summary>What happened, by the template of the profile that speaks for it, and how often.</summary>
    private static Dictionary<string, int> Happened(Cohort cohort) => new(StringComparer.Ordinal)
    {
        ["journey-started"] = 12,
        ["self-assessed"] = 12 * Behaviours,
        ["view-given"] = 2 * Beginning.SeenByManagers,

        // One changed a sprint for another; what was pressed too late or too often is none.
        ["sprint-chosen"] = (12 * 2) + 1,
        ["sprint-unchosen"] = 1,
        ["sprint-started"] = 12,
        ["sprint-completed"] = 1,
        ["buddy-invited"] = 12,
        ["buddy-accepted"] = 12,
        ["meeting-planned"] = 1,
        ["buddy-meeting-held"] = 2,
        ["commitment-made"] = 1,
        ["session-attended"] = 12,
        ["takeaway-made"] = 2,
        ["takeaway-done"] = 1,

        // Twelve, one of them again, Main's second, and what came of an exercise.
        ["evidence-submitted"] = 12 + 1 + 1 + 1,
        ["evidence-revised"] = 1,
        ["evidence-returned"] = 1,
        ["evidence-attested"] = 12 + 1,
        ["evidence-confirmed"] = 12 + 1,
        ["certified"] = cohort.Twelve.Sum(person => Proving.ConfirmedOf(cohort, person)),
        ["journey-completed"] = 1,
        ["nudge-opened"] = 1,
        ["nudge-acted-on"] = 1,
    };

    /// <summary>Each mark is the share of the behaviours that were confirmed, of those that are practised.</summary>
    public static async Task MarksAreRightAsync(Company company)
    {
        var cohort = company.Cohort;
        var column = Assert.Single(cohort.Course.LineItems);
        foreach (var person in cohort.Twelve)
        {
            var share = (double)Proving.ConfirmedOf(cohort, person) / Practised;
            Assert.Equal(Math.Round(column.ScoreMaximum * share, 2), column.FindGrade(person.Sub)?.Score);
        }

        await company.Teacher.Lms.OpenGradesAsync(cohort.School, cohort.Teacher.Sub, cohort.Course);
        await Screenshots.TakeAsync(company.Teacher.Lms.Page, $"six-{cohort.School.Slug}-gradebook");
    }

    /// <summary>Every statement keeps the profile, each thing that happened has one, and nothing private is in any.</summary>
    public static async Task StatementsAreRightAsync(Company company)
    {
        var cohort = company.Cohort;
        var statements = await RecordStore.AllAsync(company.Stage.Tool);
        var byId = statements.ToDictionary(statement => statement.GetProperty("id").GetGuid());
        var matches = statements.ToDictionary(
            statement => statement.GetProperty("id").GetGuid(),
            statement => ProfileValidator.OfJourneys.Check(statement, id => byId.TryGetValue(id, out var found) ? found : null));

        Assert.Equal([], matches.Where(match => !match.Value.IsGood).Select(match => $"{byId[match.Key]}: {string.Join(", ", match.Value.Broken)}"));
        var counted = matches.Values.CountBy(match => Assert.Single(match.Templates).Split('/')[^1]);
        Assert.Equal(Sorted(Happened(cohort)), Sorted(counted));
        AssertEverybodyHas(cohort, statements);
        var root = company.Stage.Tool.Url + "/xapi/activities/journeys/";
        Assert.Single(statements.Select(JourneyOf).Distinct(), journey => journey.StartsWith(root, StringComparison.Ordinal));
        foreach (var words in new[] { Learning.OwnTakeaway, Learning.SharedTakeaway, Learning.TalkPlan, Learning.AskedWords })
        {
            Assert.DoesNotContain(statements, statement => statement.GetRawText().Contains(words, StringComparison.Ordinal));
        }
    }

    /// <summary>Whoever did something is the actor, by the name that the school gives them.</summary>
    private static void AssertEverybodyHas(Cohort cohort, IReadOnlyList<JsonElement> statements)
    {
        foreach (var person in cohort.Twelve)
        {
            var own = statements.Where(statement => SubjectOf(statement.GetProperty("actor")) == person.Sub).ToList();
            Assert.Single(own, statement => VerbOf(statement) == "initialized" && TypeOf(statement).EndsWith("/course", StringComparison.Ordinal));
            Assert.Equal(Proving.ConfirmedOf(cohort, person), own.Count(statement => VerbOf(statement) == "achieved"));
            Assert.Equal(Behaviours, own.Count(statement => VerbOf(statement) == "rated"));
        }

        var confirmed = statements.Where(statement => VerbOf(statement) == "approve").ToList();
        Assert.All(confirmed, statement => Assert.Equal(cohort.Teacher.Sub, SubjectOf(statement.GetProperty("actor"))));
    }

    private static string? SubjectOf(JsonElement actor) =>
        actor.TryGetProperty("account", out var account) ? account.GetProperty("name").GetString() : null;

    private static string VerbOf(JsonElement statement) => statement.GetProperty("verb").GetProperty("id").GetString()!.Split('/')[^1];

    private static string TypeOf(JsonElement statement) =>
        statement.GetProperty("object").TryGetProperty("definition", out var definition) ? definition.GetProperty("type").GetString()! : "";

    /// <summary>The journey that a statement is about, or part of.</summary>
    private static string JourneyOf(JsonElement statement) =>
        statement.GetProperty("context").GetProperty("contextActivities").TryGetProperty("parent", out var parents)
            ? parents[0].GetProperty("id").GetString()!
            : statement.GetProperty("object").GetProperty("id").GetString()!;

    private static List<string> Sorted(IEnumerable<KeyValuePair<string, int>> counts) =>
        [.. counts.Select(count => $"{count.Key}: {count.Value}").Order(StringComparer.Ordinal)];
}
