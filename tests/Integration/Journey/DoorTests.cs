using System.Net;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class DoorsOnSqliteTests() : DoorTests(onPostgres: false);

public sealed class DoorsOnPostgresTests() : DoorTests(onPostgres: true);

/// <summary>Launches from outside of courses, and with roles that are none in the course.</summary>
public abstract class DoorTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Instructor = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task A_launch_from_an_account_says_to_open_it_from_a_course_and_stores_none()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage, "canvas");
        var claims = school.Claims("1", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
        claims[ScriptedSchool.Of("context")] = JsonNode.Parse("""{"id":"acct-7","title":"Example School","type":["Account"],"validation_context":null}""");
        claims[ScriptedSchool.Of("resource_link")] = JsonNode.Parse("""{"id":"acct-7","title":"Example School","description":null}""");

        using var admin = await school.OpenAsync(claims);

        Assert.Equal((HttpStatusCode.OK, Wording.Of("today.no-course")), (admin.Status, admin.Heading));
        Assert.Equal(0, Stage.Look(db => db.Courses.Count(course => course.PlatformId == school.Id)));
        Assert.Equal(0, Stage.Look(db => db.Journeys.Count()));
    }

    [Theory]
    [InlineData("/today")]
    [InlineData("/reviews")]
    [InlineData("/setup")]
    [InlineData("/setup/add")]
    [InlineData("/buddies")]
    public async Task Without_a_course_every_page_leads_to_the_one_that_says_so(string path)
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        var claims = school.Claims("1", Instructor);
        claims.Remove(ScriptedSchool.Of("context"));
        using var teacher = await school.OpenAsync(claims);

        await teacher.GoAsync(path);

        Assert.Equal((HttpStatusCode.OK, Wording.Of("today.no-course")), (teacher.Status, teacher.Heading));
        Assert.Equal("Instructor", Stage.Look(db => db.Sessions.Single(row => row.PlatformId == school.Id).Role.ToString()));
    }

    [Fact]
    public async Task Deep_linking_outside_of_a_course_goes_back_with_the_reason()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        var claims = ScriptedSchool.AsDeepLinking(school.Claims("1", Instructor));
        claims.Remove(ScriptedSchool.Of("context"));

        using var teacher = await school.OpenAsync(claims);
        Assert.Equal((HttpStatusCode.OK, Wording.Of("today.no-course")), (teacher.Status, teacher.Heading));
        await teacher.PressAsync("today.no-course-back");

        Assert.Equal("https://school.example/deep", teacher.Page.QuerySelector("form")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData("urn:lti:role:ims/lis/Student")]
    [InlineData("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student")]
    public async Task A_role_that_is_none_in_the_course_is_named_with_what_to_do(string role)
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var guest = await school.OpenAsync(school.Claims("1", role));

        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.Contains(Wording.Of("shared.no-role"), guest.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("shared.no-role-to-do"), guest.Text, StringComparison.Ordinal);
        Assert.Contains(role, guest.Text, StringComparison.Ordinal);
        Assert.Equal(EnrolmentRole.Guest, EnrolledAs(school));
    }

    [Fact]
    public async Task A_teacher_of_the_institution_who_learns_here_is_a_learner()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var learner = await school.OpenAsync(school.Claims(
            "1", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor", ScriptedSchool.Membership + "Learner"));

        Assert.Equal(EnrolmentRole.Learner, EnrolledAs(school));
    }

    [Fact]
    public async Task A_designer_sets_up_and_reads_nobodys_evidence()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var designer = await school.OpenAsync(school.Claims("1", ScriptedSchool.Membership + "ContentDeveloper"));
        await designer.PressAsync("setup.use-template");
        await designer.PressAsync("setup.save");
        Assert.Equal("Practise and prove", designer.Heading);
        Assert.NotNull(designer.Page.QuerySelector("nav a[href$='/setup'], a[href$='/setup']"));

        foreach (var path in new[] { "/reviews", "/reviews/group", "/reviews/learner", "/grades", "/statements" })
        {
            await designer.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, designer.Status);
        }

        using var both = await school.OpenAsync(school.Claims("2", ScriptedSchool.Membership + "ContentDeveloper", Instructor));
        await both.GoAsync("/reviews");
        Assert.Equal(HttpStatusCode.OK, both.Status);
    }

    private EnrolmentRole EnrolledAs(ScriptedSchool school) => Stage.Look(db => (
        from enrolment in db.Enrolments
        join course in db.Courses on enrolment.CourseId equals course.Id
        where course.PlatformId == school.Id
        select enrolment.Role).Single());
}
