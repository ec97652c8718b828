using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

public sealed class MoodleRosterTests
{
    private const string Path = "/CourseSection/2/bindings/1/memberships";

    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task All_pages_are_read_to_the_end(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("nrps/page-1", "nrps/page-2", "nrps/page-3");
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.True(roster.IsComplete);
        Assert.Equal(14, roster.Members.Count);
        Assert.Contains(roster.Members, member => member is { Subject: "5", Role: CourseRole.Learner, Names.Name: "Zoë Müller" });
        Assert.Single(roster.Members, member => member.Role == CourseRole.Instructor);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_filter_that_the_next_link_has_lost_is_applied_here(string version)
    {
        var moodle = new MoodleCapture(version);
        var end = moodle.Exchange("nrps/page-3") with { Body = """{"members":[]}""" };
        await using var network = moodle.Services("nrps/role-learner-limit-5-next");
        network.Play(
            moodle.Exchange("nrps/role-learner-limit-5"),
            "/mod/lti/services.php" + Path + "?limit=5&role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner");
        network.Play(end, "/mod/lti/services.php" + Path + "?limit=5&from=10");
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=5"), CourseRole.Learner, TestContext.Current.CancellationToken);

        Assert.Contains("Instructor", moodle.Exchange("nrps/role-learner-limit-5-next").Body, StringComparison.Ordinal);
        Assert.All(roster.Members, member => Assert.Equal(CourseRole.Learner, member.Role));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_teacher_who_may_not_edit_is_a_learner_in_the_roster_but_not_at_launch(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("nrps/all");
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(moodle.Platform, moodle.Address(Path), null, TestContext.Current.CancellationToken);

        Assert.Equal(CourseRole.Learner, Assert.Single(roster.Members, member => member.Subject == "4").Role);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_name_is_decoded_once(string version)
    {
        var moodle = new MoodleCapture(version);
        var body = JsonNode.Parse(moodle.Exchange("nrps/all").Body)!;
        body["members"]![0]!["name"] = "Fish &amp; Chips &amp;amp; more";
        await using var network = moodle.Services();
        network.Play(moodle.Exchange("nrps/all") with { Body = body.ToJsonString() });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(moodle.Platform, moodle.Address(Path), null, TestContext.Current.CancellationToken);

        Assert.Equal("Fish & Chips &amp; more", roster.Members[0].Names.Name);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_circle_of_pages_ends_and_is_not_complete(string version)
    {
        var moodle = new MoodleCapture(version);
        var circle = moodle.Exchange("nrps/page-2");
        await using var network = moodle.Services("nrps/page-1", "nrps/page-2");
        network.Play(moodle.Exchange("nrps/page-1") with { Head = circle.Head.Replace("from=12", "from=6", StringComparison.Ordinal) }, circle.Address.PathAndQuery.Replace("from=6", "from=12", StringComparison.Ordinal));
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_next_page_on_another_host_never_sees_the_token(string version)
    {
        var moodle = new MoodleCapture(version);
        var first = moodle.Exchange("nrps/page-1");
        await using var network = moodle.Services();
        network.Play(first with { Head = first.Head.Replace("<" + moodle.Site, "<http://evil.example", StringComparison.Ordinal) });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
        Assert.Equal(6, roster.Members.Count);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_failure_half_way_is_not_taken_for_the_whole(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("nrps/page-1");
        network.Play(moodle.Exchange("nrps/page-2") with { Status = 500, Body = "" });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
    }

    public static MatrixTheoryData<string, string> Rosters => new(MoodleCapture.Versions,
    [
        "nrps/all", "nrps/accept-any", "nrps/role-instructor", "nrps/role-learner", "nrps/role-learner-uri", "nrps/role-mentor",
        "nrps/rlid", "nrps/rlid-limit",
    ]);

    [Theory]
    [MemberData(nameof(Rosters))]
    public async Task Every_recorded_roster_is_read(string version, string recording)
    {
        var moodle = new MoodleCapture(version);
        var exchange = moodle.AnswerOf(recording);
        var expected = JsonNode.Parse(exchange.Body)!["members"]!.AsArray().Select(member => member!["user_id"]!.GetValue<string>());
        // Where a page follows, the first alone is looked at.
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success"))
            .Play(exchange with { Head = "Content-Type: application/json\r\n" });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(moodle.Platform, exchange.Address, null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, roster.Members.Select(member => member.Subject));
        Assert.All(roster.Members, member => Assert.Equal((RosterStatus.Active, null), (member.Status, member.Names.Picture)));
    }

    public static TheoryData<string, string, ServiceFault> Refusals() => CapturedMoodle.OnEach<ServiceFault>(
        ("nrps/error-accept-json", ServiceFault.Refused),
        ("nrps/error-accept-list", ServiceFault.Refused),
        ("nrps/error-no-token", ServiceFault.Refused),
        ("nrps/error-bad-token", ServiceFault.Refused),
        ("nrps/error-scope", ServiceFault.Refused),
        ("nrps/error-rlid-unknown", ServiceFault.Gone));

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_recorded_refusal_is_told_and_not_tried_for_ever(string version, string recording, ServiceFault fault)
    {
        var moodle = new MoodleCapture(version);
        var exchange = moodle.AnswerOf(recording);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success")).Play(exchange);
        // A refused token is fetched again, once.
        if (exchange.Status == 401)
            network.Play(moodle.Exchange("token/success")).Play(exchange);
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => tool.Get<RosterClient>()
            .ReadAsync(moodle.Platform, exchange.Address, null, TestContext.Current.CancellationToken));

        Assert.Equal((fault, exchange.Status), (failure.Fault, (int)failure.Status!));
    }
}
