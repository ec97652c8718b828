using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Partners;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A learner asks somebody to be the learning buddy, by name or by code; the other answers, or lets it lapse. Rounds of practice too.
/// </summary>
internal sealed class BuddyHabit(Stage stage, Learner learner) : IStepHabit
{
    private const double AsksToday = 0.55;
    private const double ByCode = 0.18;
    private const double Declines = 0.1;
    private const double GoesOnAlone = 0.05;
    private const double TakesBack = 0.4;
    private const double IsHelped = 0.6;
    private const double ShowsName = 0.25;
    private const double LeavesEarly = 0.07;
    private const double PractisesToday = 0.17;
    private const double IsRated = 0.65;

    private static readonly Spread AnswerHours = new(0.2, 2, 7, 18, 30, 55, 110, 160);
    private static readonly Spread LeavesAfterDays = new(5, 12, 20, 35);
    private static readonly Spread RoundMinutes = new(6, 10, 13, 17, 28);

    private readonly BuddyMeetings meetings = new(stage, learner);
    private readonly Dictionary<Learner, Guid> practicePairs = [];

    /// <inheritdoc />
    public TimeSpan? Take(NextStep step) => step switch
    {
        InviteBuddy { Again: true } when learner.Dice.Happens(GoesOnAlone) => Did(new BuddyDoneWithout()),
        InviteBuddy => Invite(),
        HearNothing silent when learner.Dice.Happens(AsksToday) => Did(new BuddyAskedAgain(silent.PairId)),
        _ => null,
    };

    private TimeSpan Did(JourneyEvent what)
    {
        learner.Did(what);
        return TimeSpan.FromMinutes(1);
    }

    /// <summary>Asks somebody.</summary>
    private TimeSpan? Invite()
    {
        if (!learner.Dice.Happens(AsksToday) || stage.SomebodyElse(learner) is not { } other)
        {
            return null;
        }

        var now = stage.Agenda.Now;
        var code = learner.Dice.Happens(ByCode) ? InvitationCode.From(stage.Ids.New().ToByteArray()) : null;
        var asked = code is null ? other.Person.Id : (Guid?)null;
        var until = now.AddDays(stage.Design.Find<BuddiesSection>()!.ExpireAfterDays);
        var pair = new Group(stage.Ids.New(), GroupKind.BuddyPair, stage.Cohort.JourneyId, learner.ParticipationId, now);
        pair.Join(learner.Person.Id, GroupPart.Learner, now);
        var invitation = new Invitation(stage.Ids.New(), pair.Id, GroupPart.Buddy, new(asked, code, until), stage.Ids.New(), now);
        (learner.Pair, learner.Invitation) = (pair, invitation);
        learner.Did(new BuddyInvited(pair.Id, invitation.Id, asked, until), invitation.EventId);
        stage.Agenda.At(
            other.Person.Rhythm.After(now + learner.Dice.Hours(AnswerHours), learner.Dice),
            () => Answer(pair, invitation, other));
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
        var round = stage.Ids.New();
        stage.Write(new(TextKind.Reflection, round), dice.Pick(stage.Words.Outcomes));
        learner.Did(new PracticeAttempted(
            round, dice.Pick(stage.Cohort.Template.Scenarios), pair, partner.Person.Id,
            TimeSpan.FromSeconds((int)(60 * dice.From(RoundMinutes))), points));
    }

    private void Answer(Group pair, Invitation invitation, Learner other)
    {
        if (!other.IsAround || !learner.IsAround)
        {
            return;
        }

        var (choice, now, id) = (learner.Dice.Fraction(), stage.Agenda.Now, other.Person.Id);
        if (choice < 0.55 + (0.35 * other.Temperament.Warmth) && Accompanied(id) < stage.Design.Find<BuddiesSection>()!.Capacity
            && invitation.Accept(id, now) && pair.Join(id, GroupPart.Buddy, now))
        {
            learner.Saw(id, new BuddyAccepted(pair.Id, invitation.EventId));
            meetings.Begin(pair, other);
            if (learner.Dice.Happens(ShowsName))
            {
                stage.Agenda.At(learner.ComesAfter(TimeSpan.FromDays(1)), () => ShowName(pair));
            }

            if (learner.Dice.Happens(LeavesEarly))
            {
                stage.Agenda.In(learner.Dice.Days(LeavesAfterDays), () => Leave(pair, other));
            }
        }
        else if (choice > 1 - Declines && invitation.Decline(id, reason: null, now))
        {
            pair.End(now);
            learner.Saw(id, new BuddyDeclined(pair.Id, invitation.EventId));
            if (learner.Dice.Happens(IsHelped))
            {
                var facilitator = stage.Cohort.Facilitators[0];
                stage.Agenda.At(facilitator.Rhythm.After(now.AddHours(20), learner.Dice), () => Suggest(facilitator.Id));
            }
        }
        else if (learner.Dice.Happens(TakesBack))
        {
            stage.Agenda.At(learner.ComesAfter(TimeSpan.FromDays(2)), () => TakeBack(pair, invitation));
        }
    }

    /// <summary>Whoever facilitates names people who have room, if nobody is asked by then.</summary>
    private void Suggest(Guid facilitatorId)
    {
        var capacity = stage.Design.Find<BuddiesSection>()!.Capacity;
        var others = stage.Learners.Where(other => other != learner && other.IsAround).Select(other => new BuddyCandidate(
            other.Person.Id, SharedBehaviours: 0, IsInOtherTeam: false, Accompanied(other.Person.Id), WasAsked: false));
        var suggested = BuddySuggestions.For(learner.Person.Id, others, capacity);
        if (learner.IsAround && learner.Pair is { State: GroupState.Ended } && suggested.Length > 0)
        {
            learner.Saw(facilitatorId, new BuddySuggested([.. suggested.Select(one => one.PersonId)]));
        }
    }

    private void ShowName(Group pair)
    {
        if (learner.IsAround && pair.State == GroupState.Active)
        {
            learner.Did(new BuddyNameShown(pair.Id, IsShown: true));
        }
    }

    private int Accompanied(Guid personId) => stage.Learners.Count(other => other.BuddyId == personId);

    private void TakeBack(Group pair, Invitation invitation)
    {
        if (learner.IsAround && invitation.Withdraw(stage.Agenda.Now))
        {
            pair.End(stage.Agenda.Now);
            learner.Did(new BuddyInvitationWithdrawn(pair.Id, invitation.EventId));
        }
    }

    private void Leave(Group pair, Learner other)
    {
        if (!learner.HasWithdrawn && pair.End(stage.Agenda.Now))
        {
            learner.Saw(learner.Dice.Happens(0.5) ? learner.Person.Id : other.Person.Id, new BuddyLeft(pair.Id));
        }
    }
}
