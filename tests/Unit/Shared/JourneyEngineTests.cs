using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class JourneyEngineTests
{
    private static readonly Guid Pair = Guid.NewGuid();
    private static readonly Guid Buddy = Guid.NewGuid();
    private static readonly RecordedEvent Started = Event(new JourneyEvent.JourneyStarted());
    private static readonly RecordedEvent Invited = Event(new JourneyEvent.BuddyInvited(Pair, Buddy));
    private static readonly RecordedEvent Accepted = Event(new JourneyEvent.BuddyAccepted(Pair, Invited.Id), actor: Buddy);

    [Fact]
    public void Before_the_start_there_is_one_step() => Assert.IsType<NextStep.Start>(Assert.Single(Steps()));

    [Fact]
    public void After_the_start_a_buddy_comes_first() => Assert.IsType<NextStep.InviteBuddy>(Steps(Started)[0]);

    [Fact]
    public void An_open_invitation_does_not_hold_anybody_up() => Assert.IsType<NextStep.Practise>(Steps(Started, Invited)[0]);

    [Fact]
    public void An_invitation_lapses_after_seven_days()
    {
        var steps = JourneyEngine.NextSteps(Definition(), LearnerProgress.From([Started, Invited]), Monday.AddDays(7));

        Assert.Equal(new NextStep.InviteBuddy(Again: true), steps[0]);
    }

    [Fact]
    public void A_declined_invitation_asks_for_somebody_else() =>
        Assert.Equal(new NextStep.InviteBuddy(Again: true), Steps(Started, Invited, Event(new JourneyEvent.BuddyDeclined(Pair, Invited.Id), actor: Buddy))[0]);

    [Fact]
    public void Evidence_that_came_back_comes_before_everything_else()
    {
        var id = Guid.NewGuid();
        var returned = Event(new JourneyEvent.EvidenceReturned(Piece(id, 1, "one"), Guid.NewGuid(), "Once more."));

        Assert.IsType<NextStep.Rework>(Steps(Started, Submitted(id, "one"), returned)[0]);
    }

    [Fact]
    public void The_next_behaviour_is_the_first_that_still_needs_a_situation()
    {
        var steps = Steps(Started, Invited, Accepted, Submitted(Guid.NewGuid(), "one"), Submitted(Guid.NewGuid(), "one"));

        Assert.Equal("two", Assert.IsType<NextStep.Practise>(steps[0]).Behaviour.Id);
    }

    [Fact]
    public void A_nudge_in_the_inbox_is_a_step_until_it_is_settled()
    {
        var nudge = new NudgeFacts(Guid.NewGuid(), "Exercise 1", NudgeChannel.Inbox, 1, 6);
        var sent = Event(new JourneyEvent.NudgeSent(nudge));

        Assert.IsType<NextStep.AnswerNudge>(Steps(Started, Invited, Accepted, sent)[0]);
        Assert.IsNotType<NextStep.AnswerNudge>(Steps(Started, Invited, Accepted, sent, Event(new JourneyEvent.NudgeDismissed(nudge)))[0]);
    }

    [Fact]
    public void Everything_certified_is_the_end()
    {
        var certified = Definition().Behaviours.Select(behaviour => Event(new JourneyEvent.Certified(
            new(behaviour.Id, behaviour.Statement), Guid.NewGuid(), "", new Points(2, 0, 2), Guid.NewGuid(), [], Guid.NewGuid(), null)));

        Assert.IsType<NextStep.Finished>(Steps([Started, Invited, Accepted, .. certified])[0]);
    }

    [Fact]
    public void A_behaviour_is_certified_by_two_situations_on_two_days_and_other_eyes()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var rule = new CertificationRule(Situations: 2, Dates: 2, OtherEyes: true);
        RecordedEvent[] events =
        [
            Submitted(first, "one", new DateOnly(2026, 11, 2)), Confirmed("one", id: first),
            Submitted(second, "one", new DateOnly(2026, 11, 3)), Confirmed("one", id: second),
        ];

        Assert.False(LearnerProgress.From(events).Of("one").Meets(rule));
        var attested = Event(new JourneyEvent.EvidenceAttested(Piece(first, 1, "one"), Guid.NewGuid(), ReviewerRole.Buddy, null), actor: Buddy);
        Assert.True(LearnerProgress.From([.. events, attested]).Of("one").Meets(rule));
    }

    private static IReadOnlyList<NextStep> Steps(params RecordedEvent[] events) =>
        JourneyEngine.NextSteps(Definition(), LearnerProgress.From(events), Monday.AddDays(1));
}
