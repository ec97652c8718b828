using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Nudges;

/// <summary>What is asked after the course, from when on, and of whom.</summary>
public sealed record NudgesSection : IDesignSection
{
    /// <summary>Days up to this one are the plan itself; later ones bring it up once more.</summary>
    public const int LastMainDay = 30;

    /// <summary>The last day that can be asked for.</summary>
    public const int LastDay = 365;

    /// <summary>Most days of a plan.</summary>
    public const int MostDays = 20;

    /// <summary>Most exercises of a journey.</summary>
    public const int MostExercises = 60;

    /// <summary>The largest share of learners that can be left without exercises, in percent.</summary>
    public const int MostHeldOut = 50;

    /// <summary>An exercise takes five minutes at most.</summary>
    private const int MinutesEach = 5;

    /// <summary>What begins a plan.</summary>
    public NudgeStart From { get; init; }

    /// <summary>Days after that, rising. The spacing itself matters little, so the ladder is plain.</summary>
    public IReadOnlyList<int> Days { get; init; } = [1, 3, 6, 10, 15, 21];

    /// <summary>The share that a new journey begins with, in percent.</summary>
    public const int UsualHeldOut = 10;

    /// <summary>
    /// The share of learners, in percent, who get none so that it can be seen whether exercises help; 0 for nobody. Meetings and reviews
    /// are never held back.
    /// </summary>
    public int HoldOutPercent { get; init; }

    /// <summary>Exercises of five minutes or less, used in turn.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The last day of the plan itself; 0 without one.</summary>
    internal int MainDays => Days.Where(day => day <= LastMainDay).DefaultIfEmpty(Days.DefaultIfEmpty(0).First()).Max();

    /// <summary>The exercise with this key, or null.</summary>
    public Exercise? Find(string id) => Exercises.FirstOrDefault(exercise => exercise.Id == id);

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
        design.Find<NudgesSection>() is { Exercises.Count: > 0 } section
            ? [new(EffortBy.Learner, EffortKind.AtWork, section.Days.Count * MinutesEach)]
            : [];

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design) => [.. CheckPlan(design), .. CheckExercises(design)];

    private IEnumerable<DesignFault> CheckPlan(JourneyDesign design)
    {
        if (Days.Count is 0 or > MostDays || Days.Any(day => day is < 1 or > LastDay)
            || Days.Zip(Days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new("sections.nudges.days", "nudge-days", MostDays, LastDay);
        }

        if (HoldOutPercent is < 0 or > MostHeldOut)
        {
            yield return new("sections.nudges.holdOutPercent", "hold-out", MostHeldOut);
        }

        if (From == NudgeStart.CourseEnd && design.EndsOn is null)
        {
            yield return new("sections.nudges.from", "needs-end");
        }

        if (From == NudgeStart.Certification && design.Find<CertificationSection>() is null)
        {
            yield return new("sections.nudges.from", "needs-certification");
        }
    }

    private IEnumerable<DesignFault> CheckExercises(JourneyDesign design)
    {
        if (Exercises.Count > MostExercises || Exercises.DistinctBy(exercise => exercise.Id).Count() != Exercises.Count)
        {
            yield return new("sections.nudges.exercises", "exercises-count", MostExercises);
        }

        foreach (var exercise in Exercises)
        {
            if (exercise.SprintId is { } sprint)
            {
                if (!exercise.IsOf(design))
                {
                    yield return new("sections.nudges.exercises", "exercise-sprint", exercise.Id, sprint);
                }
            }
            else if (design.FindBehaviour(exercise.BehaviourId) is null)
            {
                yield return new("sections.nudges.exercises", "exercise-behaviour", exercise.Id, exercise.BehaviourId);
            }

            if (exercise.Wordings.Count() > Exercise.MostWordings
                || exercise.Answer.Length > Exercise.LongestText || exercise.Place.Length > Exercise.LongestText
                || exercise.Wordings.Any(words => string.IsNullOrWhiteSpace(words) || words.Length > Exercise.LongestText))
            {
                yield return new("sections.nudges.exercises", "exercise-words", exercise.Text, Exercise.MostWordings, Exercise.LongestText);
            }

            if (exercise.Link.Length > 0 && !WebLink.Is(exercise.Link, Exercise.LongestLink))
            {
                yield return new("sections.nudges.exercises", "exercise-link", exercise.Text);
            }
        }
    }
}

/// <summary>What begins a plan of exercises. Part of the stored format.</summary>
public enum NudgeStart
{
    /// <summary>A behaviour was confirmed.</summary>
    Confirmation,

    /// <summary>A behaviour was certified.</summary>
    Certification,

    /// <summary>The journey's last day is over.</summary>
    CourseEnd,
}
