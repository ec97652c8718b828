namespace LearningBuddy.DemoLms.World;

/// <summary>What somebody is in one course, in words both LMSs share.</summary>
public enum CourseRole
{
    /// <summary>Moodle's editing teacher, Canvas's teacher.</summary>
    Teacher,

    /// <summary>Moodle's non-editing teacher, Canvas's teaching assistant.</summary>
    Assistant,

    /// <summary>Moodle's and Canvas's student.</summary>
    Learner,

    /// <summary>Canvas's observer, who follows chosen learners. Moodle shows such a person to tools as a learner.</summary>
    Observer,
}

/// <summary>A person in a course.</summary>
/// <param name="Observes">The <c>sub</c> of each learner an observer follows; empty for everybody else.</param>
/// <param name="IsSuspended">Suspended people stay in the gradebook but are missing from the roster.</param>
public sealed record Enrolment(Person Person, CourseRole Role, IReadOnlyList<string> Observes, bool IsSuspended = false)
{
    public Enrolment(Person person, CourseRole role)
        : this(person, role, [])
    {
    }
}
