using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded grade traffic, sent in the recorded order, must get the recorded answers.</summary>
public sealed class MoodleGradeReplayTests
{
    internal static readonly string[] InRecordedOrder =
    [
        "lineitems-list", "lineitems-list-no-accept", "lineitems-error-accept-any", "lineitems-error-accept-json", "lineitems-error-accept-list",
        "lineitems-by-resource-id", "lineitems-by-resource-link", "lineitems-by-tag", "lineitem-get-of-link", "lineitem-get-no-type-id",
        "lineitem-create", "lineitem-get", "lineitem-update", "lineitem-get-after-update", "lineitem-create-linked",
        "lineitem-create-content-type-charset", "lineitem-create-error-content-type", "lineitem-create-error-foreign-link",
        "lineitem-create-error-no-label", "lineitem-create-error-scope", "lineitem-error-unknown", "lineitems-page-1", "lineitems-page-2",
        "lineitem-delete", "lineitem-error-deleted", "results-empty",
        "score-graded", "score-error-same-timestamp", "score-error-same-second", "score-error-older-timestamp", "score-rescaled", "score-zero",
        "score-above-maximum", "score-pending-manual", "score-in-progress-no-score", "score-initialized-not-ready", "score-failed",
        "score-timestamp-offset", "score-timestamp-seven-fraction-digits", "score-timestamp-future", "score-unknown-activity-progress",
        "score-content-type-charset", "score-error-content-type", "score-error-unknown-user", "score-error-teacher", "score-error-no-timestamp",
        "score-error-no-maximum", "score-error-no-activity-progress", "score-error-score-string", "score-error-malformed-json", "score-negative",
        "score-error-scope", "score-error-bad-token", "score-error-unknown-lineitem", "score-error-indented-json-body",
        "score-error-url-query-in-middle", "score-standalone-item",
        "results-all", "results-one-user", "results-pending-user", "results-zero-user", "results-error-accept-json", "results-error-scope",
        "score-pending-after-graded", "results-after-pending", "score-regraded", "lineitem-update-maximum", "lineitem-get-after-maximum",
        "results-after-maximum", "lineitem-delete-of-link",
    ];

    [Fact]
    public async Task Recorded_grade_traffic_gets_the_recorded_answers()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var differences = new List<string>();

        foreach (var name in InRecordedOrder)
        {
            var recorded = Recorded.Load($"ags/{name}.json", lms.BaseUrl + "/moodle");
            using var request = recorded.ToRequest(TokenFor(lms, name));
            using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
            differences.AddRange((await Compare.AnswerAsync(recorded, answer)).Select(d => $"{name}: {d}"));
        }

        Assert.Empty(differences);
    }

    [Fact]
    public async Task Reason_phrase_of_a_refused_score_repeats_the_request()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load("ags/score-error-no-maximum.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("Incorrect score received{", answer.ReasonPhrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_with_a_limit_crash()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var recorded = Recorded.Load("ags/results-error-limit.json", lms.BaseUrl + "/moodle");
        using var request = recorded.ToRequest(lms.Token(lms.Moodle));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((recorded.Status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Second_column_of_a_link_takes_lineitem_out_of_the_launch()
    {
        await using var lms = await RecordedMoodle.StartAsync();
        var course = lms.Moodle.FindCourse("2")!;
        var activity = course.FindActivity("1")!;
        var learner = lms.Moodle.FindPerson("5")!;
        var endpoint = (JsonObject claims) => claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"]!.AsObject();
        var before = RecordedLaunch.Claims(lms, learner, course, activity);

        using var request = Recorded.Load("ags/lineitem-create-linked.json", lms.BaseUrl + "/moodle").ToRequest(lms.Token(lms.Moodle));
        using var created = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var after = RecordedLaunch.Claims(lms, learner, course, activity);

        Assert.True(endpoint(before).ContainsKey("lineitem"));
        Assert.False(endpoint(after).ContainsKey("lineitem"));
    }

    internal static string? TokenFor(DemoLmsHost lms, string name) => name switch
    {
        "lineitem-create-error-scope" or "score-error-scope" or "results-error-scope" => lms.Token(lms.Moodle, Lti.AgsScope + "lineitem.readonly"),
        "score-error-bad-token" => "no-such-token",
        _ => lms.Token(lms.Moodle),
    };
}
