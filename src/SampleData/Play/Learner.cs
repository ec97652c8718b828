using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner of a cohort while it is played: who, how, and what happened so far.</summary>
internal sealed class Learner
{
    private readonly Stage stage;
    private readonly DueItems due;
    private readonly List<Action<RecordedEvent>> listeners = [];

    public Learner(Stage stage, SamplePerson person, Guid participationId, Dice dice)
    {
        (this.stage, Person, ParticipationId, Dice) = (stage, person, participationId, dice);
        due = new DueItems(stage, this);
        Temperament = Temperament.Of(dice);
        Registration = StatementIds.ForRegistration(person.Account.HomePage, person.Account.Name, stage.Cohort.JourneyId);
    }

    /// <summary>Who.</summary>
    public SamplePerson Person { get; }

    /// <summary>Their own chance.</summary>
    public Dice Dice { get; }

    /// <summary>How they learn.</summary>
    public Temperament Temperament { get; }

    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; }

    /// <summary>The enrolment in this run, as every statement names it.</summary>
    public Guid Registration { get; }

    /// <summary>What happened so far adds up to this.</summary>
    public Progress Progress { get; private set; } = Progress.None;

    /// <summary>The invitation to be their buddy that was made last, or null.</summary>
    public Invitation? Invitation { get; set; }

    /// <summary>The buddy pair that was begun last, or null.</summary>
    public Group? Pair { get; set; }

    /// <summary>Whoever accompanies them now, or null.</summary>
    public Guid? BuddyId => Pair is { State: GroupState.Active } pair
        ? pair.Present.First(member => member.Part == GroupPart.Buddy).PersonId
        : null;

    /// <summary>Their peer circle, or null.</summary>
    public Guid? CircleId { get; set; }

    /// <summary>When they started, or null.</summary>
    public DateTimeOffset? StartedAt => Journey.StartedAt;

    /// <summary>Whether they stopped coming.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether they left the journey.</summary>
    public bool HasWithdrawn => Journey.HasWithdrawn;

    /// <summary>Whether everything was certified once.</summary>
    public bool HasCompleted => Journey.CompletedAt is not null;

    /// <summary>Whether they come now and then.</summary>
    public bool IsAround => StartedAt is not null && !IsGone;

    private JourneyProgress Journey => Progress.Of<JourneyProgress>();

    /// <summary>Tells of everything once all has followed that follows: so habits take up what the rules of the journey began.</summary>
    public void Listen(Action<RecordedEvent> listener) => listeners.Add(listener);

    /// <summary>The learner did something.</summary>
    public RecordedEvent Did(JourneyEvent what, Guid? eventId = null) => Saw(Person.Id, what, eventId);

    /// <summary>The tool did something about the learner.</summary>
    public RecordedEvent Got(JourneyEvent what) => Saw(Guid.Empty, what);

    /// <summary>Somebody did something about the learner; what follows from it follows, until nothing more does.</summary>
    public RecordedEvent Saw(Guid actorId, JourneyEvent what, Guid? eventId = null)
    {
        var happened = new List<RecordedEvent>();
        var first = Record(actorId, what, eventId);
        Consequences.Follow(first, further => Record(further.By.PersonId, further.What, null), due.Plan);
        happened.ForEach(recorded => listeners.ForEach(listener => listener(recorded)));
        return first.Event;

        Happening Record(Guid by, JourneyEvent entry, Guid? id)
        {
            var before = Progress;
            var recorded = new RecordedEvent(
                id ?? stage.Ids.New(), stage.Cohort.JourneyId, ParticipationId, Person.Id, by, stage.NextMoment(), entry);
            Progress = before.After(recorded);
            stage.Keep(this, recorded);
            happened.Add(recorded);
            return new(stage.Design, before, Progress, recorded, Person.Rhythm.Zone);
        }
    }

    /// <summary>When they come again, at the earliest after some time.</summary>
    public DateTimeOffset ComesAfter(TimeSpan time) => Person.Rhythm.After(stage.Agenda.Now + time, Dice);
}
