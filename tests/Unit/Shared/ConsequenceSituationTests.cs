using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What follows from the last sentence of a story, what is due after it, and what it adds up to.</summary>
public sealed class ConsequenceSituationTests
{
    private const string Pair = "start; invite bea; accept bea; ";
    private const string Two = "start; submit a one d1; submit b one d2; ";

    public static TheoryData<string, string, string> Following => new()
    {
        { "", "start", "" },
        { "1", "start; submit a one; confirm a", "plan 1 e1" },
        { "1 -nudges", "start; submit a one; confirm a", "" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a", "certify one by a; complete" },
        { "1 rule=1/1", "start; submit a one; confirm a", "certify one by a; complete; plan 1 e1" },
        { "2 rule=1/1 -nudges", "start; submit a one+two; confirm a", "certify one by a; certify two by a; complete" },
        { "2 rule=1/1 -nudges", "start; submit a one+two; confirm a one", "certify one by a" },
        { "1 -nudges", Two + "attest a bea; confirm a; confirm b", "certify one by b; complete" },
        { "1 -nudges", Two + "confirm a; confirm b", "" },
        { "1 -nudges", Two + "confirm a; confirm b; attest a bea", "certify one by b; complete" },
        { "2 -nudges", Two + "confirm a; confirm b; attest b bea", "certify one by b" },
        { "1 -nudges", Two + "confirm a; confirm b; attest a bea; attest b bea", "" },
        { "1 -nudges", Two + "attest a bea", "" },
        { "1 -nudges", Two + "confirm a; confirm b; heard a bea", "" },
        { "1 -nudges", Two + "confirm a; confirm b; unsure a bea", "" },
        { "1 -nudges", Two + "confirm a; confirm b; heard a bea; attest a cem", "certify one by b; complete" },
        { "1 -nudges", Two + "confirm a; confirm b; heard a bea; attest a bea", "certify one by b; complete" },
        { "1 -nudges", Two + "attest a bea; heard a bea; confirm a; confirm b", "certify one by b; complete" },
        { "1 rule=2/2/talk -nudges", Two + "confirm a; confirm b; heard a bea", "certify one by b; complete" },
        { "1 rule=2/2/talk -nudges", Two + "confirm a; confirm b; unsure a bea", "" },
        { "1 -nudges", Two + "confirm a; confirm b; heard a bea; design 1 rule=2/2/talk -nudges", "certify one by b; complete" },
        { "1 -nudges", Two + "attest a bea; confirm a; confirm b; revoke one; heard b bea", "" },
        { "1 -nudges", Two + "attest a bea; confirm a; confirm b; revoke one; attest b cem", "certify one by b" },
        { "1 -nudges", "start; submit a one d1; submit b one d1; attest a bea; confirm a; confirm b", "" },
        { "1 -nudges", Two + "attest a bea; confirm a; return b", "" },
        { "1 -nudges", Two + "confirm a; confirm b; design 1 rule=2/2 -nudges", "certify one by b; complete" },
        { "1 -nudges", Two + "confirm a; confirm b; design 1 rule=2/1/eyes -nudges", "" },
        { "2 rule=1/1 -nudges", "start; submit a one; confirm a; design 1 rule=1/1 -nudges", "complete" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; submit b one; confirm b", "" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; revoke one", "" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; revoke one; design 1 rule=1/1 -nudges", "" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; revoke one; submit b one; confirm b", "certify one by b" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; restart", "take back one" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; restart; submit b one; confirm b", "certify one by b; complete" },
        { "1 -nudges", Two + "attest a bea; confirm a; restart; submit c one d3; confirm c", "" },
        { "1 -certification -nudges", "start; submit a one; confirm a", "" },
        { "2 retired=one rule=1/1 -nudges", "start; submit a one; confirm a", "" },
        { "1", "start; submit a one; confirm a; submit b one; confirm b", "" },
        { "1", "start; submit a one; confirm a; gone; wait 2d; submit b one; confirm b", "" },
        { "1", "start; submit a one; confirm a; wait 22d; submit b one; confirm b", "plan 1 e1" },
        { "1 from=Certification rule=1/1", "start; submit a one; confirm a", "certify one by a; complete; plan 1 e1" },
        { "2 from=Certification rule=1/1", "start; submit a one+two; confirm a", "certify one by a; certify two by a; complete; plan 1 e1" },
        { "1 from=Certification", "start; submit a one; confirm a", "" },
        { "1 hold=100", "start; submit a one; confirm a", "" },
        { "from=CourseEnd ends=4", "start", "plan 1 e1" },
        { "from=CourseEnd ends=4", "start; submit a one; confirm a", "" },
        { "from=CourseEnd ends=4", "start; design from=CourseEnd ends=5", "move 2; move 3; move 4" },
        { "from=CourseEnd ends=30", "start; design from=CourseEnd ends=-20", "call off 1; call off 2; call off 3; call off 4; call off 5; move 6" },
        { "from=CourseEnd ends=0", "start; wait 60d; design from=CourseEnd ends=0 points=10", "" },
        { "from=CourseEnd ends=90", "start; design days=1,3", "give up; call off 1; call off 2; call off 3; call off 4; call off 5; call off 6" },
        { "from=CourseEnd ends=90", "start; design days=1,3; submit a one; confirm a", "plan 1 e1" },
        { "days=1,3", "start; submit a one; confirm a; design from=CourseEnd ends=90 days=1,3", "call off 1; call off 2; plan 1 e1" },
        { "days=1,3", "start; submit a one; confirm a; wait 1d; snooze 1; design -nudges", "call off 1; call off 2" },
        { "days=1,2,3", "start; submit a one; confirm a; move 2 9d; pace Small", "" },
        { "days=1,3,45", "start; submit a one; confirm a; wait 5d; submit b one; confirm b", "call off 3; plan 1 e1" },
        { "from=CourseEnd ends=90 days=1,3", "start; design days=1,3; submit a one; confirm a; design from=CourseEnd ends=90 days=1,3", "call off 1; call off 2; plan 1 e1" },
        { "days=1,3,21", "start; submit a one; confirm a; wait 2d; design from=CourseEnd ends=-40 days=1,3,21", "" },
        { "from=CourseEnd ends=90 days=1,3", "start; move 1 1d; wait 2d; design days=1,3; submit a one; confirm a", "plan 1 e2" },
        { "days=1,3", "start; submit a one; confirm a; design days=1,3", "" },
        { "days=1,3", "start; submit a one; confirm a; wait 2d; design days=2,4", "call off 2" },
        { "days=1,3", "start; submit a one; confirm a; design -nudges", "call off 1; call off 2" },
        { "from=CourseEnd ends=0", "start; wait 2d; design days=1,3", "call off 3; call off 4; call off 5; call off 6" },
        { "days=1,2,3", "start; submit a one; confirm a; pace Small", "call off 2" },
        { "days=1,2,3", "start; submit a one; confirm a; pace Small; pace Normal", "" },
        { "days=1,2,3", "start; submit a one; confirm a; pace AllInOne", "move 1; move 2" },
        { "days=1,2,3", "start; submit a one; confirm a; move 1 1d; pace AllInOne", "move 2" },
        { "2", "start; submit a two; confirm a", "plan 1 e2" },
        { "days=1,2", "start; submit a three; confirm a", "plan 1 e1" },
    };

    /// <summary>Kind, and how long after Monday, nine o'clock.</summary>
    public static TheoryData<string, string, string> DueLater => new()
    {
        { "", "start", "" },
        { "", "start; invite bea", "invitation-reminder 3.00:00; invitation-expiry 7.00:00" },
        { "", "start; invite bea; wait 4d", "invitation-expiry 7.00:00" },
        { "", "start; invite code", "invitation-expiry 7.00:00" },
        { "", "start; mail", "invitation-reminder 3.00:00; invitation-expiry 7.00:00" },
        { "", "start; invite bea; wait 8d", "" },
        { "", "start; ask q", "question-unanswered 2.09:00" },
        { "", "start; wait 3d; ask q", "question-unanswered 7.09:00" },
        { "-nudges", "start; submit a one; confirm a", "" },
        { "", "start; submit a one; confirm a", "nudge 1.00:00; nudge 3.00:00; nudge 6.23:00; nudge 10.00:00; nudge 15.00:00; nudge 21.00:00" },
        { "", "start; submit a one; confirm a; wait 1d", "nudge 3.00:00; nudge 6.23:00; nudge 10.00:00; nudge 15.00:00; nudge 21.00:00" },
        { "", "start; submit a one; confirm a; wait 3d", "nudge 6.23:00; nudge 10.00:00; nudge 15.00:00; nudge 21.00:00" },
        { "", "start; submit a one; confirm a; wait 1d; snooze 1", "nudge 2.00:00; nudge 3.00:00; nudge 6.23:00; nudge 10.00:00; nudge 15.00:00; nudge 21.00:00" },
        { "", "start; submit a one; confirm a; wait 1d; snooze 1; wait 1d; snooze 1", "nudge 3.00:00; nudge 3.00:00; nudge 6.23:00; nudge 10.00:00; nudge 15.00:00; nudge 21.00:00" },
        { "days=1,3", "start; submit a one; confirm a; wait 4d; again 2", "nudge 7.00:00; nudge 10.00:00" },
        { "days=1,3,6,10", "start; submit a one; confirm a; wait 4d; again 2", "nudge 6.23:00; nudge 10.00:00" },
        { "days=1,3,45", "start; submit a one; confirm a; wait 4d; again 2", "nudge 7.00:00; nudge 10.00:00; nudge 45.00:00" },
        { "1 rule=1/1 valid=30 -nudges", "start; submit a one; confirm a", "certification-expiry 30.15:00" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a", "" },
    };

    public static TheoryData<string, string, double, bool> Grades => new()
    {
        { "", "", 0, false },
        { "", "start", 0, false },
        { "", "start; submit a one", 0, false },
        { "", "start; submit a one; confirm a", 33.33, true },
        { "", "start; submit a one+two; confirm a", 66.67, true },
        { "", "start; submit a one+two; confirm a one", 33.33, true },
        { "", "start; submit a one; submit b one; confirm a; confirm b", 33.33, true },
        { "", "start; submit a one+two+three; confirm a", 100, true },
        { "points=50", "start; submit a one; confirm a", 16.67, true },
        { "2", "start; submit a one; return a", 0, false },
        { "2", "start; submit a one; return a; submit a one; confirm a", 50, true },
        { "1 rule=1/1", "start; submit a one; confirm a; revoke one", 100, true },
        { "", "start; submit a one; confirm a; design retired=one", 33.33, true },
        { "", "start; submit a two; confirm a; design retired=one", 50, true },
        { "", "start; design retired=one", 0, false },
        { "", "start; submit a one+two+three; confirm a; design retired=one", 100, true },
        { "", "start; submit a one; design retired=one; confirm a", 33.33, true },
        { "", "start; submit a one; confirm a; design points=10", 3.33, true },
    };

    /// <summary>Who is certified on what, in the end.</summary>
    public static TheoryData<string, string, string> Certified => new()
    {
        { "", Two + "confirm a; confirm b; attest a bea", "one" },
        { "", Two + "attest a bea; confirm a; confirm b", "one" },
        { "", Two + "confirm a; attest a bea; confirm b", "one" },
        { "", Two + "confirm a; confirm b", "" },
        { "rule=1/1 valid=30", "start; submit a one; confirm a; wait 30d", "one" },
        { "rule=1/1 valid=30", "start; submit a one; confirm a; wait 31d", "" },
        { "rule=1/1 valid=30", "start; submit a one; confirm a; wait 31d; submit b one; confirm b", "one" },
        { "rule=1/1 valid=30", "start; submit a one; confirm a; wait 20d; revoke one; submit b one; confirm b; wait 15d", "one" },
        { "rule=1/1", "start; submit a one; confirm a; design retired=one rule=1/1", "one" },
        { "rule=1/1", "start; submit a one; confirm a; design", "one" },
    };

    public static TheoryData<string, string, string> Waiting => new()
    {
        { "", "start", "" },
        { "", "start; invite bea", "Invitation bea" },
        { "", "start; invite code", "" },
        { "", "start; mail", "" },
        { "", "start; invite bea; accept bea", "" },
        { "", "start; invite bea; wait 8d", "" },
        { "", Pair + "talk offered until 2d", "Talk bea" },
        { "", Pair + "talk offered until 2d bea", "Talk learner" },
        { "", Pair + "talk offered until 2d; wait 1d", "Talk bea" },
        { "", Pair + "talk offered until 2d; wait 2d", "" },
        { "", Pair + "talk offered until 2d bea; wait 2d", "" },
        { "", Pair + "talk offered until 2d; wait 1d; talk offered until 3d; wait 2d", "Talk bea" },
        { "", Pair + "talk offered until 2d; wait 1d; talk offered until 3d; wait 3d", "" },
        { "", Pair + "talk offered until 1d; talk claimed; wait 2d", "Talk bea" },
        { "", Pair + "talk claimed", "Talk bea" },
        { "", Pair + "talk claimed; wait 3d", "" },
        { "", Pair + "talk planned 2d", "" },
        { "", "start; draft a", "" },
        { "", "start; submit a one", "Review facilitators" },
        { "", "start; submit a one; return a", "" },
        { "", "start; submit a one; confirm a", "" },
        { "", "start; submit a one; confirm a; wait 1d", "Inbox learner" },
        { "", "start; submit a one; confirm a; wait 1d; dismiss 1", "" },
        { "", "start; ask q", "Question facilitators" },
        { "", "start; ask q everybody", "Question everybody" },
        { "", "start; ask q; answer q", "Question learner" },
        { "", "start; ask q; answer q; read q", "" },
        { "", "start; ask q; wait 3d", "Question facilitators" },
        { "", "start; ask q everybody; wait 3d", "Question everybody; Question facilitators" },
        { "", "start; ask q everybody; wait 3d; answer q; read q", "" },
    };

    [Theory]
    [MemberData(nameof(Following))]
    public void From_this_this_follows(string design, string story, string followed) =>
        Assert.Equal(followed, Story.Of(design, story).Followed());

    [Theory]
    [MemberData(nameof(DueLater))]
    public void After_this_this_is_due(string design, string story, string due) => Assert.Equal(due, Story.Of(design, story).Due());

    [Theory]
    [MemberData(nameof(Grades))]
    public void This_gives_so_many_points(string design, string story, double points, bool isFinal)
    {
        var told = Story.Of(design, story);

        var grade = Grade.Of(told.Design, told.Progress)!;

        Assert.Equal((points, isFinal), (grade.Given, grade.IsFinal));
    }

    [Theory]
    [MemberData(nameof(Certified))]
    public void In_the_end_this_is_certified(string design, string story, string held) =>
        Assert.Equal(held, Story.Of(design, story).Held());

    [Theory]
    [MemberData(nameof(Waiting))]
    public void This_waits_for_somebody(string design, string story, string waits) =>
        Assert.Equal(waits, Story.Of(design, story).Attention());

    [Fact]
    public void The_ladder_climbs_by_the_days_of_the_plan_counted_from_the_confirmation()
    {
        var story = Story.Of("days=1,3,7,10,15,21", "start; submit a one; confirm a; wait 24d");

        var sent = story.History.Where(entry => entry.What is NudgeSent).Select(entry => (int)(entry.OccurredAt - A.Monday).TotalDays);

        Assert.Equal([1, 3, 7, 10, 15, 21], sent);
        Assert.Equal([1, 2, 3, 4, 5, 6], story.Progress.Of<NudgesProgress>().All.Select(nudge => nudge.Nudge.Step));
    }

    [Fact]
    public void Three_confirmations_at_once_begin_one_plan()
    {
        var story = Story.Of("", "start; submit a one; submit b two; submit c three; confirm a; confirm b; confirm c; wait 24d");

        Assert.Equal([1, 2, 3, 4, 5, 6], story.Progress.Of<NudgesProgress>().All.Select(nudge => nudge.Nudge.Step));
        Assert.Single(story.Progress.Of<NudgesProgress>().All.Select(nudge => nudge.LadderId).Distinct());
    }

    [Fact]
    public void A_confirmation_after_the_last_step_begins_the_next_plan()
    {
        var story = Story.Of("days=1,3", "start; submit a one; confirm a; wait 4d; submit b one; confirm b; wait 10d");

        Assert.Equal([1, 2, 1, 2], story.Progress.Of<NudgesProgress>().All.Select(nudge => nudge.Nudge.Step));
    }

    [Fact]
    public void What_is_put_off_comes_once_more_and_the_plan_goes_on_as_it_was()
    {
        var story = Story.Of("days=1,3", "start; submit a one; confirm a; wait 1d; snooze 1; wait 10d");

        Assert.Equal(3, story.History.Count(entry => entry.What is NudgeSent));
        Assert.Equal(2, story.History.Count(entry => entry.What is NudgeScheduled));
    }

    [Fact]
    public void A_plan_ends_where_its_learner_left_the_course()
    {
        var story = Story.Of("", "start; submit a one; confirm a; gone; wait 60d");

        Assert.Equal(6, story.History.Count(entry => entry.What is NudgeWithheld { Reason: WithheldReason.LeftCourse }));
        Assert.DoesNotContain(story.History, entry => entry.What is NudgeSent);
    }

    [Fact]
    public void A_certificate_holds_through_its_last_day_where_the_learner_is()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var story = Story.Of(A.Design("1 rule=1/1 valid=30 -nudges"), "start; submit a one; confirm a", berlin);

        Assert.Equal(new DateOnly(2026, 12, 2), story.Progress.Of<CertificationProgress>().Held["one"].ValidUntil);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 23, 0, 0, TimeSpan.Zero), Assert.Single(story.Due).At);
    }

    [Fact]
    public void A_journey_is_completed_once_whatever_comes_later()
    {
        var story = Story.Of(
            "1 rule=1/1 -nudges",
            "start; submit a one; confirm a; revoke one; submit b one; confirm b; design 1 rule=1/1 -nudges");

        Assert.Single(story.History, entry => entry.What is JourneyCompleted);
    }

    [Fact]
    public void A_certification_names_what_it_rests_on()
    {
        var story = Story.Of("1 -nudges", Two + "confirm a; confirm b; attest a bea");

        var certified = (BehaviourCertified)story.History.Single(entry => entry.What is BehaviourCertified).What;

        Assert.Equal(4, certified.SupportingEventIds.Count);
        Assert.All(certified.SupportingEventIds, id => Assert.Contains(story.History, entry => entry.Id == id));
        Assert.Equal(Story.Id("facilitator"), certified.FacilitatorId);
    }

    [Fact]
    public void An_event_of_a_newer_version_changes_nothing()
    {
        var before = Story.Of("", Two + "confirm a");

        before.Happened(new UnknownEvent("sprint.restarted", 7, "{}"));

        Assert.Same(before.Progress, before.Progress.After(before.History[^1]));
        Assert.Empty(before.Followed);
    }
}
