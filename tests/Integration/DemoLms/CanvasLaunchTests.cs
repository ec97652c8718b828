extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class CanvasLaunchTests
{
    private const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    [Fact]
    public async Task Two_schools_share_the_issuer_and_differ_by_client_id()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var south = lms.World.FindSchool("canvas-south")!;

        var northClaims = await lms.LaunchAsync(ByTeacher(lms, lms.Canvas, lms.Canvas.Courses.First()));
        var southClaims = await lms.LaunchAsync(ByTeacher(lms, south, south.Courses.First()));

        Assert.Equal(northClaims["iss"]!.GetValue<string>(), southClaims["iss"]!.GetValue<string>());
        Assert.NotEqual(northClaims["aud"]!.GetValue<string>(), southClaims["aud"]!.GetValue<string>());
    }

    [Fact]
    public async Task Accounts_of_one_school_are_deployments()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var deployments = new HashSet<string>();

        foreach (var course in lms.Canvas.Courses)
            deployments.Add((await lms.LaunchAsync(ByTeacher(lms, lms.Canvas, course)))[Lti.Claim + "deployment_id"]!.GetValue<string>());

        Assert.Equal(2, deployments.Count);
        Assert.All(deployments, d => Assert.Matches("^[0-9]+:[0-9a-f]{40}$", d));
    }

    [Fact]
    public async Task Token_lives_an_hour_with_azp_and_opaque_ids()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        var claims = await lms.LaunchAsync(ByTeacher(lms, lms.Canvas, lms.Canvas.Courses.First()));

        Assert.Equal(3600, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        Assert.Equal(claims["aud"]!.GetValue<string>(), claims["azp"]!.GetValue<string>());
        Assert.True(Guid.TryParse(claims["sub"]!.GetValue<string>(), out _));
        Assert.Matches("^[0-9a-f]{40}$", claims[Lti.Claim + "context"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Login_offers_platform_storage()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        var login = lms.Desk.Prepare(ByTeacher(lms, lms.Canvas, lms.Canvas.Courses.First()));

        Assert.Equal("post_message_forwarding", login.Fields["lti_storage_target"]);
        Assert.False(lms.Desk.Prepare(ByTeacher(lms, lms.Moodle, lms.Moodle.Courses.First())).Fields.ContainsKey("lti_storage_target"));
    }

    [Theory]
    [InlineData("i.nowak", "/Instructor#TeachingAssistant", "#Instructor")]
    [InlineData("r.castellanos", "#Instructor", "#Instructor")]
    [InlineData("p.observer", "#Mentor", "#Mentor")]
    [InlineData("k.hoffmann", "#Learner", "#Learner")]
    public async Task Roles_are_full_addresses(string username, string role, string alsoRole)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var person = lms.Canvas.People.Single(p => p.Username == username);

        var roles = RolesOf(await lms.LaunchAsync(By(lms, lms.Canvas, lms.Canvas.Courses.First(), person)));

        Assert.Contains(Membership + role, roles);
        Assert.Contains(Membership + alsoRole, roles);
    }

    [Fact]
    public async Task Observer_comes_with_the_learners_observed()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var observer = lms.Canvas.People.Single(p => p.Username == "p.observer");

        var claims = await lms.LaunchAsync(By(lms, lms.Canvas, lms.Canvas.Courses.First(), observer));

        Assert.Equal(2, claims[Lti.Claim + "role_scope_mentor"]!.AsArray().Count);
    }

    [Fact]
    public async Task Administrator_has_no_membership_role()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var administrator = lms.Canvas.People.Single(p => p.IsAdministrator);

        var roles = RolesOf(await lms.LaunchAsync(By(lms, lms.Canvas, lms.Canvas.Courses.First(), administrator)));

        Assert.DoesNotContain(roles, r => r.Contains("membership", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Student_View_is_a_learner_and_test_user()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var student = lms.Canvas.People.Single(p => p.IsTestStudent);

        var roles = RolesOf(await lms.LaunchAsync(By(lms, lms.Canvas, lms.Canvas.Courses.First(), student)));

        Assert.Contains("http://purl.imsglobal.org/vocab/lti/system/person#TestUser", roles);
        Assert.Contains(Membership + "#Learner", roles);
    }

    [Theory]
    [InlineData(Disclosure.Nothing, false, false)]
    [InlineData(Disclosure.Names, true, false)]
    [InlineData(Disclosure.Email, false, true)]
    [InlineData(Disclosure.Everything, true, true)]
    public async Task Course_decides_what_is_told_about_people(Disclosure disclosure, bool hasName, bool hasEmail)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Canvas.Courses.First();
        course.Disclosure = disclosure;

        var claims = await lms.LaunchAsync(ByTeacher(lms, lms.Canvas, course));

        Assert.Equal((hasName, hasEmail), (claims.ContainsKey("name"), claims.ContainsKey("email")));
    }

    [Theory]
    [InlineData("lti_message_hint", "invalid_request_object")]
    [InlineData("prompt", "invalid_request_object")]
    [InlineData("response_mode", "invalid_request_object")]
    [InlineData("nonce", "invalid_request_object")]
    public async Task Authentication_request_without_a_parameter_is_refused(string parameter, string error)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var request = lms.AuthenticationRequest(lms.Desk.Prepare(ByTeacher(lms, lms.Canvas, lms.Canvas.Courses.First())));
        request.Remove(parameter);

        var posted = await lms.AuthorizeAsync("/canvas/api/lti/authorize_redirect", request);

        Assert.Equal((error, "state-1"), (posted.Fields["error"], posted.Fields["state"]));
    }

    [Fact]
    public async Task Launch_is_consumed_and_a_redirect_address_may_have_a_query()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var request = lms.AuthenticationRequest(lms.Desk.Prepare(ByTeacher(lms, lms.Canvas, lms.Canvas.Courses.First())));
        request["redirect_uri"] += "?item=1";

        var first = await lms.AuthorizeAsync("/canvas/api/lti/authorize_redirect", request);
        var second = await lms.AuthorizeAsync("/canvas/api/lti/authorize_redirect", request);

        Assert.Equal("post_message_forwarding", first.Fields["lti_storage_target"]);
        Assert.Equal("launch_no_longer_valid", second.Fields["error"]);
    }

    [Fact]
    public async Task Copied_course_tells_where_it_came_from_and_keeps_custom_and_resource_ids()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Canvas.Courses.First();
        var request = await DeepLinkPosts.RequestAsync(lms, lms.Canvas, course);
        var response = DeepLinkPosts.Response(lms, request, DeepLinkPosts.RecordedItems(lms, "deep-linking/deeplink.response.json"));
        await DeepLinkPosts.SaveAsync(lms, await DeepLinkPosts.PostAsync(lms, request, ScriptedTool.Sign(response)));

        var copy = lms.Work.Copy(lms.Canvas, course);
        var claims = await lms.LaunchAsync(ByTeacher(lms, lms.Canvas, copy) with { Activity = copy.Activities.Single(), Kind = LaunchKind.ResourceLink });

        Assert.Equal(course.Id, claims[Lti.Claim + "custom"]!["ctx_history"]!.GetValue<string>());
        Assert.Equal("mod-1", claims[Lti.Claim + "custom"]!["moduleId"]!.GetValue<string>());
        Assert.NotEqual(course.Activities.Single().Id, copy.Activities.Single().Id);
        Assert.Equal(("mod-1", 0), (copy.LineItems.Single().ResourceId, copy.LineItems.Single().Grades.Count));
    }

    private static IReadOnlyList<string> RolesOf(JsonObject claims) => [.. claims[Lti.Claim + "roles"]!.AsArray().Select(r => r!.GetValue<string>())];

    private static PreparedLaunch ByTeacher(DemoLmsHost lms, School school, Course course) =>
        By(lms, school, course, course.Enrolments.First(e => e.Role == CourseRole.Teacher).Person);

    private static PreparedLaunch By(DemoLmsHost lms, School school, Course course, Person person) =>
        new(school, LaunchKind.ResourceLink, person, course, course.Activities.FirstOrDefault() ?? lms.Work.AddBareLink(school, course));
}
