using LearningBuddy.Tests.Integration.Fuzz.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>On SQLite.</summary>
public sealed class KillLoopOnSqliteTests() : KillLoopTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class KillLoopOnPostgresTests() : KillLoopTests(onPostgres: true);

/// <summary>
/// The tool as a real process that is killed again and again while people hand in, confirm and send statements: what it had said yes to is
/// there afterwards, once.
/// </summary>
[Trait("Part", "Long")]
public abstract class KillLoopTests(bool onPostgres)
{
    private const int Rounds = 12;
    private const int FewestYeses = 5;
    private const int MostYeses = 80;

    [Fact]
    public async Task What_was_acknowledged_survives_every_kill_once()
    {
        var chance = new Random((int)(FuzzSeed.Value % int.MaxValue));
        await using var scene = await KillScene.StartAsync(onPostgres);
        for (var round = 0; round < Rounds; round++)
        {
            // After so many answers, in the middle of whatever the tool does with the others.
            var yeses = scene.Yeses + chance.Next(FewestYeses, MostYeses);
            var work = scene.WorkAsync(round);
            await scene.ReachAsync(yeses, work);
            await scene.KillAsync();
            await work;

            await scene.RestartAsync();
            await scene.AssertNothingLostAsync($"seed {FuzzSeed.Value}, round {round}");
        }

        await scene.AssertAllIsDeliveredAsync();
        TestContext.Current.SendDiagnosticMessage($"{scene.Yeses} answers in {Rounds} rounds: {scene.Counts}");
    }
}
