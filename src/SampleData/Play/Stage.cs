using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.SampleData.Play;

/// <summary>Where a cohort is played: its people, its agenda, and what happened.</summary>
internal sealed class Stage
{
    private readonly List<LearnerEvent> events = [];
    private readonly Dictionary<TextRef, string> texts = [];
    private DateTimeOffset lastMoment;

    private Stage(Cohort cohort, DateTimeOffset until)
    {
        Cohort = cohort;
        Agenda = new Agenda(cohort.StartsAt, until);
        Ids = new SampleIds(cohort.Name);
        Learners = [.. cohort.Members.Select((person, index) =>
            new Learner(this, person, Ids.New(), Dice.Of(FormattableString.Invariant($"{cohort.Name}|learner {index + 1}"))))];
    }

    /// <summary>What is played.</summary>
    public Cohort Cohort { get; }

    /// <summary>The set-up.</summary>
    public JourneyDesign Design => Cohort.Design;

    /// <summary>What people write here.</summary>
    public DesignWords Words => Cohort.Template.Words;

    /// <summary>What is going to happen.</summary>
    public Agenda Agenda { get; }

    /// <summary>Makes ids.</summary>
    public SampleIds Ids { get; }

    /// <summary>Everybody who is enrolled.</summary>
    public IReadOnlyList<Learner> Learners { get; }

    /// <summary>Plays a cohort from its start to the end of the time.</summary>
    /// <returns>What happened, oldest first.</returns>
    public static IReadOnlyList<LearnerEvent> Play(Cohort cohort, DateTimeOffset until)
    {
        var stage = new Stage(cohort, until);
        new Circles(stage).Plan();
        new GroupSessions(stage).Plan();
        foreach (var learner in stage.Learners.Where(learner => learner.Temperament.Starts))
        {
            new Visits(stage, learner).Plan();
        }

        stage.Agenda.Run();
        return stage.events;
    }

    /// <summary>
    /// The moment of the next entry: two entries are never at the same,
    /// so that they have one order wherever they are read.
    /// </summary>
    public DateTimeOffset NextMoment() => lastMoment = Agenda.Now > lastMoment ? Agenda.Now : lastMoment.AddMilliseconds(1);

    /// <summary>Keeps what happened.</summary>
    public void Keep(Learner learner, RecordedEvent recorded) =>
        events.Add(new LearnerEvent(Cohort, learner.Registration, recorded, texts));

    /// <summary>Keeps words beside the history, where events name them.</summary>
    public void Write(TextRef where, string words) => texts[where] = words;

    /// <summary>Somebody else who is around, or null.</summary>
    public Learner? SomebodyElse(Learner than) =>
        Learners.Where(other => other != than && other.IsAround).ToList() is { Count: > 0 } others ? than.Dice.Pick(others) : null;
}

/// <summary>Something that happened, with what a statement about it needs to know besides.</summary>
/// <param name="Cohort">Where.</param>
/// <param name="Registration">The learner's enrolment.</param>
/// <param name="Recorded">What.</param>
/// <param name="Texts">What people of the cohort wrote.</param>
internal sealed record LearnerEvent(Cohort Cohort, Guid Registration, RecordedEvent Recorded, IReadOnlyDictionary<TextRef, string> Texts);
