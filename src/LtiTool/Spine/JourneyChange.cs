using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>One change while it is made: what it works on, and what happened. Written together with the state it belongs to.</summary>
public sealed class JourneyChange
{
    private readonly TimeProvider clock;
    private readonly Dictionary<Guid, LearnerState> learners;
    private readonly List<RecordedEvent> events = [];
    private readonly Dictionary<(string Kind, Guid Subject), PlannedItem> due = [];

    internal JourneyChange(TimeProvider clock, Actor actor, IEnumerable<LearnerState> loaded)
    {
        this.clock = clock;
        Actor = actor;
        Now = clock.GetUtcNow();
        learners = loaded.ToDictionary(learner => learner.Participation.Id);
    }

    /// <summary>The moment of the change, UTC: the same for everything in it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Who changes something.</summary>
    public Actor Actor { get; }

    /// <summary>What happened so far, consequences included.</summary>
    public IReadOnlyList<RecordedEvent> Events => events;

    /// <summary>What becomes due because of it.</summary>
    internal IReadOnlyCollection<PlannedItem> Due => due.Values;

    /// <summary>The learners of the change's subjects, and those who began in it.</summary>
    internal IReadOnlyCollection<LearnerState> Learners => learners.Values;

    /// <summary>Learners something happened to.</summary>
    internal IEnumerable<LearnerState> Changed => events.Select(recorded => recorded.ParticipationId).Distinct().Select(id => learners[id]);

    /// <summary>A new key for something made in this change.</summary>
    public Guid NewId() => Ids.New(clock);

    /// <summary>A learner of the change's subjects, or null when there is none with this participation.</summary>
    public LearnerState? Learner(Guid participationId) => learners.GetValueOrDefault(participationId);

    /// <summary>Somebody begins.</summary>
    public void Begin(LearnerPlace place) => learners.Add(place.Participation.Id, new LearnerState(place, Progress.None));

    /// <summary>Notes that something happened to a learner.</summary>
    /// <param name="participationId">Whose learning it is about: one of the change's subjects.</param>
    /// <param name="what">What.</param>
    /// <param name="eventId">Its identity where something stored refers to it; else a new one.</param>
    /// <remarks>What follows from it has happened too when this returns: the next thing noted finds it.</remarks>
    public RecordedEvent Happened(Guid participationId, JourneyEvent what, Guid? eventId = null) =>
        Settle(learners[participationId], what, eventId, occasion: null);

    /// <summary>Notes that something happened to several learners at one occasion: once in the history of each.</summary>
    public void Happened(IEnumerable<Guid> participations, JourneyEvent what)
    {
        var occasion = NewId();
        foreach (var id in participations)
        {
            Settle(learners[id], what, eventId: null, occasion);
        }
    }

    /// <summary>Plans something that doesn't follow from an event.</summary>
    public void Plan(string kind, Guid subject, DateTimeOffset at, Guid? participationId = null) =>
        Plan(DueItemRow.Of(kind, subject, at, participationId), isNew: false);

    /// <summary>Notes an event and everything that follows from it.</summary>
    private RecordedEvent Settle(LearnerState learner, JourneyEvent what, Guid? eventId, Guid? occasion)
    {
        var first = Record(learner, Actor, what, eventId, occasion);
        Consequences.Follow(
            first,
            further => Record(learner, further.By, further.What, eventId: null, occasion),
            later => Plan(DueItemRow.Of(later.Kind, later.Subject, later.At, learner.Participation.Id), later.IsNew));
        return first.Event;
    }

    private void Plan(DueItemRow item, bool isNew)
    {
        var key = (item.Kind, item.SubjectId);
        due[key] = new(item, isNew || due.GetValueOrDefault(key).IsNew);
    }

    private Happening Record(LearnerState learner, Actor by, JourneyEvent what, Guid? eventId, Guid? occasion)
    {
        var place = learner.Place;
        var recorded = new RecordedEvent(
            eventId ?? NewId(), place.Journey.Id, place.Participation.Id, place.Participation.PersonId, by.PersonId,
            Now.AddMilliseconds(events.Count), what)
        {
            DesignNumber = place.Journey.DesignNumber,
            OccasionId = occasion,
        };
        var before = learner.Progress;
        learner.Apply(recorded);
        events.Add(recorded);
        return new(place.Design, before, learner.Progress, recorded, place.Zone);
    }
}
