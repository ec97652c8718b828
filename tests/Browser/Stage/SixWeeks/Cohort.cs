using System.Globalization;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>A course of twelve in a school, and who leads it.</summary>
internal sealed record Cohort(School School, Course Course, Person Teacher, IReadOnlyList<Person> Twelve)
{
    private const int Size = 12;

    /// <value>The one whose six weeks are told in full.</value>
    public Person Main => Twelve[0];

    /// <value>Main's learning buddy.</value>
    public Person Partner => Twelve[1];

    /// <value>The others, of whom each does what is needed.</value>
    public IEnumerable<Person> Others => Twelve.Skip(1);

    /// <value>The link to the journey.</value>
    public Activity Activity => Course.Activities.Last();

    /// <value>Each is the learning buddy of the other.</value>
    public IEnumerable<(Person One, Person Two)> Pairs => Twelve.Chunk(2).Select(pair => (pair[0], pair[1]));

    /// <summary>Each one's learning buddy.</summary>
    public Person BuddyOf(Person person) => Twelve[NumberOf(person) ^ 1];

    /// <summary>From 0.</summary>
    public int NumberOf(Person person) => Twelve.Index().First(one => one.Item.Sub == person.Sub).Index;

    /// <summary>Adds a course for twelve people of the school.</summary>
    public static Cohort Gather(WholeStage stage, string slug)
    {
        var school = stage.Lms.World.FindSchool(slug)!;
        var like = school.Courses.First();
        var number = stage.Lms.World.NextNumber();
        var format = like.Id.Length == 40 ? "x40" : "d";
        var course = new Course(number.ToString(format, CultureInfo.InvariantCulture), number, "SIX", "Six weeks", like.DeploymentId, [])
        {
            StartsAt = like.StartsAt,
        };
        var teacher = like.Enrolments.First(one => one.Role == CourseRole.Teacher).Person;
        List<Person> twelve = [.. school.People.Where(person => person.IsInCohort).Take(Size)];
        course.Enrol(new Enrolment(teacher, CourseRole.Teacher));
        twelve.ForEach(person => course.Enrol(new Enrolment(person, CourseRole.Learner)));
        school.Add(course);
        return new(school, course, teacher, twelve);
    }
}
