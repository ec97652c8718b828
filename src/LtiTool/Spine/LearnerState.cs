using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>A learner in a journey as a change finds it, and as it goes on: loaded once.</summary>
public sealed class LearnerState
{
    internal LearnerState(LearnerPlace place, Progress progress)
    {
        Place = place;
        Before = progress;
        Progress = progress;
    }

    /// <summary>Who and where.</summary>
    public LearnerPlace Place { get; }

    /// <summary>The participation.</summary>
    public Participation Participation => Place.Participation;

    /// <summary>The journey's design.</summary>
    public JourneyDesign Design => Place.Design;

    /// <summary>What happened before the change.</summary>
    public Progress Before { get; }

    /// <summary>What happened so far, this change included.</summary>
    public Progress Progress { get; private set; }

    internal void Apply(RecordedEvent recorded) => Progress = Progress.After(recorded);
}

/// <summary>Who a learner is, and where.</summary>
/// <param name="Participation">The participation.</param>
/// <param name="Journey">The journey.</param>
/// <param name="Design">The version of its design that holds.</param>
/// <param name="Platform">The LMS.</param>
/// <param name="ContextId">The course, as the LMS names it.</param>
/// <param name="CourseTitle">The course's title, or null.</param>
/// <param name="Zone">The learner's time zone, else the journey's.</param>
/// <param name="IsInCourse">Whether the course's people include the learner at this moment.</param>
/// <param name="IsTestUser">Whether it is a platform's test student.</param>
public sealed record LearnerPlace(
    Participation Participation, Journey Journey, JourneyDesign Design, PlatformRow Platform, string ContextId, string? CourseTitle,
    TimeZoneInfo Zone, bool IsInCourse, bool IsTestUser);
