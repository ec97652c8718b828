using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Questions;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// What becomes due for a learner, decided by the same rules as in the tool:
/// each looks again at everything at that moment.
/// </summary>
internal sealed class DueItems(Stage stage, Learner learner)
{
    private readonly Dictionary<(string Kind, Guid Subject), DateTimeOffset> times = [];

    /// <summary>Plans something. Planned again, the newer time holds.</summary>
    public void Plan(Follows.Due due)
    {
        var at = due.At > stage.Agenda.Now ? due.At : stage.Agenda.Now;
        times[(due.Kind, due.Subject)] = at;
        stage.Agenda.At(at, () =>
        {
            if (times.TryGetValue((due.Kind, due.Subject), out var newest) && newest == at)
            {
                times.Remove((due.Kind, due.Subject));
                Act(due.Kind, due.Subject);
            }
        });
    }

    private void Act(string kind, Guid subject)
    {
        JourneyEvent? what = kind switch
        {
            DueKind.Nudge => Nudge(subject),
            DueKind.CertificationExpiry => CertificationConsequences.WhenDue(learner.Progress, subject),
            DueKind.QuestionUnanswered => QuestionConsequences.WhenDue(learner.Progress, subject),
            DueKind.InvitationReminder => Remind(subject),
            DueKind.InvitationExpiry => Expire(subject),
            DueKind.TalkConfirmation => Hold(subject),
            DueKind.TalkOffer => TalkConsequences.WhenOver(learner.Progress, subject, stage.Agenda.Now),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing of a learner becomes due so."),
        };
        if (what is not null)
        {
            learner.Got(what);
        }
    }

    private JourneyEvent? Nudge(Guid nudgeId)
    {
        var pace = MessagePace.Default with { Zone = learner.Person.Rhythm.Zone };
        return NudgeSending.Decide(stage.Design, learner.Progress, nudgeId, new(stage.Agenda.Now, !learner.HasWithdrawn, pace));
    }

    private BuddyReminded? Remind(Guid invitationId) =>
        learner.Invitation is { } invitation && invitation.Id == invitationId && invitation.Remind(stage.Agenda.Now)
            ? new BuddyReminded(invitation.GroupId, invitation.EventId)
            : null;

    private BuddyMeetingHeld? Hold(Guid talkId)
    {
        if (TalkConsequences.WhenDue(learner.Progress, talkId, stage.Agenda.Now) is not { MeetingId: { } id } talk)
        {
            return null;
        }

        var buddy = learner.Progress.Of<BuddyProgress>();
        return new(
            new(id, MeetingKind.Buddy, talk.Number, Talk.InAll, buddy.PairId, talk.StartsAt, Talk.Length),
            [learner.Person.Id, buddy.BuddyId!.Value], Duration: null);
    }

    private BuddyInvitationExpired? Expire(Guid invitationId)
    {
        if (learner.Invitation is not { } invitation || invitation.Id != invitationId || !invitation.Expire(stage.Agenda.Now))
        {
            return null;
        }

        learner.Pair!.End(stage.Agenda.Now);
        return new BuddyInvitationExpired(invitation.GroupId, invitation.EventId);
    }
}
