using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>What a launch asks of SQLite, from the login to the first page, when launches come one after the other and can share nothing.</summary>
public sealed class SqliteLaunchCostTests() : JourneyScene(onPostgres: false)
{
    private readonly SqliteCommands traced = new();

    /// <summary>It looks whether anybody listens when it starts.</summary>
    private protected override bool NeedsNewTool => true;

    [Fact]
    public async Task A_launch_costs_one_commit_and_a_constant_number_of_commands()
    {
        using (await StartAsync(Learner))
        {
        }

        await Stage.SendAsync();
        traced.File = Stage.Look(db => db.Database.GetDbConnection().DataSource);
        using var log = new WriteAheadLog(traced.File);
        var first = await LaunchAsync(log);
        Assert.Contains(first.Commands, text => text.Contains("journey_event", StringComparison.Ordinal));
        for (var launch = 2; launch <= 20; launch++)
        {
            var (commits, commands) = await LaunchAsync(log);

            Assert.Equal(1, commits);
            Assert.Equal(LaunchCommands.EachTime(first.Commands), LaunchCommands.EachTime(commands));
            Assert.Single(commands, text => text.StartsWith("BEGIN", StringComparison.Ordinal));
            Assert.Collection(
                LaunchCommands.Writes(commands),
                nonce => Assert.StartsWith("INSERT INTO used_nonce", nonce, StringComparison.Ordinal),
                session => Assert.StartsWith("INSERT INTO session", session, StringComparison.Ordinal));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        traced.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<(int Commits, IReadOnlyList<string> Commands)> LaunchAsync(WriteAheadLog log)
    {
        var before = log.Commits();
        var commands = await traced.OfAsync(async () =>
        {
            using var visitor = await Room.OpenAsync(Learner);
            Assert.EndsWith("/today", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        });
        return (log.Commits() - before, commands);
    }
}
