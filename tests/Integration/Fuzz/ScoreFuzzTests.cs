using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz;

/// <summary>On SQLite.</summary>
public sealed class ScoreFuzzOnSqliteTests() : ScoreFuzzTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class ScoreFuzzOnPostgresTests() : ScoreFuzzTests(onPostgres: true);

/// <summary>Whatever a gradebook answers while a score is sent: the sender knows what became of it, and the pages about it are there.</summary>
public abstract class ScoreFuzzTests(bool onPostgres) : IAsyncLifetime
{
    private const string Column = "/9/lineitems/61/lineitem";
    private const string Items = "/9/lineitems";

    private FuzzTool tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tool = await FuzzTool.StartAsync(onPostgres);
        await tool.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4000, Traits = ["Part", "Long"])]
    public async Task Every_score_has_an_ending(int count)
    {
        var participation = await tool.ConfirmOneAsync();
        var faults = new ConcurrentBag<string>();
        var ends = new HashSet<string>();
        foreach (var (one, n) in Cases().Cases(count).Select((one, n) => (one, n)))
        {
            (tool.Lms.Answers[Items], tool.Lms.Answers[Column + "/scores"], tool.Lms.Answers[Column + "/results"]) = (one.Items, one.Scores, one.Results);
            try
            {
                ends.Add((await SendAsync(participation, one.IsKnown)).GetType().Name);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add($"Case {n}: {fault}\n{one}");
            }
        }

        tool.AssertNoFault(faults);
        Assert.True(ends.Count >= 3, $"Only {string.Join(", ", ends)}: the generator no longer reaches the inside.");
        await PagesAreThereAsync();
    }

    private async Task<DeliveryOutcome> SendAsync(Guid participation, bool isColumnKnown)
    {
        await using var scope = tool.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var column = isColumnKnown ? tool.Lms.Issuer + Column : null;
        await db.Journeys.ExecuteUpdateAsync(set => set.SetProperty(journey => journey.LineItemUrl, column), Stop);
        await db.GradePostings.ExecuteUpdateAsync(
            set => set.SetProperty(posting => posting.State, GradePostingState.Waiting).SetProperty(posting => posting.SentGiven, (double?)null), Stop);
        var sender = scope.ServiceProvider.GetServices<IDeliverySender>().Single(one => one.Kind == DeliveryKind.Score);
        var row = new DeliveryRow { Id = Guid.NewGuid(), Kind = DeliveryKind.Score, SubjectId = participation };
        return (await sender.SendAsync("", [row], Stop))[row.Id];
    }

    private async Task PagesAreThereAsync()
    {
        using var teacher = await tool.LaunchAsync(LaunchPayloads.Of(tool.Lms, tool.Url, "teacher", "Instructor"));
        using var learner = await tool.LaunchAsync(LaunchPayloads.Of(tool.Lms, tool.Url, "learner", "Learner"));
        await teacher.GoAsync("/grades");
        await learner.GoAsync("/grades/mine");
        Assert.Equal((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.OK), (teacher.Status, learner.Status));
        tool.AssertNoFault([]);
    }

    private Gen<ScoreCase> Cases()
    {
        var item = $$"""{"id":"{{tool.Lms.Issuer}}{{Column}}","scoreMaximum":100,"label":"P","resourceId":"r","tag":"journey","resourceLinkId":"52"}""";
        const string Result = """[{"id":"http://127.0.0.1/r","userId":"learner","resultScore":0.83,"resultMaximum":1,"comment":"Well done"}]""";
        return
            from items in AnswerMutator.Of($"[{item}]")
            from scores in AnswerMutator.Of("{}")
            from results in Gen.Frequency((1, Gen.Constant(HostileAnswer.Good("[]"))), (2, AnswerMutator.Of(Result)))
            from isKnown in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
            select new ScoreCase(items, scores, results, isKnown);
    }

    private sealed record ScoreCase(HostileAnswer Items, HostileAnswer Scores, HostileAnswer Results, bool IsKnown);
}
