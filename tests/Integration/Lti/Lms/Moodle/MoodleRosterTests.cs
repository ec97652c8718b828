using LearningBuddy.LtiTool.Lti;
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
        await using var network = Recorded(moodle, "nrps/page-1", "nrps/page-2", "nrps/page-3");
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.True(roster.IsComplete);
        Assert.Equal(14, roster.Members.Count);
        Assert.Contains(roster.Members, member => member is { Subject: "5", Role: CourseRole.Learner, Names.Name: "Zoë Müller" });
        Assert.Single(roster.Members, member => member.Role == CourseRole.Instructor);
    }

    [Fact]
    public async Task A_filter_that_the_next_link_has_lost_is_applied_here()
    {
        var moodle = new MoodleCapture("4.5");
        var end = moodle.Exchange("nrps/page-3") with { Body = """{"members":[]}""" };
        await using var network = Recorded(moodle, "nrps/role-learner-limit-5-next");
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

    [Fact]
    public async Task A_teacher_who_may_not_edit_is_a_learner_in_the_roster_but_not_at_launch()
    {
        var moodle = new MoodleCapture("4.5");
        await using var network = Recorded(moodle, "nrps/all");
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(moodle.Platform, moodle.Address(Path), null, TestContext.Current.CancellationToken);

        Assert.Equal(CourseRole.Learner, Assert.Single(roster.Members, member => member.Subject == "4").Role);
    }

    [Fact]
    public async Task A_circle_of_pages_ends_and_is_not_complete()
    {
        var moodle = new MoodleCapture("4.5");
        var circle = moodle.Exchange("nrps/page-2");
        await using var network = Recorded(moodle, "nrps/page-1", "nrps/page-2");
        network.Play(moodle.Exchange("nrps/page-1") with { Head = circle.Head.Replace("from=12", "from=6", StringComparison.Ordinal) }, circle.Address.PathAndQuery.Replace("from=6", "from=12", StringComparison.Ordinal));
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
    }

    [Fact]
    public async Task A_next_page_on_another_host_never_sees_the_token()
    {
        var moodle = new MoodleCapture("4.5");
        var first = moodle.Exchange("nrps/page-1");
        await using var network = Recorded(moodle);
        network.Play(first with { Head = first.Head.Replace("<http://localhost:8100", "<http://evil.example", StringComparison.Ordinal) });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
        Assert.Equal(6, roster.Members.Count);
    }

    [Fact]
    public async Task A_failure_half_way_is_not_taken_for_the_whole()
    {
        var moodle = new MoodleCapture("4.5");
        await using var network = Recorded(moodle, "nrps/page-1");
        network.Play(moodle.Exchange("nrps/page-2") with { Status = 500, Body = "" });
        await using var tool = await moodle.StartToolAsync(network);

        var roster = await tool.Get<RosterClient>().ReadAsync(
            moodle.Platform, moodle.Address(Path + "?limit=6"), null, TestContext.Current.CancellationToken);

        Assert.False(roster.IsComplete);
    }

    private static RecordedPlatform Recorded(MoodleCapture moodle, params string[] recordings)
    {
        var network = new RecordedPlatform().Play(moodle.Exchange("token/success"));
        foreach (var recording in recordings)
        {
            network.Play(moodle.Exchange(recording));
        }

        return network;
    }
}
