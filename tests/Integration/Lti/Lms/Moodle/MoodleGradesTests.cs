using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

public sealed class MoodleGradesTests
{
    private static readonly MoodleCapture Moodle = new("4.5");

    private static readonly Uri Column = Moodle.Address("/2/lineitems/2/lineitem?type_id=1");
    private static readonly Uri Columns = Moodle.Address("/2/lineitems?type_id=1");

    private static readonly Score Graded = new()
    {
        Subject = "5",
        At = new DateTimeOffset(2026, 11, 22, 0, 14, 27, 965, TimeSpan.Zero),
        Activity = ActivityProgress.Completed,
        Grading = GradingProgress.FullyGraded,
        Given = 42.5,
        Maximum = 50,
        Comment = "Gut gemacht – 很好 <b>bold</b> & \"quoted\"",
    };

    [Fact]
    public async Task A_score_goes_into_the_path_before_the_query_and_is_what_was_recorded()
    {
        await using var network = Recorded("ags/score-graded");
        await using var tool = await Moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(Moodle.Platform, Column, Graded, TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Stored>(result);
        var sent = network.Requests[^1];
        Assert.Equal("POST /mod/lti/services.php/2/lineitems/2/lineitem/scores?type_id=1", sent.Target);
        Assert.DoesNotContain('\n', sent.Body);
        Assert.All(sent.Body, letter => Assert.True(char.IsAscii(letter)));
        var recorded = JsonNode.Parse(Moodle.Json("ags/score-graded.json")["request"]!["body"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(recorded, JsonNode.Parse(sent.Body)), sent.Body);
    }

    public static TheoryData<string, string, Type> ScoreAnswers()
    {
        var data = new TheoryData<string, string, Type>();
        foreach (var version in MoodleCapture.Versions)
        {
            data.Add(version, "ags/score-error-same-second", typeof(ScoreResult.Superseded));
            data.Add(version, "ags/score-error-same-timestamp", typeof(ScoreResult.Superseded));
            data.Add(version, "ags/score-error-older-timestamp", typeof(ScoreResult.Superseded));
            data.Add(version, "ags/score-error-unknown-user", typeof(ScoreResult.NotGradable));
            data.Add(version, "ags/score-error-teacher", typeof(ScoreResult.NotGradable));
            data.Add(version, "ags/score-error-nonascii-body", typeof(ScoreResult.NotGradable));
            data.Add(version, "ags/score-error-indented-json-body", typeof(ScoreResult.Refused));
            data.Add(version, "ags/score-error-content-type", typeof(ScoreResult.Refused));
            data.Add(version, "ags/score-pending-after-graded", typeof(ScoreResult.Stored));
            data.Add(version, "ags/score-zero", typeof(ScoreResult.Stored));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ScoreAnswers))]
    public async Task Every_recorded_answer_to_a_score_is_understood(string version, string recording, Type expected)
    {
        var moodle = new MoodleCapture(version);
        var exchange = moodle.Exchange(recording);
        // Our media type is the right one: of a recorded wrong one only the answer can be played.
        if (recording == "ags/score-error-content-type")
            exchange = exchange with { RequestHeaders = new Dictionary<string, string>() };
        await using var network = new RecordedPlatform().Play(moodle.Exchange("token/success")).Play(exchange);
        await using var tool = await moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            moodle.Platform, moodle.Address("/2/lineitems/2/lineitem?type_id=1"), Graded, TestContext.Current.CancellationToken);

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

    [Fact]
    public async Task A_column_that_is_gone_is_told_apart_from_a_person_who_is()
    {
        await using var network = Recorded("ags/score-error-unknown-lineitem");
        await using var tool = await Moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(
            Moodle.Platform, Moodle.Address("/2/lineitems/99999/lineitem?type_id=1"), Graded, TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Gone>(result);
    }

    [Fact]
    public async Task What_is_told_of_a_refused_score_repeats_nothing_of_it()
    {
        await using var network = Recorded("ags/score-error-unknown-user");
        await using var tool = await Moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(Moodle.Platform, Column, Graded, TestContext.Current.CancellationToken);

        Assert.Equal("400 Incorrect score received", Assert.IsType<ScoreResult.NotGradable>(result).Detail);
    }

    [Fact]
    public async Task A_refused_token_is_fetched_anew_once()
    {
        await using var network = Recorded("ags/score-error-bad-token");
        network.Play(Moodle.Exchange("token/success")).Play(Moodle.Exchange("ags/score-graded"));
        await using var tool = await Moodle.StartToolAsync(network);

        var result = await tool.Get<GradesClient>().PostScoreAsync(Moodle.Platform, Column, Graded, TestContext.Current.CancellationToken);

        Assert.IsType<ScoreResult.Stored>(result);
        Assert.Equal(4, network.Requests.Count);
    }

    [Fact]
    public void Progress_is_not_sent_after_a_grade_and_scores_are_a_second_apart() =>
        Assert.Equal(new GradeTraits(TimeSpan.FromSeconds(1), KeepsGradeOnProgress: false), GradesClient.TraitsOf(Moodle.Platform));

    [Fact]
    public async Task Line_items_are_listed_over_links_that_a_normal_parser_can_not_read()
    {
        var lastPage = Moodle.Exchange("ags/lineitems-page-2") with { Head = "Content-Type: application/json\r\n", Body = "[]" };
        await using var network = Recorded("ags/lineitems-page-1", "ags/lineitems-page-2");
        network.Play(lastPage, "/mod/lti/services.php/2/lineitems?type_id=1&limit=2&from=4");
        await using var tool = await Moodle.StartToolAsync(network);

        var items = await tool.Get<LineItemsClient>().ListAsync(
            Moodle.Platform, Moodle.Address("/2/lineitems?type_id=1&limit=2"), null, null, TestContext.Current.CancellationToken);

        Assert.Equal(4, items.Count);
        Assert.Equal("mod-1", items[0].ResourceId);
        Assert.Null(items[1].ResourceId);
    }

    [Fact]
    public async Task A_column_is_found_by_our_own_name_before_one_is_made()
    {
        await using var network = Recorded("ags/lineitems-by-resource-id");
        await using var tool = await Moodle.StartToolAsync(network);
        var wanted = new LineItem { Label = "Any", ScoreMaximum = 50, ResourceId = "mod-1", Tag = "final", ResourceLinkId = "1" };

        var item = await tool.Get<LineItemsClient>().FindOrCreateAsync(Moodle.Platform, Columns, wanted, TestContext.Current.CancellationToken);

        Assert.Equal(Column, item.Id);
    }

    [Fact]
    public async Task A_column_is_made_where_there_is_none()
    {
        var none = Moodle.Exchange("ags/lineitems-by-resource-id") with { Body = "[]" };
        await using var network = Recorded("ags/lineitem-create");
        network.Play(none, "/mod/lti/services.php/2/lineitems?type_id=1&resource_id=essay").Play(Moodle.Exchange("token/success"));
        await using var tool = await Moodle.StartToolAsync(network);
        var wanted = new LineItem { Label = "Reflection essay", ScoreMaximum = 20, ResourceId = "essay" };

        var item = await tool.Get<LineItemsClient>().FindOrCreateAsync(Moodle.Platform, Columns, wanted, TestContext.Current.CancellationToken);

        Assert.Equal(20, item.ScoreMaximum);
        Assert.NotNull(item.Id);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_change()
    {
        await using var network = Recorded("ags/lineitem-get-of-link", "ags/lineitem-update-maximum");
        network.Play(Moodle.Exchange("token/success"));
        await using var tool = await Moodle.StartToolAsync(network);

        await tool.Get<LineItemsClient>().ChangeAsync(
            Moodle.Platform, Column, item => item with { ScoreMaximum = 100 }, TestContext.Current.CancellationToken);

        var sent = JsonNode.Parse(network.Requests[^1].Body)!;
        Assert.Equal(100, sent["scoreMaximum"]!.GetValue<double>());
        Assert.Equal("yes", sent["submissionReview"]!["custom"]!["review"]!.GetValue<string>());
    }

    [Fact]
    public async Task Results_are_read_without_a_limit_and_may_have_no_points()
    {
        await using var network = Recorded("ags/results-all", "ags/results-pending-user");
        await using var tool = await Moodle.StartToolAsync(network);
        var grades = tool.Get<GradesClient>();

        var all = await grades.ReadResultsAsync(Moodle.Platform, Column, null, TestContext.Current.CancellationToken);
        var pending = await grades.ReadResultsAsync(Moodle.Platform, Column, "9", TestContext.Current.CancellationToken);

        Assert.NotEmpty(all);
        Assert.Contains(all, result => result.Subject == "5" && result.Maximum == 50);
        Assert.Null(Assert.Single(pending).Score);
    }

    /// <summary>Recordings, with a token first: every call needs one.</summary>
    private static RecordedPlatform Recorded(params string[] recordings)
    {
        var network = new RecordedPlatform().Play(Moodle.Exchange("token/success"));
        foreach (var recording in recordings)
        {
            network.Play(Moodle.Exchange(recording));
        }

        return network;
    }
}
