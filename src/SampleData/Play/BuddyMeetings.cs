using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// The three talks of a pair, each at its moment: times offered and taken; held, missed or called off; what is missed is tried again. The
/// two write to each other in between.
/// </summary>
internal sealed class BuddyMeetings(Stage stage, Learner learner)
{
    private const double IsAnswered = 0.95;
    private const double IsCancelled = 0.1;
    private const double IsMissed = 0.14;
    private const double IsTriedAgain = 0.65;
    private const double IsConfirmed = 0.8;
    private const double SaysHowLong = 0.6;
    private const double IsTakenBack = 0.02;
    private const double Writes = 0.3;
    private const double Commits = 0.6;
    private const double Keeps = 0.64;
    private const int DaysOfCommitment = 14;

    private static readonly Spread AnswerHours = new(0.5, 3, 8, 20, 30, 50);
    private static readonly Spread DaysAhead = new(1, 3, 6, 11, 18);
    private static readonly Spread Minutes = new(12, 20, 27, 33, 40, 65);
    private static readonly TimeSpan OfferLasts = TimeSpan.FromDays(14);
    private static readonly TimeSpan Again = TimeSpan.FromDays(2);

    /// <summary>Begins the talks of a pair.</summary>
    public void Begin(Group pair, Learner buddy) => Later(TimeSpan.FromHours(1), () => Offer(pair, buddy));

    /// <summary>Offers times for the talk whose moment it is; where it is none's, looks again some days later.</summary>
    private void Offer(Group pair, Learner buddy)
    {
        if (!IsOn(pair))
        {
            return;
        }

        if (TalkMoments.Current(stage.Design, learner.Progress) is not { } talk)
        {
            if (learner.Progress.Of<BuddyProgress>().Talks.Next is not null)
            {
                Later(Again, () => Offer(pair, buddy));
            }

            return;
        }

        learner.Did(new BuddyTimesOffered(pair.Id, talk.Number) { Until = stage.Agenda.Now + OfferLasts });
        if (learner.Dice.Happens(IsAnswered))
        {
            var at = buddy.Person.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(AnswerHours), learner.Dice);
            stage.Agenda.At(at, () => Take(pair, buddy, talk.Number));
        }
    }

    private void Take(Group pair, Learner buddy, int number)
    {
        if (!IsOn(pair) || !buddy.IsAround)
        {
            return;
        }

        var dice = learner.Dice;
        var start = learner.Person.Rhythm.Appointment(stage.Agenda.Now + dice.Days(DaysAhead), dice);
        var meeting = new MeetingRef(stage.Ids.New(), MeetingKind.Buddy, number, Talk.InAll, pair.Id, start, Talk.Length);
        learner.Saw(buddy.Person.Id, new MeetingPlanned(meeting));
        var fate = dice.Fraction();
        if (fate < IsCancelled)
        {
            stage.Agenda.At(start - TimeSpan.FromMinutes(30 + dice.Below(600)), () => Cancel(pair, buddy, meeting));
            return;
        }

        stage.Agenda.At(start - TimeSpan.FromMinutes(20), () => Remember(pair, number));
        var duration = TimeSpan.FromSeconds((int)(60 * dice.From(Minutes)));
        stage.Agenda.At(start + duration, () => Meet(pair, buddy, meeting, fate < IsCancelled + IsMissed ? null : duration));
    }

    private void Cancel(Group pair, Learner buddy, MeetingRef meeting)
    {
        if (IsOn(pair))
        {
            learner.Did(new MeetingCancelled(meeting));
            TryAgain(pair, buddy);
        }
    }

    private void Remember(Group pair, int number)
    {
        if (IsOn(pair) && number > 1)
        {
            learner.Did(new BuddyTalkRecalled(pair.Id, number));
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
            TryAgain(pair, buddy);
            return;
        }

        learner.Saw(buddy.Person.Id, new BuddyTalkListened(pair.Id, meeting.Sequence));
        if (learner.Dice.Happens(IsTakenBack))
        {
            learner.Did(new BuddyTalkClaimed(pair.Id, meeting.Sequence));
            learner.Did(new BuddyTalkDenied(pair.Id, meeting.Sequence));
        }

        // Not everybody says how long it took.
        int? minutes = learner.Dice.Happens(SaysHowLong) ? (int)Math.Round(time.TotalMinutes) : null;
        learner.Did(new BuddyTalkClaimed(pair.Id, meeting.Sequence) { Minutes = minutes });
        if (learner.Dice.Happens(IsConfirmed))
        {
            TimeSpan? known = minutes is { } said ? TimeSpan.FromMinutes(said) : null;
            var held = new BuddyMeetingHeld(meeting, [learner.Person.Id, buddy.Person.Id], known);
            learner.Saw(buddy.Person.Id, held);
            Commit(pair, meeting.Sequence);
        }

        Write(pair, buddy);
        Later(Again, () => Offer(pair, buddy));
    }

    private void TryAgain(Group pair, Learner buddy)
    {
        if (learner.Dice.Happens(IsTriedAgain))
        {
            Later(TimeSpan.FromHours(5), () => Offer(pair, buddy));
        }
    }

    /// <summary>One tells of a success or a challenge; mostly the other answers.</summary>
    private void Write(Group pair, Learner buddy)
    {
        if (!learner.Dice.Happens(Writes))
        {
            return;
        }

        Later(TimeSpan.FromDays(1), () =>
        {
            if (IsOn(pair))
            {
                learner.Did(new BuddyNoteWritten(pair.Id, stage.Ids.New()));
                var at = buddy.Person.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(AnswerHours), learner.Dice);
                stage.Agenda.At(at, () => Reply(pair, buddy));
            }
        });
    }

    private void Reply(Group pair, Learner buddy)
    {
        if (IsOn(pair) && buddy.IsAround && learner.Dice.Happens(IsAnswered))
        {
            learner.Saw(buddy.Person.Id, new BuddyNoteWritten(pair.Id, stage.Ids.New()));
        }
    }

    private void Commit(Group pair, int number)
    {
        var dice = learner.Dice;
        if (!dice.Happens(Commits))
        {
            return;
        }

        var promise = stage.Ids.New();
        stage.Write(new(TextKind.Commitment, promise), dice.Pick(stage.Words.Intentions));
        var made = learner.Did(new CommitmentMade(promise, pair.Id, InCircle: false, null) { TalkNumber = number });
        Later(TimeSpan.FromDays(DaysOfCommitment), () =>
        {
            if (learner.IsAround)
            {
                learner.Did(new CommitmentSettled(promise, pair.Id, InCircle: false, dice.Happens(Keeps), made.Id));
            }
        });
    }

    private void Later(TimeSpan time, Action what) => stage.Agenda.At(learner.ComesAfter(time), what);

    private bool IsOn(Group pair) => pair.State == GroupState.Active && learner is { IsAround: true, HasCompleted: false };
}
