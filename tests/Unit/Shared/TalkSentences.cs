using System.Globalization;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>The sentences of a <see cref="Story"/> that begin with <c>talk</c>: about the next talk of the pair that stands.</summary>
internal static class TalkSentences
{
    public static void Tell(Story story, string[] words)
    {
        var buddy = story.Progress.Of<BuddyProgress>();
        var talk = buddy.Talks.Next ?? buddy.Talks.Of(Talk.InAll);
        JourneyEvent what = words switch
        {
            ["offered", "until", var days, ..] => new BuddyTimesOffered(buddy.PairId, talk.Number) { Until = story.Now + Days([days]) },
            ["offered", ..] => new BuddyTimesOffered(buddy.PairId, talk.Number),
            ["denied", ..] => new BuddyTalkDenied(buddy.PairId, talk.Number) { ClaimedBy = talk.ClaimedBy },
            ["planned", .. var days] => new MeetingPlanned(Meeting(story, talk, story.Now + Days(days))),
            ["cancelled"] => new MeetingCancelled(Meeting(story, talk, talk.StartsAt)),
            ["missed"] => new MeetingMissed(Meeting(story, talk, talk.StartsAt)),
            ["recalled"] => new BuddyTalkRecalled(buddy.PairId, talk.Number),
            ["listened"] => new BuddyTalkListened(buddy.PairId, talk.Number),
            ["claimed", ..] => new BuddyTalkClaimed(buddy.PairId, talk.Number),
            ["held"] => Held(story, talk),
            ["promised"] => Promise(buddy, buddy.Talks.All.Last(one => one.HeldAt is not null)),
            ["kept"] => Settle(buddy, isKept: true),
            ["broken"] => Settle(buddy, isKept: false),
            ["whole"] => new UnknownEvent("nothing", 1, "{}"),
            _ => throw new ArgumentException("Not a sentence: talk " + string.Join(' ', words), nameof(words)),
        };
        if (words is ["whole"])
        {
            Array.ForEach([["held"], ["promised"], ["kept"]], (string[] one) => Tell(story, one));
            return;
        }

        story.Happened(what, words is [.., "bea"] || words is ["listened"] ? buddy.BuddyId : null);
    }

    public static JourneyEvent? WhenDue(Story story, Guid subject) =>
        TalkConsequences.WhenDue(story.Progress, subject, story.Now) is { } talk ? Held(story, talk) : null;

    private static BuddyMeetingHeld Held(Story story, TalkProgress talk) => new(
        Meeting(story, talk, talk.StartsAt ?? story.Now), [Story.Learner, story.Progress.Of<BuddyProgress>().BuddyId!.Value], Talk.Length);

    private static MeetingRef Meeting(Story story, TalkProgress talk, DateTimeOffset? at) => new(
        talk.MeetingId ?? Story.Id($"meeting {story.History.Count}"), MeetingKind.Buddy, talk.Number, Talk.InAll,
        story.Progress.Of<BuddyProgress>().PairId, at, Talk.Length);

    private static CommitmentMade Promise(BuddyProgress buddy, TalkProgress talk) =>
        new(Story.Id($"plan {talk.Number}"), buddy.PairId, InCircle: false, null) { TalkNumber = talk.Number };

    private static CommitmentSettled Settle(BuddyProgress buddy, bool isKept) =>
        new(buddy.Talks.OpenPlan!.Id, buddy.PairId, InCircle: false, isKept, buddy.Talks.OpenPlan.EventId);

    private static TimeSpan Days(string[] words) =>
        TimeSpan.FromDays(words is [var days, ..] ? int.Parse(days.TrimEnd('d'), CultureInfo.InvariantCulture) : 1);
}
