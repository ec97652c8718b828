using System.Collections.Immutable;

namespace LearningBuddy.Shared.Nudges;

/// <summary>
/// Whether exercises help: of those who got exercises and of those whom chance left without, how many sent evidence within 30 days of the
/// beginning of their first plan. Only plans that began that long ago count.
/// </summary>
/// <param name="WithExercises">Those who got them.</param>
/// <param name="Without">Those who were left out.</param>
public sealed record NudgeEffect(EffectArm WithExercises, EffectArm Without)
{
    /// <summary>How long evidence is waited for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>People on each side before anything is said about a difference.</summary>
    public const int FewestPeople = 5;

    /// <summary>How many more of a hundred sent evidence with exercises than without, as a share from -1 to 1.</summary>
    public double Difference => WithExercises.Share - Without.Share;

    /// <summary>What the difference lies in with 95 % certainty (Newcombe 1998, method 10).</summary>
    public (double Low, double High) Interval => Proportions.Difference(
        WithExercises.WithEvidence, WithExercises.People, Without.WithEvidence, Without.People);

    /// <summary>What can be said.</summary>
    public EffectVerdict Verdict =>
        WithExercises.People < FewestPeople || Without.People < FewestPeople ? EffectVerdict.TooFew
        : Interval.Low > 0 ? EffectVerdict.Helps
        : Interval.High < 0 ? EffectVerdict.Hinders
        : EffectVerdict.NotClear;

    /// <summary>The effect that these learners show.</summary>
    /// <param name="learners">Learners of a journey.</param>
    /// <param name="now">UTC.</param>
    public static NudgeEffect Of(IEnumerable<ExerciseLearner> learners, DateTimeOffset now)
    {
        var arms = learners.Where(learner => learner.IsOldEnough(now)).ToLookup(learner => learner.FirstPlan!.IsHeldOut);
        return new(ArmOf(arms[false]), ArmOf(arms[true]));
    }

    /// <summary>The same with the effect that others show: who is read in parts is counted as a whole.</summary>
    public NudgeEffect And(NudgeEffect other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(WithExercises.And(other.WithExercises), Without.And(other.Without));
    }

    private static EffectArm ArmOf(IEnumerable<ExerciseLearner> learners)
    {
        var all = learners.ToList();
        return new(all.Count, all.Count(learner => learner.EvidenceInTime > 0));
    }
}

/// <summary>One side of a comparison.</summary>
/// <param name="People">How many there are.</param>
/// <param name="WithEvidence">How many of them sent evidence in time.</param>
public sealed record EffectArm(int People, int WithEvidence)
{
    internal EffectArm And(EffectArm other) => new(People + other.People, WithEvidence + other.WithEvidence);

    /// <summary>Their share, 0 to 1; 0 of nobody.</summary>
    public double Share => People == 0 ? 0 : (double)WithEvidence / People;

    /// <summary>What the share lies in with 95 % certainty (Wilson 1927).</summary>
    public (double Low, double High) Interval => Proportions.Of(WithEvidence, People);
}

/// <summary>What can be said about an effect.</summary>
public enum EffectVerdict
{
    /// <summary>There are too few people yet.</summary>
    TooFew,

    /// <summary>The difference may be chance.</summary>
    NotClear,

    /// <summary>More evidence with exercises.</summary>
    Helps,

    /// <summary>Less evidence with exercises.</summary>
    Hinders,
}

/// <summary>A learner as the figures about exercises see them: pseudonymous.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Nudges">Their exercises.</param>
/// <param name="EvidenceSentAt">When they sent evidence, UTC.</param>
public sealed record ExerciseLearner(Guid ParticipationId, NudgesProgress Nudges, ImmutableArray<DateTimeOffset> EvidenceSentAt)
{
    /// <summary>The plan that began first; null before.</summary>
    public NudgePlan? FirstPlan => Nudges.Plans.IsEmpty ? null : Nudges.Plans.MinBy(plan => plan.Began);

    /// <summary>How much evidence they sent within the window after their first plan began.</summary>
    public int EvidenceInTime => FirstPlan is { } plan
        ? EvidenceSentAt.Count(at => at > plan.Began && at <= plan.Began + NudgeEffect.Window)
        : 0;

    /// <summary>How many exercises came.</summary>
    public int Came => Nudges.All.Count(nudge => nudge.SentAt is not null);

    /// <summary>How many they answered, in whatever way.</summary>
    public int Answered => Nudges.All.Count(nudge => nudge.SentAt is not null && nudge.State != NudgeState.Sent);

    /// <summary>Whether several came and none was opened or answered.</summary>
    public bool IsSilent => Came >= SilentFrom && Answered == 0 && Nudges.All.All(nudge => !nudge.IsOpened);

    /// <summary>As many exercises without a word make somebody silent.</summary>
    private const int SilentFrom = 3;

    /// <summary>Whether the whole window after the first plan's beginning has passed.</summary>
    public bool IsOldEnough(DateTimeOffset now) => FirstPlan is { IsOld: false } plan && plan.Began + NudgeEffect.Window <= now;
}

/// <summary>What became of one exercise, over all learners.</summary>
/// <param name="ExerciseId">Its key in the design.</param>
/// <param name="Came">How often it came.</param>
public sealed record ExerciseAnswers(string ExerciseId, int Came)
{
    /// <summary>Did it, or knew it.</summary>
    public int Done { get; init; }

    /// <summary>Not yet, or wants it again.</summary>
    public int Again { get; init; }

    /// <summary>Dismissed.</summary>
    public int Dismissed { get; init; }

    /// <summary>Put off, and not back yet.</summary>
    public int PutOff { get; init; }

    /// <summary>No answer so far.</summary>
    public int Open => Came - Done - Again - Dismissed - PutOff;

    /// <summary>The same with the answers of others.</summary>
    public ExerciseAnswers And(ExerciseAnswers other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(ExerciseId, Came + other.Came)
        {
            Done = Done + other.Done, Again = Again + other.Again, Dismissed = Dismissed + other.Dismissed, PutOff = PutOff + other.PutOff,
        };
    }

    /// <summary>The answers of these learners, by exercise.</summary>
    public static IReadOnlyDictionary<string, ExerciseAnswers> Of(IEnumerable<ExerciseLearner> learners) => learners
        .SelectMany(learner => learner.Nudges.All.Where(nudge => nudge.SentAt is not null))
        .GroupBy(nudge => nudge.Nudge.ExerciseId)
        .ToDictionary(came => came.Key, came => new ExerciseAnswers(came.Key, came.Count())
        {
            Done = came.Count(nudge => nudge.IsDone),
            Again = came.Count(nudge => nudge.IsWantedAgain),
            Dismissed = came.Count(nudge => nudge is { State: NudgeState.Settled, Answer: null }),
            PutOff = came.Count(nudge => nudge.State is NudgeState.Planned or NudgeState.Withheld or NudgeState.CalledOff),
        });
}
