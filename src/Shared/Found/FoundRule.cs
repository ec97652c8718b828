namespace LearningBuddy.Shared.Found;

/// <summary>
/// When something that another system recorded may count as practice of a behaviour. Only the learner can say that it does.
/// </summary>
/// <param name="Verb">IRI of the verb, compared letter by letter.</param>
/// <param name="Activity">IRI of the activity; a star at the end stands for anything that begins so.</param>
/// <param name="BehaviourId">Key of the behaviour it may show.</param>
/// <param name="MinScaled">Lowest scaled score, -1 to 1, or null for any.</param>
/// <param name="NeedsSuccess">Whether the statement must say <c>success: true</c>.</param>
public sealed record FoundRule(string Verb, string Activity, string BehaviourId, double? MinScaled = null, bool NeedsSuccess = false)
{
    /// <summary>Whether a statement fits.</summary>
    public bool Matches(FoundStatement statement) =>
        statement.Verb == Verb
        && MatchesActivity(statement.Activity)
        && (!NeedsSuccess || statement.Success == true)
        && (MinScaled is not { } least || statement.Scaled >= least);

    private bool MatchesActivity(string activity) =>
        Activity.EndsWith('*') ? activity.StartsWith(Activity[..^1], StringComparison.Ordinal) : activity == Activity;
}

/// <summary>What a rule looks at in another system's statement.</summary>
/// <param name="Id">The statement's id.</param>
/// <param name="Verb">IRI of its verb.</param>
/// <param name="Activity">IRI of its object.</param>
/// <param name="ActivityName">Name of the object, or its IRI.</param>
/// <param name="Success">What its result says, or null.</param>
/// <param name="Scaled">Its scaled score, or null.</param>
/// <param name="HappenedAt">Its timestamp, UTC.</param>
public sealed record FoundStatement(
    Guid Id, string Verb, string Activity, string ActivityName, bool? Success, double? Scaled, DateTimeOffset HappenedAt);
