using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

public sealed class MoodleGradesTests
{
    private static readonly string[] Stored =
    [
        "ags/score-zero", "ags/score-rescaled", "ags/score-above-maximum", "ags/score-negative", "ags/score-regraded",
        "ags/score-standalone-item", "ags/score-pending-manual", "ags/score-pending-after-graded", "ags/score-in-progress-no-score",
        "ags/score-initialized-not-ready", "ags/score-failed", "ags/score-timestamp-offset", "ags/score-timestamp-future",
        "ags/score-timestamp-seven-fraction-digits", "ags/score-unknown-activity-progress",
    ];

    private static readonly string[] Superseded =
        ["ags/score-error-same-second", "ags/score-error-same-timestamp", "ags/score-error-older-timestamp"];

    private static readonly string[] NotGradable =
    [
        "ags/score-error-unknown-user", "ags/score-error-teacher", "ags/score-error-nonascii-body", "ags/score-error-no-timestamp",
        "ags/score-error-no-maximum", "ags/score-error-no-activity-progress", "ags/score-error-score-string",
        "ags/score-error-malformed-json",
    ];

    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    private static Uri Column(MoodleCapture moodle) => moodle.Address("/2/lineitems/2/lineitem?type_id=1");

    private static Uri Columns(MoodleCapture moodle) => moodle.Address("/2/lineitems?type_id=1");

