using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Circles;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

/// <summary>Reads a learner's history with a suspicious eye: written without looking at how it is made.</summary>
internal static class Causes
{
    public static void ShouldHold(IReadOnlyList<RecordedEvent> history, JourneyDesign design)
    {
        Assert.IsType<JourneyStarted>(history[0].What);
        Assert.Single(history, entry => entry.What is JourneyStarted);
        ReferencesLeadBack(history);
        EvidenceGoesRound(history);
        CertificatesAreEarned(history, design);
        NudgesAreInOrder(history);
        OnePlanAtATime(history);
        InvitationsAreSettledOnce(history);
        OnlyOpenQuestionsAreOverdue(history);
        MeetingsWerePlanned(history);
        SprintsAreInOrder(history);
        PromisesAreSettledOnce(history);
        NobodyActsAfterLeaving(history);
    }

    /// <summary>Every certification, end of a journey and nudge was called for by what came before it; none is missing.</summary>
    public static void FollowFromTheRules(IReadOnlyList<RecordedEvent> history, JourneyDesign design, TimeZoneInfo zone)
    {
        var called = new List<JourneyEvent>();
        var progress = Progress.None;
        foreach (var entry in history)
        {
            var before = progress;
            progress = before.After(entry);
            var follows = Consequences.Of(new Happening(design, before, progress, entry, zone)).OfType<Follows.Event>();
            called.AddRange(follows.Select(further => further.What).Where(IsOfTheRules));
        }

        var happened = history.Select(entry => entry.What).Where(IsOfTheRules).ToList();
        Assert.Equal(called.Select(what => what.GetType().Name), happened.Select(what => what.GetType().Name));
    }

    private static bool IsOfTheRules(JourneyEvent what) => what is BehaviourCertified or JourneyCompleted or NudgePlanBegun or NudgeScheduled;

    /// <summary>Whatever names another entry names an earlier one of the same learner.</summary>
    private static void ReferencesLeadBack(IReadOnlyList<RecordedEvent> history)
    {
        var before = new HashSet<Guid>();
        foreach (var entry in history)
        {
            var properties = entry.What.GetType().GetProperties();
            foreach (var property in properties.Where(property => property.Name.Contains("EventId", StringComparison.Ordinal)))
            {
                var named = property.GetValue(entry.What) is IEnumerable<Guid> many ? many : [(Guid)property.GetValue(entry.What)!];
                Assert.All(named, id => Assert.Contains(id, before));
            }

            Assert.True(before.Add(entry.Id));
        }
    }

    private static void EvidenceGoesRound(IReadOnlyList<RecordedEvent> history)
    {
        var states = new Dictionary<Guid, string>();
        foreach (var entry in history)
        {
            switch (entry.What)
            {
                case EvidenceDrafted drafted:
                    Assert.True(states.TryAdd(drafted.EvidenceId, "drafted"));
                    break;
                case EvidenceSubmitted submitted:
                    Assert.Equal(submitted.Evidence.Revision == 1 ? "drafted" : "revised", states[submitted.Evidence.Id]);
                    Assert.True(submitted.Day <= DateOnly.FromDateTime(entry.OccurredAt.AddHours(14).DateTime));
                    states[submitted.Evidence.Id] = "waits";
                    break;
                case ReviewReturned returned:
                    Move(returned.Evidence.Id, "waits", "returned");
                    break;
                case EvidenceRevised revised:
                    Move(revised.Evidence.Id, "returned", "revised");
                    break;
                case ReviewConfirmed confirmed:
                    Move(confirmed.Evidence.Id, "waits", "confirmed");
                    Assert.NotEmpty(confirmed.Evidence.BehaviourIds);
                    break;
                default:
                    break;
            }
        }

        void Move(Guid id, string from, string to)
        {
            Assert.Equal(from, states[id]);
            states[id] = to;
        }
    }

