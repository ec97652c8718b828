using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner of a cohort while it is played: who, how, and what happened so far.</summary>
internal sealed class Learner(Stage stage, SamplePerson person, Guid participationId, Dice dice)
{
    private readonly List<RecordedEvent> history = [];

    /// <summary>Who.</summary>
    public SamplePerson Person => person;

    /// <summary>Their own chance.</summary>
    public Dice Dice => dice;

    /// <summary>How they learn.</summary>
    public Temperament Temperament { get; } = Temperament.Of(dice);

    /// <summary>The participation.</summary>
    public Guid ParticipationId => participationId;

    /// <summary>The enrolment in this run, as every statement names it.</summary>
    public Guid Registration { get; } = StatementIds.ForRegistration(person.Account.HomePage, person.Account.Name, stage.Cohort.JourneyId);

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<RecordedEvent> History => history;

    /// <summary>What it adds up to.</summary>
    public LearnerProgress Progress => LearnerProgress.From(history);

    /// <summary>The pairing that stands, or null.</summary>
    public BuddyPair? Pair { get; set; }

    /// <summary>Their peer circle, or null.</summary>
    public Guid? CircleId { get; set; }

    /// <summary>When they started, or null.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Whether they stopped coming.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether they left the journey.</summary>
    public bool HasWithdrawn { get; set; }

    /// <summary>Whether everything is certified.</summary>
    public bool HasCompleted { get; set; }

    /// <summary>Whether they come now and then.</summary>
    public bool IsAround => StartedAt is not null && !IsGone;

    /// <summary>The learner did something.</summary>
    public RecordedEvent Did(JourneyEvent what, Guid? eventId = null) => Saw(person.Id, what, eventId);

    /// <summary>The tool did something about the learner.</summary>
    public RecordedEvent Got(JourneyEvent what) => Saw(Guid.Empty, what);

    /// <summary>Somebody did something about the learner.</summary>
    public RecordedEvent Saw(Guid actorId, JourneyEvent what, Guid? eventId = null)
    {
        var recorded = new RecordedEvent(
            eventId ?? stage.Ids.New(), stage.Cohort.JourneyId, participationId, person.Id, actorId, stage.NextMoment(), what);
        history.Add(recorded);
        stage.Keep(this, recorded);
        return recorded;
    }

    /// <summary>When they come again, at the earliest after some time.</summary>
    public DateTimeOffset ComesAfter(TimeSpan time) => person.Rhythm.After(stage.Agenda.Now + time, dice);
}