    /// <summary>The recorded score as the tool would have made it.</summary>
    private static Score Graded(MoodleCapture moodle) => new()
    {
        Subject = "5",
        At = JsonNode.Parse(moodle.Json("ags/score-graded.json")["request"]!["body"]!.GetValue<string>())!["timestamp"]!.GetValue<DateTimeOffset>(),
        Activity = ActivityProgress.Completed,
        Grading = GradingProgress.FullyGraded,
        Given = 42.5,
        Maximum = 50,
        Comment = "Gut gemacht – 很好 <b>bold</b> & \"quoted\"",
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_score_goes_into_the_path_before_the_query_and_is_what_was_recorded(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/score-graded");
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(moodle.Platform, Column(moodle), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Stored>(result);
        var sent = network.Requests[^1];
        Assert.Equal("POST /mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1", sent.Target);
        Assert.DoesNotContain('\n', sent.Body);
        Assert.All(sent.Body, letter => Assert.True(char.IsAscii(letter)));
        var recorded = JsonNode.Parse(moodle.Json("ags/score-graded.json")["request"]!["body"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(recorded, JsonNode.Parse(sent.Body)), sent.Body);
    }

    /// <summary>Release, recording, and how the tool takes its answer.</summary>
    public static TheoryData<string, string, Type> ScoreAnswers() => CapturedMoodle.OnEach<Type>(
    [
        .. Stored.Select(recording => (recording, typeof(ScoreResult.Stored))),
        .. Superseded.Select(recording => (recording, typeof(ScoreResult.Superseded))),
        .. NotGradable.Select(recording => (recording, typeof(ScoreResult.NotGradable))),
        ("ags/score-error-indented-json-body", typeof(ScoreResult.Refused)),
        ("ags/score-error-content-type", typeof(ScoreResult.Refused)),
        ("ags/score-error-url-query-in-middle", typeof(ScoreResult.Refused)),
    ]);

    [Theory]
    [MemberData(nameof(ScoreAnswers))]
    public async Task Every_recorded_answer_to_a_score_is_understood(string version, string recording, Type expected)
    {
        var moodle = new MoodleCapture(version);
        // What was asked is often nothing that we would send: the answer alone is played.
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success"))
            .Play(moodle.AnswerOf(recording), "/mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1");
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            moodle.Platform, Column(moodle), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.IsType(expected, result);
    }

    /// <summary>
    /// 4.2 holds the time of receipt against a later score, so one of a moment before is refused though nothing newer is there;
    /// 4.5 holds the score's own time against it. Both answers are to the same request.
    /// </summary>
    [Theory]
    [InlineData("4.2", typeof(ScoreResult.Superseded))]
    [InlineData("4.5", typeof(ScoreResult.Stored))]
    public async Task A_score_from_before_the_last_ones_arrival_is_superseded_in_the_older_release_only(string version, Type expected)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success")).Play(moodle.Exchange("ags/score-content-type-charset"));
        await using var tool = await moodle.StartToolAsync(network);
        var sent = JsonNode.Parse(moodle.Json("ags/score-content-type-charset.json")["request"]!["body"]!.GetValue<string>())!;
        var score = new Score
        {
            Subject = sent["userId"]!.GetValue<string>(),
            At = sent["timestamp"]!.GetValue<DateTimeOffset>(),
            Activity = ActivityProgress.Completed,
            Grading = GradingProgress.FullyGraded,
            Given = 0.9,
            Maximum = 1,
        };

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            moodle.Platform, moodle.Address("/2/lineitems/2/lineitem?type_id=1"), score, TestContext.Current.CancellationToken);

        Assert.IsType(expected, result);
        Assert.True(JsonNode.DeepEquals(sent, JsonNode.Parse(network.Requests[^1].Body)), network.Requests[^1].Body);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_column_that_is_gone_is_told_apart_from_a_person_who_is(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/score-error-unknown-lineitem");
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            moodle.Platform, moodle.Address("/2/lineitems/99999/lineitem?type_id=1"), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Gone>(result);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_is_told_of_a_refused_score_repeats_nothing_of_it(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/score-error-unknown-user");
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(moodle.Platform, Column(moodle), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.Equal("400 Incorrect score received", Assert.IsType<ScoreResult.NotGradable>(result).Detail);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_refused_token_is_fetched_anew_once(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/score-error-bad-token");
        network.Play(moodle.Exchange("token/success")).Play(moodle.Exchange("ags/score-graded"));
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(moodle.Platform, Column(moodle), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Stored>(result);
        Assert.Equal(4, network.Requests.Count);
    }

    [Fact]
    public void Progress_is_not_sent_after_a_grade_and_scores_are_a_second_apart() =>
        Assert.Equal(new GradeTraits(TimeSpan.FromSeconds(1), KeepsGradeOnProgress: false), GradesClient.TraitsOf(new MoodleCapture("4.5").Platform));

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Line_items_are_listed_over_links_that_a_normal_parser_can_not_read(string version)
    {
        var moodle = new MoodleCapture(version);
        var lastPage = moodle.Exchange("ags/lineitems-page-2") with { Head = "Content-Type: application/json\r\n", Body = "[]" };
        await using var network = moodle.Services("ags/lineitems-page-1", "ags/lineitems-page-2");
        network.Play(lastPage, "/mod/lti/services.php/2/lineitems?type_id=1&limit=2&from=4");
        await using var tool = await moodle.StartToolAsync(network);

        var items = await tool.Get<LineItemsClient>().ListAsync(
            moodle.Platform, moodle.Address("/2/lineitems?type_id=1&limit=2"), null, null, TestContext.Current.CancellationToken);

        Assert.Equal(4, items.Count);
        Assert.Equal("mod-1", items[0].ResourceId);
        Assert.Null(items[1].ResourceId);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_column_is_found_by_our_own_name_before_one_is_made(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/lineitems-by-resource-id");
        await using var tool = await moodle.StartToolAsync(network);
        var wanted = new LineItem { Label = "Any", ScoreMaximum = 50, ResourceId = "mod-1", Tag = "final", ResourceLinkId = "1" };

        var item = await tool.Get<LineItemsClient>().FindOrCreateAsync(moodle.Platform, Columns(moodle), wanted, TestContext.Current.CancellationToken);

        Assert.Equal(Column(moodle), item.Id);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_column_is_made_where_there_is_none(string version)
    {
        var moodle = new MoodleCapture(version);
        var none = moodle.Exchange("ags/lineitems-by-resource-id") with { Body = "[]" };
        await using var network = moodle.Services("ags/lineitem-create");
        network.Play(none, "/mod/lti/services.php/2/lineitems?type_id=1&resource_id=essay").Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);
        var wanted = new LineItem { Label = "Reflection essay", ScoreMaximum = 20, ResourceId = "essay" };

        var item = await tool.Get<LineItemsClient>().FindOrCreateAsync(moodle.Platform, Columns(moodle), wanted, TestContext.Current.CancellationToken);

        Assert.Equal(20, item.ScoreMaximum);
        Assert.NotNull(item.Id);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_change_keeps_what_it_does_not_change(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/lineitem-get-of-link", "ags/lineitem-update-maximum");
        network.Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);

        await tool.Get<LineItemsClient>().ChangeAsync(
            moodle.Platform, Column(moodle), item => item with { ScoreMaximum = 100 }, TestContext.Current.CancellationToken);

        var sent = JsonNode.Parse(network.Requests[^1].Body)!;
        Assert.Equal(100, sent["scoreMaximum"]!.GetValue<double>());
        Assert.Equal("yes", sent["submissionReview"]!["custom"]!["review"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Results_are_read_without_a_limit_and_may_have_no_points(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/results-all", "ags/results-pending-user");
        await using var tool = await moodle.StartToolAsync(network);
        var grades = tool.Get<GradesClient>();

        var all = await grades.ReadResultsAsync(moodle.Platform, Column(moodle), null, TestContext.Current.CancellationToken);
        var pending = await grades.ReadResultsAsync(moodle.Platform, Column(moodle), "9", TestContext.Current.CancellationToken);

        Assert.NotEmpty(all);
        Assert.Contains(all, result => result.Subject == "5" && result.Maximum == 50);
        Assert.Null(Assert.Single(pending).Score);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_score_that_the_token_does_not_allow_is_refused_after_a_second_token(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = moodle.Services("ags/score-error-scope", "ags/score-error-scope");
        network.Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            moodle.Platform, Column(moodle), Graded(moodle), TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Refused>(result);
    }
}
