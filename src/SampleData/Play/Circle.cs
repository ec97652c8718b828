using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A peer circle: meets for ninety minutes, commits, and reconvenes after four weeks. An entry about a meeting stands in the history of
/// each member, with that member alone, so that every statement carries the registration of its own actor.
/// </summary>
internal sealed class Circle(Stage stage, SamplePerson facilitator, Guid id, string name, Dice dice)
{
    private const double Comes = 0.84;
    private const double Commits = 0.75;
    private const double Keeps = 0.58;

    private static readonly Spread DaysToTheFirst = new(4, 6, 9);
    private static readonly Spread Minutes = new(70, 84, 90, 95, 110);
    private static readonly TimeSpan FourWeeks = TimeSpan.FromDays(27);
    private static readonly TimeSpan Planned = TimeSpan.FromMinutes(90);

    private readonly List<Learner> members = [];
    private readonly List<(Learner By, CommitmentMade What, Guid EventId)> commitments = [];

    /// <summary>The circle.</summary>
    public Guid Id => id;

    /// <summary>Somebody joins.</summary>
    public void Join(Learner learner)
    {
        if (learner.IsAround)
        {
            members.Add(learner);
            learner.CircleId = id;
            learner.Did(new CircleJoined(id, name));
        }
    }

    /// <summary>Plans the first meeting, a few days after the circle was formed.</summary>
    public void Plan() => stage.Agenda.At(
        facilitator.Rhythm.After(stage.Agenda.Now.AddDays(3), dice),
        () => Plan(MeetingKind.Circle, 1, stage.Agenda.Now + dice.Days(DaysToTheFirst)));

    private void Plan(MeetingKind kind, int sequence, DateTimeOffset earliest)
    {
        var start = facilitator.Rhythm.Appointment(earliest, dice);
        var meeting = new MeetingRef(stage.Ids.New(), kind, sequence, Of: null, id, start, Planned);
        var invited = Staying(members);
        invited.ForEach(member => member.Saw(facilitator.Id, new MeetingPlanned(meeting)));
        var duration = TimeSpan.FromSeconds((int)(60 * dice.From(Minutes)));
        stage.Agenda.At(start + duration, () => Meet(meeting, Staying(invited), duration));
    }

    private void Meet(MeetingRef meeting, List<Learner> invited, TimeSpan duration)
    {
        foreach (var member in invited)
        {
            if (!member.IsAround || !dice.Happens(Comes))
            {
                member.Did(new MeetingMissed(meeting));
                continue;
            }

            member.Did(new CircleMet(meeting, name, [member.Person.Id], duration));
            LookBack(member);
            if (meeting.Kind == MeetingKind.Circle)
            {
                Commit(member);
            }
        }

        if (meeting.Kind == MeetingKind.Circle)
        {
            stage.Agenda.In(TimeSpan.FromMinutes(10), () => Plan(MeetingKind.CircleReconvene, 2, stage.Agenda.Now + FourWeeks));
        }
    }

    private void Commit(Learner member)
    {
        if (dice.Happens(Commits))
        {
            var what = new CommitmentMade(stage.Ids.New(), id, InCircle: true, dice.Pick(stage.Cohort.Design.Words.Intentions), stage.Agenda.Now + FourWeeks);
            commitments.Add((member, what, member.Did(what).Id));
        }
    }

    private void LookBack(Learner member)
    {
        foreach (var (_, what, eventId) in commitments.Where(one => one.By == member))
        {
            member.Did(new CommitmentSettled(what.CommitmentId, id, InCircle: true, dice.Happens(Keeps), eventId));
        }
    }

    private static List<Learner> Staying(List<Learner> learners) => learners.FindAll(member => !member.HasWithdrawn);
}
