using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>What a launch asks of the database, from the login to the first page.</summary>
public sealed class LaunchCostTests() : JourneyScene(onPostgres: true)
{
    /// <summary>Using the nonce up is the first thing of the transaction.</summary>
    private const string StartOfTransaction = "INSERT INTO used_nonce";

    /// <summary>What a node asks or notes only now and then, however many launches come: its memory of registrations and keys runs out within a minute.</summary>
    private static readonly string[] NowAndThen = ["FROM platform AS", "FROM tool_key AS", "SET \"LastLaunchAt\""];

    [Fact]
    public async Task A_launch_costs_one_write_transaction_and_a_constant_number_of_queries()
    {
        using var traced = new TracedCommands();
        using (await StartAsync(Learner))
        {
        }

        var launches = await LaunchesAsync(traced, 5);
        foreach (var classmate in Room.Learners.Skip(1))
        {
            using var visitor = await Room.OpenAsync(classmate);
        }

        await Stage.MoveAsync(TimeSpan.FromMinutes(2));
        launches.AddRange(await LaunchesAsync(traced, 20));

        Assert.All(launches, commands => Assert.Equal(Texts(launches[0]), Texts(commands)));
        Assert.All(launches, WritesInOneTransaction);
    }

    private static void WritesInOneTransaction(IReadOnlyList<TracedCommand> commands)
    {
        var start = Assert.Single(commands, command => command.Begins(StartOfTransaction));
        Assert.NotNull(start.Connection);

        // Pages have connections of their own: whatever they wrote would be seen on another one.
        var writes = commands.Where(command => command.Writes).ToList();
        Assert.NotEmpty(writes);
        Assert.All(writes, write => Assert.Equal(start.Connection, write.Connection));
    }

    private static IEnumerable<string> Texts(IEnumerable<TracedCommand> commands) =>
        commands.Select(command => command.Text).Where(text => !NowAndThen.Any(part => text.Contains(part, StringComparison.Ordinal)));

    private async Task<List<IReadOnlyList<TracedCommand>>> LaunchesAsync(TracedCommands traced, int count)
    {
        var launches = new List<IReadOnlyList<TracedCommand>>();
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