    private static void CertificatesAreEarned(IReadOnlyList<RecordedEvent> history, JourneyDesign design)
    {
        var before = Progress.None;
        foreach (var entry in history)
        {
            var held = before.Of<CertificationProgress>();
            switch (entry.What)
            {
                case BehaviourCertified certified:
                    Assert.True(BehaviourStanding.Of(before, certified.BehaviourId).Meets(design.Find<CertificationSection>()!));
                    Assert.False(held.Holds(certified.BehaviourId));
                    Assert.IsType<ReviewConfirmed>(history.Single(other => other.Id == certified.ConfirmationEventId).What);
                    break;
                case CertificationExpired expired:
                    Assert.True(held.Held[expired.BehaviourId].ValidUntil < DateOnly.FromDateTime(entry.OccurredAt.AddHours(14).DateTime));
                    break;
                case CertificationRevoked revoked:
                    Assert.Equal(revoked.CertifiedEventId, held.Held[revoked.BehaviourId].EventId);
                    break;
                case JourneyCompleted completed:
                    Assert.True(CertificationProgress.IsComplete(design, before));
                    Assert.True(completed.Duration <= entry.OccurredAt - history[0].OccurredAt);
                    break;
                case CredentialEarned:
                    Assert.NotNull(before.Of<JourneyProgress>().CompletedAt);
                    break;
                case GradeSent sent:
                    Assert.Equal(Grade.Of(design, before)!.Given, sent.Given);
                    break;
                default:
                    break;
            }

            before = before.After(entry);
        }
    }

    private static void NudgesAreInOrder(IReadOnlyList<RecordedEvent> history)
    {
        var states = new Dictionary<Guid, string>();
        foreach (var what in history.Select(entry => entry.What))
        {
            var (nudge, from, to) = what switch
            {
                NudgeScheduled e => (e.Nudge, "", "scheduled"),
                NudgeMoved e => (e.Nudge, "scheduled snoozed", "scheduled"),
                NudgeSent e => (e.Nudge, "scheduled snoozed", "sent"),
                NudgeWithheld e => (e.Nudge, "scheduled snoozed", "withheld"),
                NudgeOpened e => (e.Nudge, "sent", "opened"),
                NudgeActedOn e => (e.Nudge, "opened sent", "done"),
                NudgeDismissed e => (e.Nudge, "opened sent", "done"),
                NudgeSnoozed e => (e.Nudge, "opened sent", "snoozed"),
                _ => (null, "", ""),
            };
            if (nudge is not null)
            {
                Assert.Contains(states.GetValueOrDefault(nudge.Id, ""), from.Split(' '));
                Assert.InRange(nudge.Step, 1, nudge.Of);
                states[nudge.Id] = to;
            }
        }
    }

    /// <summary>
    /// A plan goes up day by day, and the next one begins when the last is at its end. A day of its own for what is wanted once more is a
    /// step more.
    /// </summary>
    private static void OnePlanAtATime(IReadOnlyList<RecordedEvent> history)
    {
        var all = history.Select(entry => entry.What).OfType<NudgeScheduled>().ToList();
        var planned = all.Where(nudge => !nudge.IsExtra).ToList();
        foreach (var (before, after) in planned.Zip(planned.Skip(1)))
        {
            Assert.Equal(before.LadderId == after.LadderId ? before.Nudge.Step + 1 : 1, after.Nudge.Step);
            Assert.True(before.LadderId == after.LadderId || before.Nudge.Step == before.Nudge.Of);
            Assert.True(before.LadderId != after.LadderId || before.Day < after.Day);
        }

        Assert.All(all.GroupBy(nudge => nudge.LadderId), plan => Assert.Distinct(plan.Select(nudge => nudge.Nudge.Step)));
        Assert.Distinct(all.Select(nudge => nudge.Nudge.Id));
    }

    private static void InvitationsAreSettledOnce(IReadOnlyList<RecordedEvent> history)
    {
        var open = new Dictionary<Guid, DateTimeOffset>();
        foreach (var entry in history)
        {
            switch (entry.What)
            {
                case BuddyInvited invited:
                    Assert.Empty(open);
                    open.Add(invited.PairId, invited.Until);
                    break;
                case BuddyReminded reminded:
                    Assert.True(open.TryGetValue(reminded.PairId, out var remindedUntil) && entry.OccurredAt < remindedUntil);
                    break;
                case BuddyInvitationExpired expired:
                    Assert.True(open.Remove(expired.PairId, out var until) && entry.OccurredAt >= until);
                    Assert.Equal(Guid.Empty, entry.ActorId);
                    break;
                case BuddyAccepted accepted:
                    Assert.True(open.Remove(accepted.PairId, out var acceptedUntil) && entry.OccurredAt < acceptedUntil);
                    break;
                case BuddyDeclined declined:
                    Assert.True(open.Remove(declined.PairId));
                    break;
                case BuddyInvitationWithdrawn withdrawn:
                    Assert.True(open.Remove(withdrawn.PairId));
                    break;
                default:
                    break;
            }
        }
    }

