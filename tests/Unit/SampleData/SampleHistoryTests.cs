using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.SampleData;
using LearningBuddy.SampleData.Play;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Reviews;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

/// <summary>What must hold in any history, whatever the seed; and what an analyst expects of a whole year.</summary>
public sealed class SampleHistoryTests
{
    [Fact]
    public void Every_kind_of_event_happens_in_a_year_but_for_a_change_of_the_design_and_what_was_thrown_away()
    {
        var happened = Sample.Events.Select(entry => entry.Recorded.What.GetType()).ToHashSet();

        Assert.Equal(
            [typeof(DesignChanged), typeof(EvidenceDiscarded), typeof(NudgePlanGivenUp)],
            EventTypes.All.Select(type => type.Type).Where(type => !happened.Contains(type)));
    }

    [Fact]
    public void Every_word_that_an_event_names_was_written()
    {
        var missing =
            from entry in Sample.Events
            from text in entry.Recorded.What.Texts
            where text.Kind != TextKind.Attestation && !entry.Texts.ContainsKey(text)
            select text;

        Assert.Empty(missing);
    }

    [Fact]
    public void What_follows_is_what_the_rules_of_the_journey_say() => ForAnySeed(events =>
    {
        foreach (var learner in events.GroupBy(entry => entry.Recorded.ParticipationId))
        {
            var zone = learner.First().Cohort.Members.Single(person => person.Id == learner.First().Recorded.LearnerId).Rhythm.Zone;
            Causes.FollowFromTheRules([.. learner.Select(entry => entry.Recorded)], learner.First().Cohort.Design, zone);
        }
    });

    [Fact]
    public void Nothing_comes_before_its_cause_and_every_rule_of_the_journey_is_kept() => ForAnySeed(events =>
    {
        foreach (var learner in events.GroupBy(entry => entry.Recorded.ParticipationId))
        {
            Causes.ShouldHold([.. learner.Select(entry => entry.Recorded)], learner.First().Cohort.Design);
        }
    });

    [Fact]
    public void Time_only_goes_forward_within_what_was_asked_for() => ForAnySeed(events =>
    {
        Assert.All(events, entry => Assert.InRange(entry.Recorded.OccurredAt, Sample.Small(0).FromAt, Sample.Small(0).UntilAt));
        foreach (var cohort in events.GroupBy(entry => entry.Cohort.JourneyId))
        {
            var times = cohort.Select(entry => entry.Recorded.OccurredAt).ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    });

    [Fact]
    public void Nobody_accompanies_more_learners_than_the_policy_allows() => ForAnySeed(events =>
    {
        var accompanied = new Dictionary<Guid, (Guid Buddy, Guid Journey)>();
        foreach (var entry in events)
        {
            switch (entry.Recorded.What)
            {
                case BuddyAccepted accepted:
                    accompanied[accepted.PairId] = (entry.Recorded.ActorId, entry.Recorded.JourneyId);
                    break;
                case BuddyLeft left:
                    accompanied.Remove(left.PairId);
                    break;
                case BuddyEnded ended:
                    accompanied.Remove(ended.PairId);
                    break;
                default:
                    break;
            }

            var most = entry.Cohort.Design.Find<BuddiesSection>()!.Capacity;
            Assert.True(accompanied.Values.GroupBy(one => one).All(same => same.Count() <= most));
        }
    });

    [Fact]
    public void Nudges_respect_the_quiet_hours_of_whoever_gets_them() => ForAnySeed(events =>
        Assert.DoesNotContain(events.Where(entry => entry.Recorded.What is NudgeSent), entry =>
        {
            var zone = entry.Cohort.Members.Single(person => person.Id == entry.Recorded.LearnerId).Rhythm.Zone;
            return QuietHours.Default.IsQuiet(TimeZoneInfo.ConvertTime(entry.Recorded.OccurredAt, zone).DateTime);
        }));

    [Fact]
    public void The_designs_have_no_fault() =>
        Assert.All(Organisation.Of(Sample.Usual), cohort => Assert.Empty(DesignRules.Check(cohort.Design)));

    [Fact]
    public void A_year_looks_like_an_organisation()
    {
        var started = Registrations<JourneyStarted>();
        var submitted = Registrations<EvidenceSubmitted>();
        var certified = Registrations<BehaviourCertified>();
        var completed = Registrations<JourneyCompleted>();
        var waits = WaitsForReview();

        Assert.InRange(started, 100, 119);
        Assert.InRange(submitted, (int)(0.8 * started), started - 1);
        Assert.InRange(certified, (int)(0.55 * started), submitted - 1);
        Assert.InRange(completed, (int)(0.35 * started), certified - 1);
        Assert.InRange(waits[waits.Count / 2].TotalDays, 0.8, 3.5);
        Assert.True(waits[waits.Count * 95 / 100] > 3 * waits[waits.Count / 2]);
        Assert.InRange(Sample.Events.Count(entry => entry.Recorded.What is ReviewReturned) / (double)waits.Count, 0.15, 0.4);
    }

    [Fact]
    public void Weekdays_weigh_more_and_opens_fall_off()
    {
        var days = Sample.Events.Where(entry => entry.Recorded.ActorId == entry.Recorded.LearnerId)
            .CountBy(entry => entry.Recorded.OccurredAt.DayOfWeek).ToDictionary();
        var opens = Sample.Events.Select(entry => entry.Recorded.What).OfType<NudgeOpened>()
            .CountBy(opened => opened.Nudge.Step).ToDictionary();

        Assert.True(days[DayOfWeek.Saturday] + days[DayOfWeek.Sunday] < days.Values.Sum() / 5);
        Assert.True(days[DayOfWeek.Sunday] > 0);
        Assert.True(opens[1] > opens[3] && opens[3] > opens[6] && opens[6] > 0);
    }

    private static int Registrations<T>()
        where T : JourneyEvent =>
        Sample.Events.Where(entry => entry.Recorded.What is T).Select(entry => entry.Registration).Distinct().Count();

    private static List<TimeSpan> WaitsForReview()
    {
        var times = Sample.Events.ToDictionary(entry => entry.Recorded.Id, entry => entry.Recorded.OccurredAt);
        return
        [
            .. Sample.Events.Select(entry => entry.Recorded.What switch
            {
                ReviewConfirmed confirmed => entry.Recorded.OccurredAt - times[confirmed.SubmissionEventId],
                ReviewReturned returned => entry.Recorded.OccurredAt - times[returned.SubmissionEventId],
                _ => TimeSpan.Zero,
            }).Where(wait => wait > TimeSpan.Zero).Order(),
        ];
    }

    private static void ForAnySeed(Action<IReadOnlyList<LearnerEvent>> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => law(SampleHistory.Of(Sample.Small(seed)))));
}
