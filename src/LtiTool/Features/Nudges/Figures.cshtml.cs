using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>For whoever designs or facilitates: when exercises come, what became of each, and whether they help.</summary>
[Needs(Thing.ExerciseFigures)]
[OfTheme(typeof(NudgesSection))]
internal sealed class FiguresModel(ExerciseLearners learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>Figures about silence are shown from as many people on.</summary>
    private const int FewestToCount = 5;

    /// <summary>Days of the calendar that are shown.</summary>
    private const int DaysShown = 28;

    /// <summary>The plan.</summary>
    public NudgesSection Section => Design.Find<NudgesSection>()!;

    /// <summary>Days on which exercises come, with how many, the next one first.</summary>
    public IReadOnlyList<(DateOnly Day, int Count)> Coming { get; private set; } = [];

    /// <summary>Each exercise of the design with its answers.</summary>
    public IReadOnlyList<(Exercise Exercise, ExerciseAnswers Answers)> Answers { get; private set; } = [];

    /// <summary>How many learners exercises came to.</summary>
    public int Reached { get; private set; }

    /// <summary>How many of them said nothing to any; null where they are too few to be counted.</summary>
    public int? Silent { get; private set; }

    /// <summary>Whether they help.</summary>
    public NudgeEffect Effect { get; private set; } = new(new(0, 0), new(0, 0));

    /// <summary>Shows the figures.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var zone = LearnerReader.ZoneOf(null, Design);
        var (silent, coming, answers) = (0, new SortedDictionary<DateOnly, int>(), new Dictionary<string, ExerciseAnswers>());
        await foreach (var learner in learners.EachAsync(await InOrderAsync(ct), ct))
        {
            foreach (var nudge in learner.Nudges.Planned)
            {
                var day = DayOf(nudge.DueAt);
                coming[day] = coming.GetValueOrDefault(day) + 1;
            }

            foreach (var (exercise, more) in ExerciseAnswers.Of([learner]))
            {
                answers[exercise] = answers.TryGetValue(exercise, out var before) ? before.And(more) : more;
            }

            Reached += learner.Came > 0 ? 1 : 0;
            silent += learner.IsSilent ? 1 : 0;
            Effect = Effect.And(NudgeEffect.Of([learner], now));
        }

        var today = DayOf(now);
        Coming = [.. coming.Where(day => day.Key >= today && day.Key < today.AddDays(DaysShown)).Select(day => (day.Key, day.Value))];
        Answers =
        [
            .. Section.Exercises.Select(
                exercise => (exercise, answers.GetValueOrDefault(exercise.Id) ?? new ExerciseAnswers(exercise.Id, 0))),
        ];
        Silent = AreEnough(Reached) ? silent : null;

        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    /// <summary>Takes the log of answers away: one line for each answer of each learner, without names.</summary>
    public async Task<IActionResult> OnGetLogAsync(CancellationToken ct)
    {
        if (!AreEnough(await learners.ReachedAsync(JourneyId, ct)))
        {
            return NotFound();
        }

        var (table, number) = (new StringBuilder(CsvLine.Start), 0);
        table.Append(CsvLine.Of(
            "learner", "exercise", "kind", "behaviour", "wording", "step", "came", "answered", "answer", "days-since-last-answer"));
        await foreach (var (_, history) in learners.HistoriesAsync(await InOrderAsync(ct), ct))
        {
            var learner = Text(++number);
            foreach (var entry in ReviewLog.Of(history))
            {
                table.Append(CsvLine.Of(
                    learner, entry.Nudge.ExerciseId, KindOf(entry.Nudge.ExerciseId), entry.Nudge.BehaviourId,
                    Text(entry.Nudge.Wording + 1), Text(entry.Nudge.Step), Text(entry.CameAt), Text(entry.AnsweredAt), entry.Answer,
                    entry.Before is { } before ? Text((entry.AnsweredAt - before).TotalDays) : ""));
            }
        }

        return File(Encoding.UTF8.GetBytes(table.ToString()), "text/csv; charset=utf-8", "exercise-answers.csv");
    }

    private Task<IReadOnlyList<Guid>> InOrderAsync(CancellationToken ct) =>
        learners.InOrderOfChanceAsync(JourneyId, RandomNumberGenerator.GetInt32(int.MaxValue), ct);

    /// <summary>Whether so many people are enough for figures that would otherwise point at one.</summary>
    public static bool AreEnough(int people) => people >= FewestToCount;

    private string KindOf(string exercise) => Section.Find(exercise)?.Kind.ToString().ToLowerInvariant() ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double days) => days.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
