using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Recorded answers about columns and results, as the tool reads them.</summary>
public sealed class MoodleLineItemTests
{
    private const string Columns = "/mod/lti/services.php/2/lineitems?type_id=1";
    private const string Column = "/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1";
    private const string Results = "/mod/lti/services.php/2/lineitems/2/lineitem/results?type_id=1";

    private static readonly LineItem Wanted = new() { Label = "Any", ScoreMaximum = 20 };

    public static MatrixTheoryData<string, string> Lists => new(MoodleCapture.Versions,
    [
        "ags/lineitems-list", "ags/lineitems-list-no-accept", "ags/lineitems-by-tag", "ags/lineitems-by-resource-link",
        "ags/lineitems-by-resource-id",
    ]);

    public static MatrixTheoryData<string, string> Items => new(MoodleCapture.Versions,
    [
        "ags/lineitem-get", "ags/lineitem-get-of-link", "ags/lineitem-get-no-type-id", "ags/lineitem-get-after-update",
        "ags/lineitem-get-after-maximum",
    ]);

    public static MatrixTheoryData<string, string> Made => new(MoodleCapture.Versions,
        ["ags/lineitem-create", "ags/lineitem-create-linked", "ags/lineitem-create-content-type-charset"]);

    public static MatrixTheoryData<string, string> Changed => new(MoodleCapture.Versions,
        ["ags/lineitem-update", "ags/lineitem-update-maximum"]);

    public static MatrixTheoryData<string, string> GradeLists => new(MoodleCapture.Versions,
    [
        "ags/results-all", "ags/results-empty", "ags/results-one-user", "ags/results-pending-user", "ags/results-zero-user",
        "ags/results-after-pending", "ags/results-after-maximum",
    ]);

    public static MatrixTheoryData<string, string> Refusals => new(MoodleCapture.Versions,
    [
        "ags/lineitems-error-accept-any", "ags/lineitems-error-accept-json", "ags/lineitems-error-accept-list",
        "ags/lineitem-error-unknown", "ags/lineitem-error-deleted", "ags/results-error-accept-json", "ags/results-error-limit",
        "ags/results-error-scope", "ags/lineitem-create-error-content-type", "ags/lineitem-create-error-foreign-link",
        "ags/lineitem-create-error-no-label", "ags/lineitem-create-error-scope",
    ]);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_recorded_list_is_read(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services().Play(exchange, Columns);
        await using var tool = await moodle.StartToolAsync(network);

        var items = await tool.Get<LineItemsClient>().ListAsync(
            moodle.Platform, moodle.Address("/2/lineitems?type_id=1"), null, null, TestContext.Current.CancellationToken);

        Assert.Equal(JsonNode.Parse(exchange.Body)!.AsArray().Select(item => item!["id"]!.GetValue<string>()), items.Select(item => item.Id!.AbsoluteUri));
    }

    [Theory]
    [MemberData(nameof(Items))]
    public async Task Every_recorded_column_is_read(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services().Play(exchange, Column);
        await using var tool = await moodle.StartToolAsync(network);

        var item = await tool.Get<LineItemsClient>().GetAsync(
            moodle.Platform, moodle.Address("/2/lineitems/2/lineitem?type_id=1"), TestContext.Current.CancellationToken);

        var recorded = JsonNode.Parse(exchange.Body)!;
        Assert.Equal((recorded["label"]!.GetValue<string>(), recorded["scoreMaximum"]!.GetValue<double>()), (item.Label, item.ScoreMaximum));
        Assert.Equal(recorded["resourceLinkId"]?.GetValue<string>(), item.ResourceLinkId);
    }

