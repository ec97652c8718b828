using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Nudges;

/// <summary>
/// Decides which exercise comes next, among those for what the learner practises: one for what they have shown before others, one that
/// was used less before one that was used more. What the learner did does not come back in the same plan, nor the same one twice running
/// where there is another; one that the learner wants again comes before new ones, and one that was put off comes back by itself.
/// </summary>
internal sealed class ExerciseChoice
{
    private readonly List<Exercise> exercises;
    private readonly HashSet<string> shown;
    private readonly Dictionary<string, int> used;
    private readonly HashSet<string> done;
    private readonly HashSet<string> again;
    private readonly HashSet<string> waiting;
    private string? last;

    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    public ExerciseChoice(JourneyDesign design, Progress progress)
    {
        var nudges = progress.Of<NudgesProgress>();
        var section = design.Find<NudgesSection>();
        var plan = section is null ? null : nudges.Holding(section);
        var practised = SprintChoice.Practised(design, progress).Select(behaviour => behaviour.Id).ToHashSet(StringComparer.Ordinal);
        shown = [.. design.Behaviours.Select(behaviour => behaviour.Id)
            .Where(id => progress.Of<EvidenceProgress>().Pieces.Any(piece => piece.Shows(id)))];
        var sprints = SprintChoice.Of(design, progress).ToDictionary(sprint => sprint.Id, StringComparer.Ordinal);
        exercises =
        [
            .. from exercise in section?.Exercises ?? []
               let behaviour = exercise.SprintId is null
                   ? exercise.BehaviourId : Trained(sprints.GetValueOrDefault(exercise.SprintId), practised)
               where practised.Contains(behaviour)
               select exercise with { BehaviourId = behaviour },
        ];

        // What was put off comes back in the same words and was used once.
        used = nudges.Comings.Select(coming => coming.Nudge).DistinctBy(nudge => (nudge.Id, nudge.ExerciseId, nudge.Wording))
            .CountBy(nudge => nudge.ExerciseId).ToDictionary();
        done =
        [
            .. LastAnswers(nudges.All.Where(nudge => nudge.LadderId == plan?.Id || nudge.AnsweredAt >= plan?.From))
                .Where(nudge => nudge.IsDone).Select(nudge => nudge.Nudge.ExerciseId),
        ];
        again = [.. nudges.WantedAgain];
        waiting = [.. nudges.Planned.Where(nudge => nudge.IsSnoozed).Select(nudge => nudge.Nudge.ExerciseId)];
        last = nudges.Comings.IsEmpty ? null : nudges.Comings[^1].Nudge.ExerciseId;
    }

    /// <summary>
    /// How many more days it takes until everything that is wanted again has come: one each, and one more where it may not follow on
    /// itself.
    /// </summary>
    public int DaysToComeAgain
    {
        get
        {
            var wanted = again.Where(id => Has(id) && !waiting.Contains(id)).ToList();
            var waitsForAnother = wanted is [var only] && only == last
                && exercises.Exists(other => other.Id != only && !done.Contains(other.Id));
            return wanted.Count + (waitsForAnother ? 1 : 0);
        }
    }

    /// <summary>Whether an exercise is there and not done in this plan.</summary>
    public bool Has(string exerciseId) => exercises.Exists(exercise => exercise.Id == exerciseId) && !done.Contains(exerciseId);

    /// <summary>
    /// The exercise and which of its wordings, from 0; as if it came, for the next one that is asked for. Null when the learner has done
    /// them all.
    /// </summary>
    public (Exercise Exercise, int Wording)? Next()
    {
        var left = exercises.Where(exercise => !done.Contains(exercise.Id)).ToList();
        var chosen = left.Where(exercise => exercise.Id != last).DefaultIfEmpty(left.FirstOrDefault())
            .OrderBy(exercise => waiting.Contains(exercise?.Id ?? ""))
            .ThenByDescending(exercise => again.Contains(exercise?.Id ?? ""))
            .ThenByDescending(exercise => shown.Contains(exercise?.BehaviourId ?? ""))
            .ThenBy(exercise => used.GetValueOrDefault(exercise?.Id ?? ""))
            .First();
        if (chosen is null)
        {
            return null;
        }

        var times = used.GetValueOrDefault(chosen.Id);
        used[chosen.Id] = times + 1;
        again.Remove(chosen.Id);
        last = chosen.Id;
        return (chosen, times % chosen.Wordings.Count());
    }

    /// <summary>What an exercise about a sprint trains: what the learner has shown of it before the rest; empty for nothing.</summary>
    private string Trained(Sprint? sprint, HashSet<string> practised) =>
        (sprint?.BehaviourIds ?? []).Where(practised.Contains).OrderByDescending(shown.Contains).FirstOrDefault() ?? "";

    /// <summary>Of each exercise the nudge that was answered last.</summary>
    private static IEnumerable<NudgeProgress> LastAnswers(IEnumerable<NudgeProgress> nudges) => nudges
        .Where(nudge => nudge.AnsweredAt is not null)
        .GroupBy(nudge => nudge.Nudge.ExerciseId)
        .Select(one => one.MaxBy(nudge => nudge.AnsweredAt)!);
}
