using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.SampleData.Play;

/// <summary>The three meetings of a pair: planned one after the other; held, missed or called off; what is missed is tried again.</summary>
internal sealed class BuddyMeetings(Stage stage, Learner learner)
{
    private const int InAll = 3;
    private const double IsCancelled = 0.1;
    private const double IsMissed = 0.14;
    private const double IsTriedAgain = 0.65;
    private const double Commits = 0.35;
    private const double Keeps = 0.64;
    private const int DaysOfCommitment = 14;

    private static readonly Spread DaysAhead = new(1, 3, 6, 11, 18);
    private static readonly Spread Minutes = new(12, 20, 27, 33, 40, 65);
    private static readonly TimeSpan Planned = TimeSpan.FromMinutes(30);

    /// <summary>Begins the meetings of a pair.</summary>
    public void Begin(Group pair, Learner buddy) => stage.Agenda.At(learner.ComesAfter(TimeSpan.FromHours(1)), () => Plan(pair, buddy, 1));

    private void Plan(Group pair, Learner buddy, int sequence)
    {
        if (pair.State != GroupState.Active || !learner.IsAround || learner.HasCompleted)
        {
            return;
        }

        var dice = learner.Dice;
        var start = learner.Person.Rhythm.Appointment(stage.Agenda.Now + dice.Days(DaysAhead), dice);
        var meeting = new MeetingRef(stage.Ids.New(), MeetingKind.Buddy, sequence, InAll, pair.Id, start, Planned);
        learner.Did(new MeetingPlanned(meeting));
        var fate = dice.Fraction();
        if (fate < IsCancelled)
        {
            stage.Agenda.At(start - TimeSpan.FromMinutes(30 + dice.Below(600)), () => Cancel(pair, buddy, meeting));
        }
        else
        {
            var duration = TimeSpan.FromSeconds((int)(60 * dice.From(Minutes)));
            stage.Agenda.At(start + duration, () => Meet(pair, buddy, meeting, fate < IsCancelled + IsMissed ? null : duration));
        }
    }

    private void Cancel(Group pair, Learner buddy, MeetingRef meeting)
    {
        if (pair.State == GroupState.Active && learner.IsAround)
        {
            learner.Did(new MeetingCancelled(meeting));
            Again(pair, buddy, meeting.Sequence);
        }
    }

    private void Meet(Group pair, Learner buddy, MeetingRef meeting, TimeSpan? duration)
    {
        if (pair.State != GroupState.Active || learner.HasWithdrawn)
        {
            return;
        }

        if (duration is not { } time || !learner.IsAround || !buddy.IsAround)
        {
            learner.Did(new MeetingMissed(meeting));
            Again(pair, buddy, meeting.Sequence);
            return;
        }

        learner.Did(new BuddyMeetingHeld(meeting, [learner.Person.Id, buddy.Person.Id], time));
        Commit(pair, meeting.Sequence);
        if (meeting.Sequence < InAll)
        {
            stage.Agenda.In(TimeSpan.FromMinutes(4), () => Plan(pair, buddy, meeting.Sequence + 1));
        }
    }

    private void Again(Group pair, Learner buddy, int sequence)
    {
        if (learner.Dice.Happens(IsTriedAgain))
        {
            stage.Agenda.At(learner.ComesAfter(TimeSpan.FromHours(5)), () => Plan(pair, buddy, sequence));
        }
    }

    private void Commit(Group pair, int sequence)
    {
        var dice = learner.Dice;
        if (!dice.Happens(Commits))
        {
            return;
        }

        var due = stage.Agenda.Now.AddDays(DaysOfCommitment);
        var promise = stage.Ids.New();
        stage.Write(new(TextKind.Commitment, promise), dice.Pick(stage.Words.Intentions));
        var made = learner.Did(new CommitmentMade(promise, pair.Id, InCircle: false, due) { TalkNumber = sequence });
        stage.Agenda.At(learner.ComesAfter(TimeSpan.FromDays(DaysOfCommitment)), () =>
        {
            if (learner.IsAround)
            {
                learner.Did(new CommitmentSettled(promise, pair.Id, InCircle: false, dice.Happens(Keeps), made.Id));
            }
        });
    }
}
