using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Buddies;

/// <summary>
/// What people are told about invitations and talks: that there is something, never what was written. Whoever is asked by mail gets the
/// invitation there.
/// </summary>
internal static class BuddyMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        BuddyInvited invited =>
        [
            new Tells.Done(MessageName.BuddySuggested, e.ParticipationId),
            .. invited.BuddyId is { } asked ? [To(asked, MessageName.BuddyInvited, invited.PairId, e)] : Array.Empty<Tells>(),
        ],
        BuddyReminded reminded when progress.Of<BuddyProgress>() is { State: BuddyState.Invited, BuddyId: { } asked } =>
            [To(asked, MessageName.BuddyReminded, reminded.PairId, e)],
        BuddyAccepted accepted =>
            [.. Settled(accepted.PairId), ToLearner(MessageName.BuddyAccepted, accepted.PairId, e.ActorId)],
        BuddyDeclined declined =>
            [.. Settled(declined.PairId), ToLearner(MessageName.BuddyDeclined, declined.PairId, e.ActorId)],
        BuddyInvitationWithdrawn withdrawn => Settled(withdrawn.PairId),
        BuddyInvitationExpired expired =>
        [
            .. Settled(expired.PairId),
            ToLearner(MessageName.BuddyExpired, expired.PairId, progress.Of<BuddyProgress>().BuddyId ?? Guid.Empty),
        ],
        BuddySuggested =>
        [
            new Tells.Done(MessageName.BuddySuggested, e.ParticipationId),
            ToLearner(MessageName.BuddySuggested, e.ParticipationId, e.ActorId),
        ],
        BuddyDoneWithout or JourneyCompleted or JourneyWithdrawn => [new Tells.Done(MessageName.BuddySuggested, e.ParticipationId)],
        BuddyLeft left => [.. Parted(left.PairId), ToOther(MessageName.BuddyLeft, left.PairId, progress, e)],
        _ => OfTalks(progress, e),
    };

    private static Tells[] OfTalks(Progress progress, RecordedEvent e) => e.What switch
    {
        BuddyAskedAgain asked => [ToOther(MessageName.BuddyAskedAgain, asked.PairId, progress, e)],
        BuddyNoteWritten note => [ToOther(MessageName.BuddyNote, note.PairId, progress, e)],
        BuddyTimesOffered offered =>
        [
            new Tells.Done(MessageName.TalkTimesOffered, Talk.IdOf(offered.PairId, offered.Number)),
            new Tells.Done(MessageName.TalkDenied, Talk.IdOf(offered.PairId, offered.Number)),
            ToOther(MessageName.TalkTimesOffered, Talk.IdOf(offered.PairId, offered.Number), progress, e),
        ],
        BuddyTimesLapsed lapsed => [new Tells.Done(MessageName.TalkTimesOffered, Talk.IdOf(lapsed.PairId, lapsed.Number))],
        BuddyTalkClaimed claimed =>
        [
            new Tells.Done(MessageName.TalkDenied, Talk.IdOf(claimed.PairId, claimed.Number)),
            ToOther(MessageName.TalkClaimed, Talk.IdOf(claimed.PairId, claimed.Number), progress, e),
        ],
        MeetingPlanned { Meeting: { Kind: MeetingKind.Buddy } meeting } =>
        [
            new Tells.Done(MessageName.TalkTimesOffered, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkClaimed, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkDenied, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkPlanned, meeting.Id),
            .. ToBoth(MessageName.TalkPlanned, meeting.Id, progress, e),
        ],
        MeetingCancelled { Meeting: { Kind: MeetingKind.Buddy } meeting } =>
        [
            new Tells.Done(MessageName.TalkTimesOffered, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkPlanned, meeting.Id),
            .. ToBoth(MessageName.TalkCancelled, meeting.Id, progress, e),
        ],
        MeetingMissed { Meeting: { Kind: MeetingKind.Buddy } meeting } =>
            [new Tells.Done(MessageName.TalkClaimed, Talk.IdOf(meeting.GroupId, meeting.Sequence))],
        BuddyTalkDenied denied =>
        [
            new Tells.Done(MessageName.TalkClaimed, Talk.IdOf(denied.PairId, denied.Number)),

            // Whoever takes the own word back has nobody to tell.
            .. denied.ClaimedBy is { } by && by != e.ActorId
                ? [ToOther(MessageName.TalkDenied, Talk.IdOf(denied.PairId, denied.Number), progress, e)]
                : Array.Empty<Tells>(),
        ],
        BuddyMeetingHeld { Meeting: var meeting } =>
        [
            new Tells.Done(MessageName.TalkPlanned, meeting.Id),
            new Tells.Done(MessageName.TalkTimesOffered, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkClaimed, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
            new Tells.Done(MessageName.TalkDenied, Talk.IdOf(meeting.GroupId, meeting.Sequence)),
        ],
        _ => [],
    };

    /// <summary>The other of the two.</summary>
    private static Tells.Message ToOther(string kind, Guid subject, Progress progress, RecordedEvent e) =>
        progress.Of<BuddyProgress>().BuddyId is { } buddy && buddy != e.ActorId
            ? new(kind, subject, new Waits.Person(buddy), e.LearnerId)
            : new(kind, subject, new Waits.Learner(), e.ActorId);

    /// <summary>Nothing of the two is to be told any more.</summary>
    private static IEnumerable<Tells> Parted(Guid pair) =>
    [
        new Tells.Done(MessageName.BuddyNote, pair),
        new Tells.Done(MessageName.BuddyAskedAgain, pair),
        .. Enumerable.Range(1, Talk.InAll).Select(number => Talk.IdOf(pair, number)).SelectMany(
            talk => new[] { MessageName.TalkTimesOffered, MessageName.TalkClaimed, MessageName.TalkDenied }
                .Select(kind => new Tells.Done(kind, talk))),
    ];

    /// <summary>Both, each with the name of the other. Whoever ends the pair with it needs to be told nothing.</summary>
    private static Tells.Message[] ToBoth(string kind, Guid subject, Progress progress, RecordedEvent e) =>
        progress.Of<BuddyProgress>() is { BuddyId: { } buddy, HasBuddy: var isStanding }
            ?
            [
                new(kind, subject, new Waits.Person(buddy), e.LearnerId) { TellsActor = isStanding },
                new(kind, subject, new Waits.Learner(), buddy) { TellsActor = isStanding },
            ]
            : [];

    private static Tells.Message To(Guid asked, string kind, Guid pair, RecordedEvent e) =>
        new(kind, pair, new Waits.Person(asked), e.LearnerId);

    private static Tells.Message ToLearner(string kind, Guid pair, Guid from) => new(kind, pair, new Waits.Learner(), from);

    private static Tells[] Settled(Guid pair) =>
        [new Tells.Done(MessageName.BuddyInvited, pair), new Tells.Done(MessageName.BuddyReminded, pair)];
}
