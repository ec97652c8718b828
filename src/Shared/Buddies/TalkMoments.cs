using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Buddies;

/// <summary>When each of the three talks has its moment. Pure.</summary>
public static class TalkMoments
{
    /// <summary>
    /// Whether a talk can be prepared and held: the first once the sprints are chosen, the second once something is practised, the third on
    /// the way to certification; and each once the one before was held.
    /// </summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's progress.</param>
    /// <param name="number">From 1.</param>
    public static bool IsOpen(JourneyDesign design, Progress progress, int number)
    {
        var buddy = progress.Of<BuddyProgress>();
        return buddy.HasBuddy
            && (number == 1 || buddy.Talks.Of(number - 1).HeldAt is not null)
            && number switch
            {
                1 => progress.Of<JourneyProgress>().HasStarted && SprintChoice.StillToChoose(design, progress) == 0,
                2 => design.Find<EvidenceSection>() is null || HasPractised(progress),
                _ => design.Find<CertificationSection>() is null || IsConfirmed(progress),
            };
    }

    /// <summary>The talk that can be prepared or held now; null when none can.</summary>
    public static TalkProgress? Current(JourneyDesign design, Progress progress) =>
        progress.Of<BuddyProgress>().Talks.Next is { } next && IsOpen(design, progress, next.Number) ? next : null;

    private static bool HasPractised(Progress progress) => progress.Of<EvidenceProgress>().Pieces.Length > 0;

    /// <summary>A facilitator confirmed something: from here on certification is asked for.</summary>
    private static bool IsConfirmed(Progress progress) => progress.Of<EvidenceProgress>().In(EvidenceState.Confirmed).Any();
}
