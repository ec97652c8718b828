using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Filters in the specification's words; all that are given must hold.</summary>
public sealed record StatementFilters
{
    /// <value>An agent or identified group as JSON: actor, member of the actor, or object.</value>
    public JsonElement? Agent { get; init; }

    /// <value>Also anywhere else: authority, instructor, team, context agents and groups, in a sub-statement.</value>
    public bool RelatedAgents { get; init; }

    /// <value>IRI of a verb.</value>
    public string? Verb { get; init; }

    /// <value>IRI of an activity: the object.</value>
    public string? Activity { get; init; }

    /// <value>Also among context activities, and in a sub-statement.</value>
    public bool RelatedActivities { get; init; }

    /// <value>A registration.</value>
    public Guid? Registration { get; init; }

    /// <summary>The filters as terms, the most selective first.</summary>
    internal IEnumerable<IReadOnlyList<long>> ToTerms()
    {
        if (Registration is { } registration)
        {
            yield return [Term.Registration(registration)];
        }

        if (Agent is { } agent)
        {
            var identity = AgentIdentity.Of(agent) ?? throw new InvalidOperationException("An agent without identifier finds nothing.");
            yield return RelatedAgents ? [Term.Agent(identity), Term.RelatedAgent(identity)] : [Term.Agent(identity)];
        }

        if (Activity is { } activity)
        {
            yield return RelatedActivities ? [Term.Activity(activity), Term.RelatedActivity(activity)] : [Term.Activity(activity)];
        }

        if (Verb is { } verb)
        {
            yield return [Term.Verb(verb)];
        }
    }
}
