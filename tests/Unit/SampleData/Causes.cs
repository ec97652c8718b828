using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Xunit;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.Tests.Unit.SampleData;

/// <summary>Reads a learner's history with a suspicious eye: written without looking at how it is made.</summary>
internal static class Causes
{
    public static void ShouldHold(IReadOnlyList<RecordedEvent> history, JourneyDefinition definition)
    {
        Assert.IsType<JourneyStarted>(history[0].What);
        Assert.Single(history, entry => entry.What is JourneyStarted);
        ReferencesLeadBack(history);
        EvidenceGoesRound(history);
        CertificatesAreEarned(history, definition);
        NudgesAreInOrder(history);
        MeetingsWerePlanned(history);
        SprintsAreInOrder(history);
        PromisesAreSettledOnce(history);
        NobodyActsAfterLeaving(history);
    }

    /// <summary>Whatever names another entry names an earlier one of the same learner.</summary>
    private static void ReferencesLeadBack(IReadOnlyList<RecordedEvent> history)
    {
        var before = new HashSet<Guid>();
        foreach (var entry in history)
        {
            foreach (var property in entry.What.GetType().GetProperties().Where(property => property.Name.Contains("EventId", StringComparison.Ordinal)))
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
                    Assert.True(states.TryAdd(drafted.Evidence.Id, "drafted"));
                    break;
                case EvidenceSubmitted submitted:
                    Assert.Equal(submitted.Evidence.Revision == 1 ? "drafted" : "revised", states[submitted.Evidence.Id]);
                    Assert.True(submitted.AppliedOn <= DateOnly.FromDateTime(entry.OccurredAt.AddHours(14).DateTime));
                    states[submitted.Evidence.Id] = "waits";
                    break;
                case EvidenceReturned returned:
                    Move(returned.Evidence.Id, "waits", "returned");
                    break;
                case EvidenceRevised revised:
                    Move(revised.Evidence.Id, "returned", "revised");
                    break;
                case EvidenceConfirmed confirmed:
                    Move(confirmed.Evidence.Id, "waits", "confirmed");
                    Assert.NotEmpty(confirmed.Evidence.Behaviours);
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

    private static void CertificatesAreEarned(IReadOnlyList<RecordedEvent> history, JourneyDefinition definition)
    {
        for (var i = 0; i < history.Count; i++)
        {
            var before = LearnerProgress.From(history.Take(i));
            switch (history[i].What)
            {
                case Certified certified:
                    Assert.True(before.Of(certified.Behaviour.Id).Meets(definition.Certification));
                    Assert.DoesNotContain(certified.Behaviour.Id, before.CertifiedBehaviours);
                    Assert.IsType<EvidenceConfirmed>(history.Single(entry => entry.Id == certified.ConfirmationEventId).What);
                    break;
                case JourneyCompleted completed:
                    Assert.Equal(definition.Behaviours.Count, before.CertifiedBehaviours.Count);
                    Assert.True(completed.Duration <= history[i].OccurredAt - history[0].OccurredAt);
                    break;
                case CredentialEarned:
                    Assert.Contains(history.Take(i), entry => entry.What is JourneyCompleted);
                    break;
                case GradeSent sent:
                    Assert.Equal(LearningBuddy.Shared.Grading.Grade.Of(definition, history.Take(i)).Given, sent.Given);
                    break;
                default:
                    break;
            }
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
                NudgeSent e => (e.Nudge, "scheduled snoozed", "sent"),
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
                    Assert.True(open.Remove(held.Meeting.Id, out var heldAt) && entry.OccurredAt - held.Duration >= heldAt);
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
                    percent.Add(chosen.Sprint.Id, -1);
                    break;
                case SprintUnchosen dropped:
                    Assert.True(percent.Remove(dropped.Sprint.Id, out var begun) && begun == -1);
                    break;
                case SprintStarted started:
                    Rise(started.Sprint.Id, 0);
                    break;
                case SprintProgressed progressed:
                    Rise(progressed.Sprint.Id, progressed.Percent);
                    break;
                case SprintCompleted completed:
                    Rise(completed.Sprint.Id, 100);
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
        Assert.All(history.SkipWhile(entry => entry.What is not JourneyWithdrawn).Skip(1), entry => Assert.NotEqual(entry.LearnerId, entry.ActorId));
}