    [Theory]
    [MemberData(nameof(Made))]
    public async Task Every_recorded_new_column_has_its_address(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services().Play(moodle.Exchange("ags/results-empty") with { Method = "GET", RequestHeaders = NoHeaders }, Columns)
            .Play(moodle.Exchange("token/success")).Play(exchange, Columns);
        await using var tool = await moodle.StartToolAsync(network);

        var item = await tool.Get<LineItemsClient>().FindOrCreateAsync(
            moodle.Platform, moodle.Address("/2/lineitems?type_id=1"), Wanted, TestContext.Current.CancellationToken);

        Assert.Equal(JsonNode.Parse(exchange.Body)!["id"]!.GetValue<string>(), item.Id!.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task Every_recorded_change_is_understood(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services("ags/lineitem-get-of-link").Play(moodle.Exchange("token/success")).Play(exchange, Column);
        await using var tool = await moodle.StartToolAsync(network);

        var item = await tool.Get<LineItemsClient>().ChangeAsync(
            moodle.Platform, moodle.Address("/2/lineitems/2/lineitem?type_id=1"), item => item with { ScoreMaximum = 40 }, TestContext.Current.CancellationToken);

        Assert.Equal(JsonNode.Parse(exchange.Body)!["scoreMaximum"]!.GetValue<double>(), item.ScoreMaximum);
    }

    [Theory]
    [MemberData(nameof(GradeLists))]
    public async Task Every_recorded_list_of_results_is_read(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services().Play(exchange, Results);
        await using var tool = await moodle.StartToolAsync(network);

        var results = await tool.Get<GradesClient>().ReadResultsAsync(
            moodle.Platform, moodle.Address("/2/lineitems/2/lineitem?type_id=1"), null, TestContext.Current.CancellationToken);

        Assert.Equal(
            JsonNode.Parse(exchange.Body)!.AsArray().Select(one => (one!["userId"]!.GetValue<string>(), one["resultScore"]?.GetValue<double>(), one["comment"]?.GetValue<string>())),
            results.Select(one => (one.Subject, one.Score, one.Comment)));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_recorded_refusal_is_an_exception_that_is_not_tried_again(string version, string recording)
    {
        var (moodle, exchange) = Recorded(version, recording);
        await using var network = moodle.Services();
        var repeats = exchange.Status == 401 ? 2 : 1;
        if (exchange.Method == "POST")
            network.Play(moodle.Exchange("ags/results-empty") with { RequestHeaders = NoHeaders }, Columns).Play(moodle.Exchange("token/success"));
        for (var n = 0; n < repeats; n++)
            network.Play(exchange, TargetOf(recording)).Play(moodle.Exchange("token/success"));
        await using var tool = await moodle.StartToolAsync(network);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => AskAsync(tool, moodle, recording));

        Assert.False(failure.MayRetry);
        Assert.Equal(exchange.Status, (int)failure.Status!);
        Assert.Equal(exchange.Status == 404, failure.Fault == ServiceFault.Gone);
    }

    private static readonly Dictionary<string, string> NoHeaders = [];

    private static (MoodleCapture Moodle, Recording Exchange) Recorded(string version, string recording)
    {
        var moodle = new MoodleCapture(version);
        return (moodle, moodle.AnswerOf(recording));
    }

    private static string TargetOf(string recording) =>
        recording.StartsWith("ags/results", StringComparison.Ordinal) ? Results
        : recording.StartsWith("ags/lineitem-error", StringComparison.Ordinal) ? Column
        : Columns;

    private static Task AskAsync(LtiHost tool, MoodleCapture moodle, string recording)
    {
        var (columns, column) = (moodle.Address("/2/lineitems?type_id=1"), moodle.Address("/2/lineitems/2/lineitem?type_id=1"));
        var (items, ct) = (tool.Get<LineItemsClient>(), TestContext.Current.CancellationToken);
        return TargetOf(recording) switch
        {
            Results => tool.Get<GradesClient>().ReadResultsAsync(moodle.Platform, column, null, ct),
            Column => items.GetAsync(moodle.Platform, column, ct),
            _ when recording.StartsWith("ags/lineitem-create", StringComparison.Ordinal) => items.FindOrCreateAsync(moodle.Platform, columns, Wanted, ct),
            _ => items.ListAsync(moodle.Platform, columns, null, null, ct),
        };
    }
}
