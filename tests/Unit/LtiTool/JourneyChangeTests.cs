using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Circles;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Tests.Unit.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What one change notes before it is written.</summary>
public sealed class JourneyChangeTests
{
    private static readonly Guid Facilitator = Story.Id("facilitator");
    private readonly FakeTimeProvider clock = new(A.Monday);

    [Fact]
    public void What_follows_is_noted_after_what_it_follows_from_and_by_the_tool()
    {
        var change = Change(Facilitator, Place("ann"));
        var evidence = new EvidenceRef(Story.Id("piece"), 1, ["one"]);

        change.Happened(Story.Id("ann"), new JourneyStarted());
        change.Happened(Story.Id("ann"), new EvidenceSubmitted(evidence, EvidenceKind.OnTheJob, new DateOnly(2026, 11, 2), []));
        var confirmed = change.Happened(
            Story.Id("ann"), new ReviewConfirmed(evidence, Story.Id("review"), Story.Id("submission"), new Points(2, 0, 2)));

        Assert.IsType<NudgePlanBegun>(change.Events[3].What);
        var scheduled = change.Events.Skip(4).Select(recorded => Assert.IsType<NudgeScheduled>(recorded.What)).ToList();
        Assert.Equal([Facilitator, Facilitator, Facilitator, Guid.Empty], change.Events.Take(4).Select(recorded => recorded.ActorId));
        Assert.All(scheduled, one => Assert.Equal(confirmed.Id, one.LadderId));
        Assert.Equal(
            scheduled.Select(one => (DueKind.Nudge, one.Nudge.Id, one.At)),
            change.Due.Select(one => (one.Row.Kind, one.Row.SubjectId, one.Row.DueAt)));
    }

    /// <summary>What the first brought about is known to the second: nothing is certified twice in one change.</summary>
    [Fact]
    public void What_follows_has_happened_before_the_next_is_noted()
    {
        var change = Change(Facilitator, Place("ann", "rule=1/1"));
        change.Happened(Story.Id("ann"), new JourneyStarted());
        foreach (var piece in new[] { "a", "b", "c" })
        {
            var evidence = new EvidenceRef(Story.Id(piece), 1, ["one"]);
            change.Happened(Story.Id("ann"), new EvidenceSubmitted(evidence, EvidenceKind.OnTheJob, new DateOnly(2026, 11, 2), []));
            change.Happened(
                Story.Id("ann"), new ReviewConfirmed(evidence, Story.Id("review " + piece), Story.Id("sent " + piece), new Points(2, 0, 2)));
        }

        Assert.Single(change.Events, recorded => recorded.What is BehaviourCertified);
    }

    /// <summary>Histories are read in the order of their moments: two events of one change are never at the same one.</summary>
    [Fact]
    public void Each_event_has_a_moment_of_its_own()
    {
        var change = Change(Story.Id("ann"), Place("ann"));

        change.Happened(Story.Id("ann"), new JourneyStarted());
        change.Happened(Story.Id("ann"), new EvidenceDrafted(Story.Id("piece")));

        Assert.Equal([A.Monday, A.Monday.AddMilliseconds(1)], change.Events.Select(recorded => recorded.OccurredAt));
    }

    [Fact]
    public void What_a_group_did_is_noted_for_each_learner_with_one_occasion()
    {
        var change = Change(Facilitator, Place("ann"), Place("ben"));

        change.Happened([Story.Id("ann"), Story.Id("ben")], new CircleFormed(Story.Id("circle")));
        change.Happened(Story.Id("ann"), new JourneyStarted());

        Assert.Equal([Story.Id("ann"), Story.Id("ben"), Story.Id("ann")], change.Events.Select(recorded => recorded.ParticipationId));
        Assert.Distinct(change.Events.Select(recorded => recorded.Id));
        Assert.NotNull(change.Events[0].OccasionId);
        Assert.Equal(change.Events[0].OccasionId, change.Events[1].OccasionId);
        Assert.Null(change.Events[2].OccasionId);
    }

    [Fact]
    public void What_becomes_due_has_a_key_that_comes_from_kind_and_subject_and_the_newer_time_holds()
    {
        var (invitation, pair) = (Story.Id("invitation"), Story.Id("pair"));
        var change = Change(Story.Id("ann"), Place("ann"));

        change.Happened(Story.Id("ann"), new BuddyInvited(pair, invitation, null, A.Monday.AddDays(7)));
        change.Plan(DueKind.InvitationExpiry, invitation, A.Monday.AddDays(9), Story.Id("ann"));

        var due = Assert.Single(change.Due).Row;
        Assert.Equal(DerivedId.From(invitation, DueKind.InvitationExpiry), due.Id);
        Assert.Equal((Story.Id("ann"), A.Monday.AddDays(9)), (due.ParticipationId, due.DueAt));
    }

    [Fact]
    public void Only_learners_something_happened_to_have_changed()
    {
        var change = Change(Facilitator, Place("ann"), Place("ben"));

        change.Happened(Story.Id("ben"), new JourneyStarted());

        var ben = Assert.Single(change.Changed);
        Assert.Equal(Story.Id("ben"), ben.Participation.Id);
        Assert.False(ben.Before.Of<JourneyProgress>().HasStarted);
        Assert.True(ben.Progress.Of<JourneyProgress>().HasStarted);
    }

    [Fact]
    public void Nothing_happens_to_a_learner_the_change_is_not_about() =>
        Assert.Throws<KeyNotFoundException>(() => Change(Facilitator, Place("ann")).Happened(Story.Id("ben"), new JourneyStarted()));

    private JourneyChange Change(Guid actor, params LearnerPlace[] places) =>
        new(clock, new Actor(actor), places.Select(place => new LearnerState(place, Progress.None)));

    private static LearnerPlace Place(string name, string design = "") => new(
        new Participation(Story.Id(name), Story.Id("journey"), Story.Id("person " + name), A.Monday),
        new Journey(Story.Id("journey"), Story.Id("course"), "link", A.Monday),
        A.Design(design), new PlatformRow(), "7", "A course", TimeZoneInfo.Utc, IsInCourse: true, IsTestUser: false);
}
