using LearningBuddy.LtiTool.Data;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>What a launch asks of the database, from the login to the first page.</summary>
public sealed class LaunchCostTests() : JourneyScene(onPostgres: true)
{
    /// <summary>Sessions that were written by the same transaction as a nonce: PostgreSQL keeps with each row which one wrote it.</summary>
    private const string WithTheirNonce = """SELECT count(*)::int AS "Value" FROM session s JOIN used_nonce n ON n.xmin::text = s.xmin::text""";

    [Fact]
    public async Task A_launch_costs_one_write_transaction_and_a_constant_number_of_queries()
    {
        using var traced = new TracedCommands();
        using (await StartAsync(Learner))
        {
        }

        var before = Stage.Look(WrittenWithTheirNonce);
        var launches = await LaunchesAsync(traced, 5);
        var classmates = Room.Learners.Skip(1).ToList();
        foreach (var classmate in classmates)
        {
            using var visitor = await Room.OpenAsync(classmate);
        }

        await Stage.MoveAsync(TimeSpan.FromMinutes(2));
        launches.AddRange(await LaunchesAsync(traced, 20));

        Assert.All(launches, commands => Assert.Equal(LaunchCommands.EachTime(launches[0]), LaunchCommands.EachTime(commands)));
        Assert.All(launches, commands => Assert.Collection(
            LaunchCommands.Writes(commands),
            first => Assert.StartsWith("INSERT INTO used_nonce", first, StringComparison.Ordinal),
            last => Assert.StartsWith("INSERT INTO session", last, StringComparison.Ordinal)));
        Assert.Equal(before + launches.Count + classmates.Count, Stage.Look(WrittenWithTheirNonce));
    }

    private static int WrittenWithTheirNonce(BuddyDbContext db) => db.Database.SqlQueryRaw<int>(WithTheirNonce).Single();

    private async Task<List<IReadOnlyList<string>>> LaunchesAsync(TracedCommands traced, int count)
    {
        var launches = new List<IReadOnlyList<string>>();
        for (var launch = 0; launch < count; launch++)
        {
            launches.Add(await traced.OfAsync(async () =>
            {
                using var visitor = await Room.OpenAsync(Learner);
                Assert.EndsWith("/today", visitor.Address.AbsolutePath, StringComparison.Ordinal);
            }));
        }

        return launches;
    }
}