    private static void OnlyOpenQuestionsAreOverdue(IReadOnlyList<RecordedEvent> history)
    {
        var open = new Dictionary<Guid, DateTimeOffset>();
        foreach (var entry in history)
        {
            switch (entry.What)
            {
                case QuestionAsked asked:
                    open.Add(asked.QuestionId, asked.AnswerBy);
                    break;
                case QuestionAnswered answered:
                    open.Remove(answered.QuestionId);
                    break;
                case QuestionOverdue overdue:
                    Assert.True(entry.OccurredAt >= open[overdue.QuestionId]);
                    break;
                case AnswersRead read:
                    Assert.DoesNotContain(read.QuestionId, open.Keys);
                    break;
                default:
                    break;
            }
        }
    }

    private static void MeetingsWerePlanned(IReadOnlyList<RecordedEvent> history)
    {
        var open = new Dictionary<Guid, DateTimeOffset>();
        foreach (var entry in history)
        {
            switch (entry.What)
            {
                case MeetingPlanned planned:
                    Assert.True(planned.Meeting.PlannedStartAt > entry.OccurredAt);
                    open.Add(planned.Meeting.Id, planned.Meeting.PlannedStartAt!.Value);
                    break;
                case MeetingCancelled cancelled:
                    Assert.True(open.Remove(cancelled.Meeting.Id));
                    break;
                case MeetingMissed missed:
                    Assert.True(open.Remove(missed.Meeting.Id, out var missedAt) && entry.OccurredAt >= missedAt);
                    break;
                case BuddyMeetingHeld held:
                    Assert.True(open.Remove(held.Meeting.Id, out var heldAt) && entry.OccurredAt >= heldAt);
                    Assert.True(held.Duration is null || held.Duration > TimeSpan.Zero);
                    break;
                case CircleMet met:
                    Assert.True(open.Remove(met.Meeting.Id, out var metAt) && entry.OccurredAt - met.Duration >= metAt);
                    break;
                default:
                    break;
            }
        }
    }

    private static void SprintsAreInOrder(IReadOnlyList<RecordedEvent> history)
    {
        var percent = new Dictionary<string, int>();
        foreach (var what in history.Select(entry => entry.What))
        {
            switch (what)
            {
                case SprintChosen chosen:
                    percent.Add(chosen.SprintId, -1);
                    break;
                case SprintUnchosen dropped:
                    Assert.True(percent.Remove(dropped.SprintId, out var begun) && begun == -1);
                    break;
                case SprintStarted started:
                    Rise(started.SprintId, 0);
                    break;
                case SprintProgressed progressed:
                    Rise(progressed.SprintId, progressed.Percent);
                    break;
                case SprintCompleted completed:
                    Rise(completed.SprintId, 100);
                    break;
                default:
                    break;
            }
        }

        void Rise(string sprint, int to)
        {
            Assert.True(percent[sprint] < to);
            percent[sprint] = to;
        }
    }

    private static void PromisesAreSettledOnce(IReadOnlyList<RecordedEvent> history)
    {
        Assert.Distinct(history.Select(entry => entry.What).OfType<CommitmentSettled>().Select(settled => settled.CommitmentId));
        Assert.Distinct(history.Select(entry => entry.What).OfType<BuddyAccepted>().Select(accepted => accepted.PairId));
        Assert.Distinct(history.Select(entry => entry.What).OfType<FeedbackRead>().Select(read => read.FeedbackId));
    }

    private static void NobodyActsAfterLeaving(IReadOnlyList<RecordedEvent> history) =>
        Assert.All(
            history.SkipWhile(entry => entry.What is not JourneyWithdrawn).Skip(1),
            entry => Assert.NotEqual(entry.LearnerId, entry.ActorId));
}
