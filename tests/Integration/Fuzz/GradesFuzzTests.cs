using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz;

/// <summary>
/// Whatever a gradebook and a token endpoint answer: it is an ending that callers know, and one odd entry costs no other. What the sender
/// makes of it is <see cref="ScoreFuzzTests"/>.
/// </summary>
public sealed class GradesFuzzTests : IAsyncLifetime
{
    private const int Together = 6;
    private const string Item = """
        {"id":"http://127.0.0.1/good","scoreMaximum":100,"label":"Practise","resourceId":"r","tag":"journey","resourceLinkId":"52",
         "startDateTime":"2026-01-01T00:00:00Z","https://x.example/own":{"a":[1,2]},"gradesReleased":true,"submissionReview":{"url":"http://127.0.0.1/r"}}
        """;

    private const string Result = """
        {"id":"http://127.0.0.1/results/7","userId":"7","resultScore":0.83,"resultMaximum":1,"comment":"Well done","scoreOf":"http://127.0.0.1/good","scoringUserId":"1"}
        """;

    private const string Token =
        """{"access_token":"abc","token_type":"Bearer","expires_in":3600,"scope":"https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly x"}""";

    private readonly HostilePlatform lms = new();
    private LtiHost tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tool = await LtiHost.StartAsync(TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        await lms.DisposeAsync();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000, Traits = ["Part", "Long"])]
    public async Task Every_answer_of_a_gradebook_is_an_ending_that_callers_know(int count)
    {
        var cases = Cases().Cases(count);
        var faults = new ConcurrentBag<string>();
        var read = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Stop }, async (n, ct) =>
        {
            var one = cases[n];
            Answer(n, one);
            try
            {
                await one.Call.Do(tool, PlatformOf(n, one), new Uri($"{lms.Issuer}/case/{n}?type_id=1"));
                Interlocked.Increment(ref read);
            }
            catch (LtiServiceException failure)
            {
                if (one.IsWhole)
                {
                    faults.Add($"Case {n}, {one.Call.Name}: a good entry was lost: {failure.Message}\n{one.Answer}");
                }
            }
            catch (Exception fault)
            {
                faults.Add($"Case {n}, {one.Call.Name}: {fault}\n{one.Answer}\n{one.TokenAnswer}");
            }

            Array.ForEach(Places, place => lms.Answers.TryRemove($"/case/{n}{place}", out _));
        });

        Assert.True(faults.IsEmpty, FuzzSeed.Tell(faults));
        Assert.True(read > count / 3, $"Only {read} of {count} answers were read: the generator no longer reaches the inside.");
    }

    private static readonly string[] Places = ["", "/scores", "/results", "/token"];

    private void Answer(int n, GradesCase one)
    {
        foreach (var place in Places)
        {
            lms.Answers[$"/case/{n}{place}"] = place == "/token" ? one.TokenAnswer ?? HostileAnswer.NotFound : one.Answer;
        }
    }

    private Platform PlatformOf(int n, GradesCase one) => new()
    {
        Id = one.TokenAnswer is null ? Guid.Empty : Guid.NewGuid(),
        Issuer = lms.Issuer,
        ClientId = HostilePlatform.ClientId,
        AuthorizationEndpoint = new Uri(lms.Address, "/auth"),
        TokenEndpoint = new Uri(lms.Address, one.TokenAnswer is null ? "/token" : $"/case/{n}/token"),
        JwksUri = new Uri(lms.Address, "/jwks"),
        ProductFamilyCode = one.Family,
    };

    private static Gen<GradesCase> Cases() =>
        from family in Gen.Elements("", "moodle", "canvas")
        from call in Gen.Elements<GradesCall>(GradesCall.All)
        let entry = call.IsOfResults ? Result : Item
        from odd in JsonMutator.Of(entry)
        from spoilt in AnswerMutator.Of(call.IsList ? $"[{entry},{entry}]" : entry)
        from token in Gen.Frequency((5, Gen.Constant((HostileAnswer?)null)), (1, AnswerMutator.Of(Token).Select(answer => (HostileAnswer?)answer)))
        from isWhole in Gen.Elements(true, false)
        select isWhole && call.IsList
            ? new GradesCase(family, call, HostileAnswer.Good($"[{odd},{entry}]"), null, true)
            : new GradesCase(family, call, spoilt, token, false);
}

/// <summary>What a gradebook answers to a call.</summary>
internal sealed record GradesCase(string Family, GradesCall Call, HostileAnswer Answer, HostileAnswer? TokenAnswer, bool IsWhole);

/// <summary>A call of the tool to a gradebook.</summary>
internal sealed record GradesCall(string Name, bool IsList, bool IsOfResults, Func<LtiHost, Platform, Uri, Task> Do)
{
    public static IReadOnlyList<GradesCall> All { get; } =
    [
        new("list", true, false, async (tool, platform, at) =>
        {
            var items = await tool.Get<LineItemsClient>().ListAsync(platform, at, null, null, CancellationToken.None);
            Use(items);
        }),
        new("find or make", true, false, async (tool, platform, at) =>
            Use([await tool.Get<LineItemsClient>().FindOrCreateAsync(platform, at, Wanted, CancellationToken.None)])),
        new("change", false, false, async (tool, platform, at) =>
            Use([await tool.Get<LineItemsClient>().ChangeAsync(platform, at, item => item with { ScoreMaximum = 10 }, CancellationToken.None)])),
        new("score", false, false, (tool, platform, at) => tool.Get<GradesClient>().PostScoreAsync(platform, at, OneScore, CancellationToken.None)),
        new("results", true, true, async (tool, platform, at) =>
        {
            var results = await tool.Get<GradesClient>().ReadResultsAsync(platform, at, "7", CancellationToken.None);
            Assert.All(results, result => Assert.True(double.IsFinite(result.Score ?? 0) && double.IsFinite(result.Maximum ?? 0), $"{result}"));
        }),
    ];

    private static LineItem Wanted => new() { Label = "Practise", ScoreMaximum = 100, ResourceId = "r", Tag = "journey", ResourceLinkId = "52" };

    private static Score OneScore => new()
    {
        Subject = "7", At = DateTimeOffset.UnixEpoch, Activity = ActivityProgress.Completed, Grading = GradingProgress.FullyGraded, Given = 1, Maximum = 3,
    };

    /// <summary>What callers do with a column: keep its address, ask there again.</summary>
    private static void Use(IReadOnlyList<LineItem> items) => Assert.All(items, item =>
    {
        Assert.True(double.IsFinite(item.ScoreMaximum), $"{item.ScoreMaximum}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(item.Id!.AbsoluteUri));
    });
}
