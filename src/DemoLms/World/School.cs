using System.Collections.Concurrent;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.World;

/// <summary>One customer of a platform: its people, its courses and its registration of the tool.</summary>
public sealed class School(Platform platform, string slug, string title)
{
    private readonly ConcurrentDictionary<string, (int Order, Person Person)> people = new();
    private readonly ConcurrentDictionary<string, Course> courses = new();

    public Platform Platform { get; } = platform;

    /// <value>The first part of the LMS's page addresses.</value>
    public string Slug { get; } = slug;

    public string Title { get; } = title;

    /// <value>A stable name of this installation (tool_platform.guid).</value>
    public string InstallationId => Ids.Hex($"school {Slug}", 32);

    /// <value>The tool as this school knows it; null until it has registered.</value>
    public ToolRegistration? Tool { get; set; }

    /// <value>In the order they were added.</value>
    public IEnumerable<Person> People => people.Values.OrderBy(p => p.Order).Select(p => p.Person);

    public IEnumerable<Course> Courses => courses.Values.OrderBy(c => c.Number);

    public void Add(Person person) =>
        people.AddOrUpdate(person.Sub, _ => (people.Count, person), (_, known) => (known.Order, person));

    public void Add(Course course) => courses[course.Id] = course;

    public Person? FindPerson(string sub) => people.GetValueOrDefault(sub).Person;

    public Course? FindCourse(string id) => courses.GetValueOrDefault(id);

    public Course? FindCourse(int number) => courses.Values.FirstOrDefault(c => c.Number == number);

    public Course? FindCourseOf(Activity activity) => courses.Values.FirstOrDefault(c => c.FindActivity(activity.Id) is not null);
}
