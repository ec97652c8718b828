using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Journeys;

/// <summary>Begin the journey.</summary>
public sealed record StartJourney : NextStep;

/// <summary>Everything is certified.</summary>
public sealed record JourneyFinished : NextStep;

/// <summary>Everything that can be done now is done, and others are at it; writing down one more never hurts.</summary>
public sealed record NothingUrgent : NextStep;

/// <summary>The first step and the last.</summary>
public static class JourneySteps
{
    /// <summary>Nobody does anything before they started.</summary>
    public static IEnumerable<NextStep> Start(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        progress.Of<JourneyProgress>().HasStarted ? [] : [new StartJourney()];

    /// <summary>What to say when no other step asks for anything.</summary>
    public static IEnumerable<NextStep> Finished(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        var wasCompleted = progress.Of<JourneyProgress>().CompletedAt is not null && SprintChoice.StillToChoose(design, progress) > 0;
        if (design.Find<CertificationSection>() is not null && (wasCompleted || CertificationProgress.IsComplete(design, progress)))
        {
            return [new JourneyFinished()];
        }

        return design.Find<EvidenceSection>() is null ? [] : [new NothingUrgent()];
    }

    /// <summary>First and last day, until everything is certified.</summary>
    internal static IEnumerable<Upcoming> Ahead(JourneyDesign design, Progress progress)
    {
        var journey = progress.Of<JourneyProgress>();
        if (journey.HasWithdrawn || journey.CompletedAt is not null)
        {
            yield break;
        }

        if (design.StartsOn is { } first)
        {
            yield return new Upcoming(UpcomingKind.JourneyStart, Guid.Empty) { Day = first };
        }

        if (design.EndsOn is { } last)
        {
            yield return new Upcoming(UpcomingKind.JourneyEnd, Guid.Empty) { Day = last };
        }
    }
}
