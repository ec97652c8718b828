using LearningBuddy.Shared.Journeys;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.SampleData.World;

/// <summary>One run of a journey with the people in it.</summary>
/// <param name="Name">Names it among everything drawn.</param>
/// <param name="JourneyId">The run.</param>
/// <param name="Design">The learning design.</param>
/// <param name="Definition">As set up for this run, with its dates.</param>
/// <param name="Course">The LMS course it stands in.</param>
/// <param name="LineItem">Address of its grade column.</param>
/// <param name="StartsAt">The moment it opens, UTC.</param>
/// <param name="Facilitators">One or two.</param>
/// <param name="Members">Learners.</param>
internal sealed record Cohort(
    string Name, Guid JourneyId, JourneyDesign Design, JourneyDefinition Definition, CourseActivity Course, string LineItem, DateTimeOffset StartsAt,
    IReadOnlyList<SamplePerson> Facilitators, IReadOnlyList<SamplePerson> Members);
