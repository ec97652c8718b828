using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz;

/// <summary>On SQLite.</summary>
public sealed class RosterFuzzOnSqliteTests() : RosterFuzzTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class RosterFuzzOnPostgresTests() : RosterFuzzTests(onPostgres: true);

/// <summary>Whatever a platform answers for a roster: nobody's page fails, and one odd entry costs nobody else theirs.</summary>
public abstract class RosterFuzzTests(bool onPostgres) : IAsyncLifetime
{
    private const int Together = 4;
    private const string Type = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private const string Entry = """
        {"status":"Active","name":"Bob Example","picture":"https://x.example/b.png","given_name":"Bob","family_name":"Example","email":"b@x.example",
         "user_id":"@","lis_person_sourcedid":"1","roles":["Learner","http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"],"message":[{"locale":"en"}]}
        """;

    private FuzzTool tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tool = await FuzzTool.StartAsync(onPostgres);

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000, Traits = ["Part", "Long"])]
    public async Task No_roster_is_a_fault_and_no_odd_entry_costs_the_others_theirs(int count)
    {
        var cases = Answers().Cases(count);
        var faults = new ConcurrentBag<string>();
        var read = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Stop }, async (n, _) =>
        {
            var (answer, isWhole) = cases[n];
            var course = await ReadAsync(n, answer, faults);
            var isRead = await IsReadAsync(course);
            Interlocked.Add(ref read, isRead ? 1 : 0);
            if (isWhole && !isRead)
            {
                faults.Add($"Case {n}: one entry cost the others theirs.\n{answer}");
            }
        });

        tool.AssertNoFault(faults);
        Assert.True(read > count / 4, $"Only {read} of {count} rosters were read: the generator no longer reaches the inside.");
        await PagesAreThereAsync(cases);
    }

    /// <summary>Pages that read a roster, and that show whom it named.</summary>
    private async Task PagesAreThereAsync(IReadOnlyList<(HostileAnswer Answer, bool IsWhole)> cases)
    {
        await tool.SetUpAsync();
        var entries = cases.Where(one => one.IsWhole).Take(300).Select((_, n) => Good($"odd-{n}")).Concat(OddNames());
        tool.Lms.Answers["/9/memberships"] = HostileAnswer.Good(Page(entries), Type);
        using var learner = await tool.LaunchAsync(LaunchPayloads.Of(tool.Lms, tool.Url, "learner", "Learner"));
        await learner.PressAsync("shared.start");
        await learner.GoAsync("/buddies");
        Assert.Equal(System.Net.HttpStatusCode.OK, learner.Status);
        tool.AssertNoFault([]);
    }

    private static IEnumerable<string> OddNames() => OddJson.Values.Where(raw => raw.StartsWith('"')).Select((raw, n) =>
        Good($"name-{n}").Replace("\"Bob Example\"", raw, StringComparison.Ordinal));

    private async Task<Guid> ReadAsync(int n, HostileAnswer answer, ConcurrentBag<string> faults)
    {
        tool.Lms.Answers[$"/case/{n}"] = answer;
        await using var scope = tool.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var course = new Course(Guid.CreateVersion7(), tool.Platform.Id, "1", $"case-{n}") { MembershipsUrl = $"{tool.Lms.Issuer}/case/{n}" };
        db.Courses.Add(course);
        await db.SaveChangesAsync(Stop);
        try
        {
            await scope.ServiceProvider.GetRequiredService<RosterSync>().RefreshAsync(course.Id, Stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            faults.Add($"Case {n}: {fault}\n{answer}");
        }

        tool.Lms.Answers.TryRemove($"/case/{n}", out _);
        return course.Id;
    }

    private async Task<bool> IsReadAsync(Guid course)
    {
        await using var scope = tool.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        return await (
            from account in db.Accounts
            join enrolment in db.Enrolments on account.PersonId equals enrolment.PersonId
            where account.Name == "good" && enrolment.CourseId == course
            select account).AnyAsync(Stop);
    }

    /// <summary>Half of them come well and hold one odd entry beside a good one; half are spoilt anywhere.</summary>
    private static Gen<(HostileAnswer Answer, bool IsWhole)> Answers() =>
        from pair in Gen.ArrayOf(Gen.Choose(0, 299), 2)
        from odd in JsonMutator.Of(Good($"odd-{pair[0]}"))
        let page = Page([odd, Good("good"), Good($"more-{pair[1]}")])
        from answer in Gen.OneOf(
            Gen.Constant((HostileAnswer.Good(page, Type), true)),
            AnswerMutator.Of(Page([Good($"odd-{pair[0]}"), Good("good")]), Type).Select(spoilt => (spoilt, false)))
        select answer;

    private static string Good(string subject) => Entry.Replace("@\"", subject + "\"", StringComparison.Ordinal);

    private static string Page(IEnumerable<string> entries) =>
        $$"""{"id":"http://x.example/memberships","context":{"id":"9","label":"L","title":"T"},"members":[{{string.Join(',', entries)}}]}""";
}
