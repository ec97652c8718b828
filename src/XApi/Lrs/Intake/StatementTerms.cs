using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>Collects what a valid statement can be found by (2.1.3 of 1.0.3, 4.1.6.1 of 2.0), and the activities it defines.</summary>
internal sealed class StatementTerms
{
    private readonly HashSet<long> terms = [];
    private readonly List<ActivityDefinitionText> definitions = [];

    /// <value>Terms, each once.</value>
    public IReadOnlyCollection<long> Terms => terms;

    /// <value>Activities with a definition, in the order of the statement.</value>
    public IReadOnlyList<ActivityDefinitionText> Definitions => definitions;

    /// <summary>Reads everything but the authority, which the LRS sets itself.</summary>
    public static StatementTerms Of(JsonElement statement)
    {
        var collected = new StatementTerms();
        collected.terms.Add(Term.Verb(statement.GetProperty("verb").GetProperty("id").GetString()!));
        collected.AddActor(statement.GetProperty("actor"), Term.Agent);
        collected.AddObject(statement.GetProperty("object"), isRelated: false);
        if (statement.TryGetProperty("context", out var context))
        {
            collected.AddContext(context);
            if (context.TryGetProperty("registration", out var registration))
            {
                collected.terms.Add(Term.Registration(registration.GetGuid()));
            }
        }

        return collected;
    }

    /// <summary>An agent who is found by <c>related_agents</c> only.</summary>
    public void AddRelatedAgent(JsonElement actor) => AddActor(actor, Term.RelatedAgent);

    private void AddObject(JsonElement about, bool isRelated)
    {
        switch (about.TryGetProperty("objectType", out var type) ? type.GetString() : "Activity")
        {
            case "Activity":
                AddActivity(about, isRelated ? Term.RelatedActivity : Term.Activity);
                break;
            case "Agent" or "Group":
                AddActor(about, isRelated ? Term.RelatedAgent : Term.Agent);
                break;
            case "SubStatement":
                AddActor(about.GetProperty("actor"), Term.RelatedAgent);
                AddObject(about.GetProperty("object"), isRelated: true);
                if (about.TryGetProperty("context", out var context))
                {
                    AddContext(context);
                }

                break;
        }
    }

    private void AddContext(JsonElement context)
    {
        foreach (var property in context.EnumerateObject())
        {
            switch (property.Name)
            {
                case "instructor" or "team":
                    AddRelatedAgent(property.Value);
                    break;
                case "contextAgents" or "contextGroups":
                    AddEach(property.Value, item =>
                        AddRelatedAgent(item.GetProperty(property.Name == "contextAgents" ? "agent" : "group")));
                    break;
                case "contextActivities":
                    foreach (var group in property.Value.EnumerateObject())
                    {
                        AddEach(group.Value, activity => AddActivity(activity, Term.RelatedActivity));
                    }

                    break;
            }
        }
    }

    private void AddActor(JsonElement actor, Func<string, long> term)
    {
        if (AgentIdentity.Of(actor) is { } identity)
        {
            terms.Add(term(identity));
        }

        foreach (var member in AgentIdentity.OfMembers(actor))
        {
            terms.Add(term(member));
        }
    }

    private void AddActivity(JsonElement activity, Func<string, long> term)
    {
        var id = activity.GetProperty("id").GetString()!;
        terms.Add(term(id));
        if (activity.TryGetProperty("definition", out var definition))
        {
            definitions.Add(new ActivityDefinitionText(id, definition.GetRawText()));
        }
    }

    private static void AddEach(JsonElement oneOrMany, Action<JsonElement> add)
    {
        if (oneOrMany.ValueKind != JsonValueKind.Array)
        {
            add(oneOrMany);
            return;
        }

        foreach (var item in oneOrMany.EnumerateArray())
        {
            add(item);
        }
    }
}

/// <summary>An activity's definition as one statement gave it.</summary>
/// <param name="ActivityId">IRI.</param>
/// <param name="Json">JSON text of the definition.</param>
internal sealed record ActivityDefinitionText(string ActivityId, string Json);
