namespace LearningBuddy.Shared.Journeys;

/// <summary>When a behaviour is certified: "can do", not "once did".</summary>
/// <param name="Situations">Confirmed pieces of evidence, at least 1.</param>
/// <param name="Dates">Different days on which it was applied, 1 to <paramref name="Situations"/>.</param>
/// <param name="OtherEyes">True: somebody beside the facilitator must have seen or attested it.</param>
public sealed record CertificationRule(int Situations = 2, int Dates = 2, bool OtherEyes = true);

/// <summary>Rules of the learning buddy.</summary>
/// <param name="Capacity">How many learners one person accompanies at the same time, at least 1.</param>
/// <param name="RemindAfterDays">Days after which an unanswered invitation is brought up again.</param>
/// <param name="ExpireAfterDays">Days after which it lapses.</param>
public sealed record BuddyPolicy(int Capacity = 2, int RemindAfterDays = 3, int ExpireAfterDays = 7);

/// <summary>How confirmed evidence becomes points: an equal share for each behaviour confirmed.</summary>
/// <param name="Maximum">Points for all behaviours, above 0. Prefer 100: the highest some platforms take.</param>
public sealed record GradeRule(double Maximum = 100);

/// <summary>What is asked after a confirmation.</summary>
public sealed record ReinforcementPolicy
{
    /// <summary>Days after the confirmation, rising. The spacing itself matters little, so the ladder is plain.</summary>
    public IReadOnlyList<int> Days { get; init; } = [1, 3, 6, 10, 15, 21];

    /// <summary>Exercises of five minutes or less, used in turn.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];
}

/// <summary>A micro-exercise.</summary>
/// <param name="Id">Stable key within the definition.</param>
/// <param name="Text">What to do, as one sentence.</param>
/// <param name="BehaviourId">What it trains.</param>
public sealed record Exercise(string Id, string Text, string BehaviourId);
