using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Buddies;

/// <summary>Choose a learning buddy.</summary>
/// <param name="After">What became of the one before.</param>
/// <param name="BeforeId">Who that was, or null.</param>
public sealed record InviteBuddy(BuddyState After, Guid? BeforeId) : NextStep
{
    /// <summary>Whether the one before was asked by mail.</summary>
    public bool WasByMail { get; init; }

    /// <summary>Whether the journey can be finished without.</summary>
    public bool CanGoWithout { get; init; }

    /// <summary>Whether somebody was asked before.</summary>
    public bool Again => After != BuddyState.Nobody;
}

/// <summary>Somebody is asked to be the learning buddy.</summary>
/// <param name="BuddyId">Who, or null while a code waits to be taken or a mail to be answered.</param>
/// <param name="Until">When it runs out, UTC.</param>
/// <param name="RemindedAt">When they were reminded, UTC, or null.</param>
public sealed record AwaitBuddy(Guid? BuddyId, DateTimeOffset Until, DateTimeOffset? RemindedAt) : WaitingStep
{
    /// <summary>Whether they were asked by mail.</summary>
    public bool IsByMail { get; init; }
}

/// <summary>Having somebody beside you.</summary>
public static class BuddySteps
{
    /// <summary>
    /// Without a buddy and without an open invitation, somebody is to be asked,
    /// until the journey is over: then the pair has parted.
    /// </summary>
    public static IEnumerable<NextStep> Invite(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        var buddy = progress.Of<BuddyProgress>();
        if (design.Find<BuddiesSection>() is not { } section || buddy.HasBuddy || buddy.IsAsking(now)
            || (buddy.IsDoneWithout && section.CanFinishWithout) || progress.Of<JourneyProgress>().CompletedAt is not null)
        {
            return [];
        }

        // An invitation that has run out is over at that moment, whether the tool has noted it or not.
        var after = buddy.State == BuddyState.Invited ? BuddyState.Expired : buddy.State;
        return [new InviteBuddy(after, buddy.BuddyId) { WasByMail = buddy.IsByMail, CanGoWithout = section.CanFinishWithout }];
    }

    /// <summary>Whether somebody can be suggested: the learner is on the way and is to ask somebody.</summary>
    public static bool CanBeSuggested(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        !progress.Of<JourneyProgress>().HasWithdrawn && Invite(design, progress, now).Any();

    /// <summary>An open invitation waits for an answer.</summary>
    public static IEnumerable<NextStep> AwaitBuddy(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        var buddy = progress.Of<BuddyProgress>();
        return design.Find<BuddiesSection>() is not null && buddy.IsAsking(now)
            ? [new AwaitBuddy(buddy.BuddyId, buddy.Until, buddy.RemindedAt) { IsByMail = buddy.IsByMail }]
            : [];
    }

    /// <summary>Whether the journey may be over as far as the buddy is concerned: it has one, or had one, or needs none.</summary>
    internal static bool MayFinish(JourneyDesign design, Progress progress) =>
        design.Find<BuddiesSection>() is not { CanFinishWithout: false }
            || progress.Of<BuddyProgress>() is { HasBuddy: true } or { Talks.Held: > 0 };

    /// <summary>What waits for one person: an open invitation, or something about a talk.</summary>
    internal static IEnumerable<Attention> Waiting(JourneyDesign design, Progress progress) =>
        progress.Of<BuddyProgress>() is { State: BuddyState.Invited, BuddyId: { } asked, PairId: var pair }
            ? [new Attention(AttentionKind.Invitation, pair, new Waits.Person(asked))]
            : TalkSteps.WaitingFor(design, progress) is { } talk ? [talk] : [];
}
