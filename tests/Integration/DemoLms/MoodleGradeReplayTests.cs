using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded grade traffic, sent in the recorded order, must get the recorded answers.</summary>
public sealed class MoodleGradeReplayTests
{
    internal static readonly string[] InRecordedOrder =
    [
        "ags/lineitems-list", "ags/lineitems-list-no-accept", "ags/lineitems-error-accept-any", "ags/lineitems-error-accept-json",
        "ags/lineitems-error-accept-list", "ags/lineitems-by-resource-id", "ags/lineitems-by-resource-link", "ags/lineitems-by-tag",
        "ags/lineitem-get-of-link", "ags/lineitem-get-no-type-id", "ags/lineitem-create", "ags/lineitem-get", "ags/lineitem-update",
        "ags/lineitem-get-after-update", "ags/lineitem-create-linked", "ags/lineitem-create-content-type-charset",
        "ags/lineitem-create-error-content-type", "ags/lineitem-create-error-foreign-link", "ags/lineitem-create-error-no-label",
        "ags/lineitem-create-error-scope", "ags/lineitem-error-unknown", "ags/lineitems-page-1", "ags/lineitems-page-2",
        "ags/lineitem-delete", "ags/lineitem-error-deleted", "ags/results-empty", "ags/score-graded", "ags/score-error-same-timestamp",
        "ags/score-error-same-second", "ags/score-error-older-timestamp", "ags/score-rescaled", "ags/score-zero",
        "ags/score-above-maximum", "ags/score-pending-manual", "ags/score-in-progress-no-score", "ags/score-initialized-not-ready",
        "ags/score-failed", "ags/score-timestamp-offset", "ags/score-timestamp-seven-fraction-digits", "ags/score-timestamp-future",
        "ags/score-unknown-activity-progress", "ags/score-content-type-charset", "ags/score-error-content-type",
        "ags/score-error-unknown-user", "ags/score-error-teacher", "ags/score-error-no-timestamp", "ags/score-error-no-maximum",
        "ags/score-error-no-activity-progress", "ags/score-error-score-string", "ags/score-error-malformed-json", "ags/score-negative",
        "ags/score-error-scope", "ags/score-error-bad-token", "ags/score-error-unknown-lineitem", "ags/score-error-indented-json-body",
        "ags/score-error-url-query-in-middle", "ags/score-standalone-item", "ags/results-all", "ags/results-one-user",
        "ags/results-pending-user", "ags/results-zero-user", "ags/results-error-accept-json", "ags/results-error-scope",
        "ags/score-pending-after-graded", "ags/results-after-pending", "ags/score-regraded", "ags/lineitem-update-maximum",
        "ags/lineitem-get-after-maximum", "ags/results-after-maximum", "ags/lineitem-delete-of-link",
    ];

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Recorded_grade_traffic_gets_the_recorded_answers(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var differences = new List<string>();

        foreach (var name in InRecordedOrder)
            differences.AddRange(await lms.ReplayAsync(name, TokenFor(lms, name)));

        Assert.Empty(differences);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Reason_phrase_of_a_refused_score_repeats_the_request(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        using var request = lms.Recorded("ags/score-error-no-maximum").ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("Incorrect score received{", answer.ReasonPhrase, StringComparison.Ordinal);
    }

    /// <summary>The page is Moodle's theme; that it is a page, and a 404, is the case.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Results_with_a_limit_crash(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recorded("ags/results-error-limit");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((recorded.Status, recorded.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Second_column_of_a_link_takes_lineitem_out_of_the_launch(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var course = lms.Moodle.FindCourse("2")!;
        var activity = course.FindActivity("1")!;
        var learner = lms.Moodle.FindPerson("5")!;
        var endpoint = (JsonObject claims) => claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!.AsObject();
        var before = RecordedLaunch.Claims(lms, learner, course, activity);

        await lms.ReplayAsync("ags/lineitem-create-linked", lms.Token(lms.Moodle));
        var after = RecordedLaunch.Claims(lms, learner, course, activity);

        Assert.True(endpoint(before).ContainsKey("lineitem"));
        Assert.False(endpoint(after).ContainsKey("lineitem"));
        Assert.Equal(
            lms.Recordings.Json("capture-info.json")["facts"]!["lineitemClaimWithTwoItems"]!.AsObject().Select(member => member.Key),
            endpoint(after).Select(member => member.Key));
    }

    internal static string? TokenFor(DemoLmsHost lms, string name) => name switch
    {
        "ags/lineitem-create-error-scope" or "ags/score-error-scope" or "ags/results-error-scope" => lms.Token(lms.Moodle, Lti.AgsScope + "lineitem.readonly"),
        "ags/score-error-bad-token" => "no-such-token",
        _ => lms.Token(lms.Moodle),
    };
}
