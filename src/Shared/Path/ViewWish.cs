using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>Somebody in the journey whom a learner may ask how they see the learner, and what became of it. Pure.</summary>
/// <param name="By">What they are to the learner.</param>
/// <param name="PersonId">Who; null for whoever facilitates.</param>
/// <param name="AskedAt">When they were asked last, UTC, or null.</param>
/// <param name="AnsweredAt">When they last gave a view, UTC, or null.</param>
public sealed record ViewWish(Viewer By, Guid? PersonId, DateTimeOffset? AskedAt, DateTimeOffset? AnsweredAt)
{
    /// <summary>How long somebody who was asked is left in peace.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>Whether an answer is waited for.</summary>
    public bool IsAsked => AskedAt is { } asked && !(AnsweredAt >= asked);

    /// <summary>Whether they may be asked now: once, again after an answer, and again when none has come for long.</summary>
    public bool CanAsk(DateTimeOffset now) => !IsAsked || now >= AskedAt + Patience;

    /// <summary>Whom a learner may ask: the learning buddy, where there is one, and whoever facilitates.</summary>
    public static IEnumerable<ViewWish> Of(JourneyDesign design, Progress progress)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(progress);
        var path = progress.Of<PathProgress>();
        if (design.Find<BuddiesSection>() is not null && progress.Of<BuddyProgress>() is { HasBuddy: true, BuddyId: { } buddy })
        {
            yield return new(Viewer.Buddy, buddy, path.WantedAt(Viewer.Buddy), path.LastView(view => view.PersonId == buddy));
        }

        yield return new(
            Viewer.Facilitator, null, path.WantedAt(Viewer.Facilitator), path.LastView(view => view.By == Viewer.Facilitator));
    }
}
