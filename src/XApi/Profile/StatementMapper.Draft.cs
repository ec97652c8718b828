using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    /// <summary>What every statement of an event has in common; an arm says only what is different.</summary>
    private sealed class StatementDraft(RecordedEvent e, StatementScene scene)
    {
        public SceneActivities Activities { get; } = new(scene);

        public RecordedEvent Event => e;

        public StatementScene Scene => scene;

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

        public IReadOnlyList<NeutralActivity> InSprint(SprintRef? sprint) => sprint is null
            ? [Activities.Course]
            : [Activities.Course, Activities.Sprint(sprint.Id, sprint.Name)];

        public IReadOnlyList<NeutralActivity> Competencies(EvidenceRef evidence) =>
            [.. evidence.Behaviours.Select(behaviour => Activities.Competency(behaviour.Id, behaviour.Name))];
    }
}
