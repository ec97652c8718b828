using System.Collections.Immutable;

namespace LearningBuddy.Shared.Core;

/// <summary>Everything a journey can be made of, in the order of the set-up.</summary>
public static class Themes
{
    /// <summary>The themes.</summary>
    public static readonly ImmutableArray<Theme> All =
    [
        Journeys.JourneyEvents.Theme,
        Path.PathEvents.Theme,
        Sprints.SprintEvents.Theme,
        Groups.GroupEvents.Theme,
        Buddies.BuddyEvents.Theme,
        Partners.PartnerEvents.Theme,
        Circles.CircleEvents.Theme,
        Sessions.SessionEvents.Theme,
        Evidence.EvidenceEvents.Theme,
        Found.FoundSection.Theme,
        Reviews.ReviewEvents.Theme,
        Certification.CertificationEvents.Theme,
        Coaching.CoachingEvents.Theme,
        Questions.QuestionEvents.Theme,
        Nudges.NudgeEvents.Theme,
        Grades.GradeEvents.Theme,
    ];
}
