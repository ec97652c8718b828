using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner asks somebody to be the learning buddy, by name or by code; the other answers, or lets it lapse. Rounds of practice too.</summary>
internal sealed class BuddyHabit(Stage stage, Learner learner)
{
    private const double AsksToday = 0.55;
    private const double ByCode = 0.18;
    private const double Declines = 0.1;
    private const double TakesBack = 0.4;
    private const double LeavesEarly = 0.07;
    private const double PractisesToday = 0.17;
    private const double IsRated = 0.65;

    private static readonly Spread AnswerHours = new(0.2, 2, 7, 18, 30, 55, 110, 160);
    private static readonly Spread LeavesAfterDays = new(5, 12, 20, 35);
    private static readonly Spread RoundMinutes = new(6, 10, 13, 17, 28);

    private readonly BuddyMeetings meetings = new(stage, learner);
    private readonly Dictionary<Learner, Guid> practicePairs = [];

    /// <summary>Asks somebody.</summary>
    /// <returns>How long it takes, or null: not today.</returns>
    public TimeSpan? Invite()
    {
        if (!learner.Dice.Happens(AsksToday) || stage.SomebodyElse(learner) is not { } other)
        {
            return null;
        }

        TakeBack(learner.Pair);
        var code = learner.Dice.Happens(ByCode) ? InvitationCode.From(stage.Ids.New().ToByteArray()) : null;
        var asked = code is null ? other.Person.Id : (Guid?)null;
        var pair = new BuddyPair(stage.Ids.New(), learner.ParticipationId, asked, code, stage.Ids.New(), stage.Agenda.Now, stage.Definition.Buddy);
        learner.Pair = pair;
        learner.Did(new BuddyInvited(pair.Id, asked), pair.InvitationEventId);
        stage.Agenda.At(other.Person.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(AnswerHours), learner.Dice), () => Answer(pair, other));
        return TimeSpan.FromMinutes(3);
    }

    /// <summary>Plays a scenario with somebody, now and then.</summary>
    public void Practise()
    {
        var dice = learner.Dice;
        if (!dice.Happens(PractisesToday) || stage.SomebodyElse(learner) is not { } partner)
        {
            return;
        }

        if (!practicePairs.TryGetValue(partner, out var pair))
        {
            practicePairs[partner] = pair = stage.Ids.New();
        }

        var points = dice.Happens(IsRated) ? new Points(2 + dice.Below(4), 1, 5) : null;
        learner.Did(new PracticeAttempted(
            stage.Ids.New(), dice.Pick(stage.Cohort.Design.Scenarios), pair, partner.Person.Id,
            TimeSpan.FromSeconds((int)(60 * dice.From(RoundMinutes))), points, dice.Pick(stage.Cohort.Design.Words.Outcomes)));
    }

    private void Answer(BuddyPair pair, Learner other)
    {
        if (!other.IsAround || !learner.IsAround)
        {
            return;
        }

        var (choice, now, id) = (learner.Dice.Fraction(), stage.Agenda.Now, other.Person.Id);
        if (choice < 0.55 + (0.35 * other.Temperament.Warmth) && Accompanied(id) < stage.Definition.Buddy.Capacity && pair.Accept(id, now))
        {
            learner.Saw(id, new BuddyAccepted(pair.Id, pair.InvitationEventId));
            meetings.Begin(pair, other);
            if (learner.Dice.Happens(LeavesEarly))
            {
                stage.Agenda.In(learner.Dice.Days(LeavesAfterDays), () => Leave(pair, other));
            }
        }
        else if (choice > 1 - Declines && pair.Decline(id, reason: null, now))
        {
            learner.Saw(id, new BuddyDeclined(pair.Id, pair.InvitationEventId));
        }
        else if (learner.Dice.Happens(TakesBack))
        {
            stage.Agenda.At(learner.ComesAfter(TimeSpan.FromDays(2)), () => TakeBack(pair));
        }
    }

    private int Accompanied(Guid personId) =>
        stage.Learners.Count(other => other.Pair is { State: BuddyPairState.Active } pair && pair.BuddyId == personId);

    private void TakeBack(BuddyPair? pair)
    {
        if (learner.IsAround && pair?.Withdraw(stage.Agenda.Now) == true)
        {
            learner.Did(new BuddyInvitationWithdrawn(pair.Id, pair.InvitationEventId));
        }
    }

    private void Leave(BuddyPair pair, Learner other)
    {
        if (!learner.HasWithdrawn && pair.Leave(stage.Agenda.Now))
        {
            learner.Saw(learner.Dice.Happens(0.5) ? learner.Person.Id : other.Person.Id, new BuddyLeft(pair.Id));
        }
    }
}
