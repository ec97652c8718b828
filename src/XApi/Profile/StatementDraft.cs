using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

/// <summary>What every statement of an event has in common; a theme says only what is different.</summary>
internal sealed class StatementDraft(RecordedEvent e, StatementScene scene)
{
    public SceneActivities Activities { get; } = new(scene);

    public RecordedEvent Event => e;

    public static Identity Tool { get; } = new Identity.Tool();

    public Identity Learner => Person(e.LearnerId);

    /// <value>Who did it, which is the tool where no person did.</value>
    public Identity Actor => e.ActorId == Guid.Empty ? Tool : Person(e.ActorId);

    public RoleOfPerson AboutLearner => new(Roles.Learner, Learner);

    public IReadOnlyList<RoleOfPerson> Facilitator =>
        scene.FacilitatorId is { } id ? [new RoleOfPerson(Roles.Facilitator, Person(id))] : [];

    /// <summary>A person the platform has no account for any more is named by an account of the tool.</summary>
    public Identity.Person Person(Guid id) => new Identity.Person(
        scene.People.TryGetValue(id, out var account) ? account : new PersonAccount(SceneActivities.ToolRoot(scene), id.ToString("D")));

    /// <summary>The words of this kind that the event names, or null: erased, or none were written.</summary>
    public string? Words(TextKind kind, int index = 0)
    {
        foreach (var text in e.What.Texts)
        {
            if (text.Kind == kind && text.Index == index)
            {
                return scene.Texts.TryGetValue(text, out var words) && words.Length > 0 ? words : null;
            }
        }

        return null;
    }

    /// <summary>A statement about something inside the journey, by the learner.</summary>
    public MappedStatement Of(string template, VerbTerm verb, NeutralActivity about) => OfJourney(template, verb, about) with
    {
        Parent = Activities.Journey,
    };

    /// <summary>A statement about the journey itself, which has no parent.</summary>
    public MappedStatement OfJourney(string template, VerbTerm verb, NeutralActivity? about) => new()
    {
        Id = StatementIds.ForEvent(e.Id),
        TemplateId = template,
        ToolRoot = SceneActivities.ToolRoot(scene),
        Timestamp = e.OccurredAt,
        Actor = Learner,
        Verb = verb,
        Object = about,
        Registration = scene.Registration,
        Language = scene.Language,
        Platform = scene.PlatformName,
        Grouping = [Activities.Course],
    };

    /// <summary>The statement of an event that this one answers.</summary>
    public static Guid Answering(Guid eventId) => StatementIds.ForEvent(eventId);

    /// <summary>Points as xAPI tells them.</summary>
    public static Mark ToMark(Points points) => new(points.Scaled, points.Raw, points.Min, points.Max);
}
