extern alias demolms;

using System.Text.RegularExpressions;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded roster traffic must get the recorded answers.</summary>
public sealed partial class MoodleRosterReplayTests
{
    public static MatrixTheoryData<string, string> Requests => new(CapturedMoodle.Versions,
    [
        "nrps/all", "nrps/accept-any", "nrps/accept-v1", "nrps/page-1", "nrps/page-2", "nrps/page-3",
        "nrps/role-instructor", "nrps/role-learner", "nrps/role-learner-uri", "nrps/role-mentor",
        "nrps/role-learner-limit-5", "nrps/role-learner-limit-5-next",
        "nrps/error-accept-json", "nrps/error-accept-list", "nrps/error-rlid-unknown",
    ]);

    public static TheoryData<string, string, string?> PoorTokens() => CapturedMoodle.OnEach<string?>(
        ("nrps/error-no-token", null),
        ("nrps/error-bad-token", "no-such-token"),
        ("nrps/error-scope", "grades-only"));

    public static MatrixTheoryData<string, string> OfOneLink => new(CapturedMoodle.Versions, ["nrps/rlid", "nrps/rlid-limit"]);

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_gets_the_recorded_answer(string version, string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);

        Assert.Empty(await lms.ReplayAsync(recording, lms.Token(lms.Moodle)));
    }

    [Theory]
    [MemberData(nameof(PoorTokens))]
    public async Task Missing_or_poor_token_is_401(string version, string recording, string? token)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);

        Assert.Empty(await lms.ReplayAsync(recording, token == "grades-only" ? lms.Token(lms.Moodle, Lti.AgsScope + "score") : token));
    }

    /// <summary>Number and hash of the old grade claim are new each time; all else is as recorded, the next link too.</summary>
    [Theory]
    [MemberData(nameof(OfOneLink))]
    public async Task Members_of_a_link_carry_the_recorded_message(string version, string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recorded(recording);
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(recorded.Link, answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null);
        Assert.Contains("basicoutcome", recorded.Body, StringComparison.Ordinal);
        Assert.Equal(DifferEachTime().Replace(recorded.Body, "#"), DifferEachTime().Replace(body, "#"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Suspended_person_and_administrator_are_missing(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var course = lms.Moodle.FindCourse("2")!;
        course.Enrol(course.FindEnrolment("5")! with { IsSuspended = true });
        using var request = lms.Recorded("nrps/all").ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("\"user_id\":\"5\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"user_id\":\"2\"", body, StringComparison.Ordinal);
        Assert.Contains("\"user_id\":\"6\"", body, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<=launchid[\\"":]+)\d+|(?<=hash[\\"":]+)[0-9a-f]{64}")]
    private static partial Regex DifferEachTime();
}
