extern alias demolms;

using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A course of the demo LMS with its people, and ways for them to come into the tool.</summary>
internal sealed class Classroom(Stage stage, string school, Course? course = null)
{
    public School School => stage.World.FindSchool(school)!;

    public Course Course { get; } = course ?? stage.World.FindSchool(school)!.Courses.First();

    public Activity Activity { get; private set; } = null!;

    public Person Teacher => PersonWhere(enrolment => enrolment.Role == CourseRole.Teacher);

    /// <summary>Learners who read English, so that tests can look for words.</summary>
    public IReadOnlyList<Person> Learners => [.. Course.Enrolments.Where(enrolment => enrolment.Role == CourseRole.Learner && enrolment.Person.Locale == "en").Select(enrolment => enrolment.Person)];

    /// <summary>The same people in another course, with that course's last activity.</summary>
    public Classroom In(Course other) => new(stage, school, other) { Activity = other.Activities.Last() };

    /// <summary>The same course with another activity.</summary>
    public Classroom With(Activity activity) => new(stage, school, Course) { Activity = activity };

    /// <summary>The teacher adds the journey to the course by deep linking.</summary>
    public async Task AddJourneyAsync()
    {
        using var teacher = await LaunchAsync(Teacher, LaunchKind.DeepLinking, null);
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.preview");
        await teacher.PressAsync("setup.add-to-course");
        await teacher.PressFormAsync();
        Assert.True(teacher.Page.QuerySelector("button") is not null, teacher.Text);
        await teacher.PressInLmsAsync("Save");
        Activity = Course.Activities.Last();
    }

    /// <summary>Somebody opens the activity.</summary>
    public Task<Visitor> OpenAsync(Person person, bool acceptsCookies = true) => LaunchAsync(person, LaunchKind.ResourceLink, Activity, acceptsCookies: acceptsCookies);

    /// <summary>A teacher comes from the gradebook to see a learner's work.</summary>
    public Task<Visitor> ReviewFromGradebookAsync(Person learner) => LaunchAsync(Teacher, LaunchKind.SubmissionReview, Activity, learner);

    public async Task<Visitor> LaunchAsync(Person person, LaunchKind kind, Activity? activity, Person? forUser = null, bool acceptsCookies = true)
    {
        var desk = stage.Lms.Services.GetRequiredService<LaunchDesk>();
        var start = desk.Prepare(new PreparedLaunch(School, kind, person, Course, activity, forUser));
        var visitor = new Visitor(acceptsCookies: acceptsCookies);
        return await visitor.LaunchAsync(start.Action, start.Fields);
    }

    private Person PersonWhere(Func<Enrolment, bool> fits) => Course.Enrolments.First(fits).Person;
}
