using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>The LMSs' own addresses, which ask who is there.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Address_of_an_activity_in_Moodle_lists_the_people_of_its_course()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var activity = lms.Work.AddBareLink(lms.Moodle, course);

        var page = await lms.Client.GetStringAsync($"/moodle/mod/lti/view.php?l={activity.Id}", TestContext.Current.CancellationToken);

        Assert.Contains("Who are you?", page, StringComparison.Ordinal);
        Assert.All(course.Enrolments, e => Assert.Contains($"href=\"/moodle/as/{e.Person.Sub}/courses/2/activities/{activity.Id}\"", page, StringComparison.Ordinal));
        // The cohort is in the large course only.
        Assert.DoesNotContain("/as/101/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_listed_can_launch_the_activity()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var activity = lms.Work.AddBareLink(lms.Moodle, lms.Moodle.FindCourse("2")!);

        var page = await lms.Client.GetStringAsync($"/moodle/as/5/courses/2/activities/{activity.Id}", TestContext.Current.CancellationToken);

        Assert.Equal($"{lms.Tool.Url}/lti/login", DemoLmsHost.PostedForm.Of(page).Action);
    }

    [Fact]
    public async Task Address_of_a_course_in_Canvas_lists_its_people()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var course = lms.World.FindSchool("canvas-south")!.Courses.First();

        var page = await lms.Client.GetStringAsync($"/canvas/courses/{course.Number}", TestContext.Current.CancellationToken);

        Assert.All(course.Enrolments, e => Assert.Contains($"href=\"/canvas-south/as/{e.Person.Sub}/courses/{course.Id}\"", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/moodle/mod/lti/view.php")]
    [InlineData("/moodle/mod/lti/view.php?l=99")]
    [InlineData("/moodle/mod/lti/view.php?l=x")]
    [InlineData("/canvas/courses/99")]
    [InlineData("/canvas/courses/x")]
    public async Task Unknown_address_is_told_on_a_page(string address)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);

        using var answer = await lms.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("<h1>Not here</h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
