using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>On SQLite.</summary>
public sealed class SerialEquivalenceOnSqliteTests() : SerialEquivalenceTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class SerialEquivalenceOnPostgresTests() : SerialEquivalenceTests(onPostgres: true);

/// <summary>
/// Thirty learners and four facilitators who start, invite, accept, send, attest, confirm, return and change the set-up at the same time, many
/// of them twice: nobody is turned away, and all is as if they had come one after the other.
/// </summary>
public abstract class SerialEquivalenceTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Seed = 20261128;
    private const int Together = 16;

    /// <summary>What everybody sees of a form that was taken, or that came too late.</summary>
    private const int SeeOther = 302;

    /// <summary>Somebody was faster: the page says so and gives the words back.</summary>
    private const int TooLate = 409;

    [Fact]
    public Task A_few_hundred_deeds_at_once_are_as_if_one_came_after_the_other() => CompareAsync(rounds: 1);

    [Fact]
    [Trait("Part", "Long")]
    public async Task Two_thousand_deeds_at_once_are_as_if_one_came_after_the_other() =>
        Assert.True(await CompareAsync(rounds: 7) >= 2000, "Too few deeds.");

    private async Task<int> CompareAsync(int rounds)
    {
        var script = new Script(Seed);
        var phases = new List<(int? Round, List<Deed> Deeds)>();
        using var atOnce = await Cast.OpenAsync(Stage, Room);
        await TogetherAsync(script.Starts());
        await TogetherAsync(script.Invitations());
        await TogetherAsync(script.Acceptances());
        for (var round = 0; round < rounds; round++)
        {
            await atOnce.BeginAsync(round, Script.BehaviourOf(round));
            await TogetherAsync(script.Sendings(atOnce, round), round);
            await TogetherAsync(script.Answers(atOnce, round));
            await TogetherAsync(script.Sendings(atOnce, round));
            await TogetherAsync(script.Answers(atOnce, round));
        }

        await Stage.SendAsync();
        await using var elsewhere = await Stage.StartAsync(OnPostgres);
        using var oneByOne = await OneByOneAsync(elsewhere, phases);

        Assert.Equal(Portrait.Of(oneByOne), Portrait.Of(atOnce));
        Assert.True(Stage.Look(db => db.Reviews.Count()) >= Cast.Learners * rounds, "Each piece of each round is reviewed.");
        return script.Count;

        async Task TogetherAsync(List<Deed> deeds, int? round = null)
        {
            await Parallel.ForEachAsync(
                deeds,
                new ParallelOptions { MaxDegreeOfParallelism = Together },
                async (deed, _) => AssertAnswered(deed, await atOnce.DoAsync(deed)));
            phases.Add((round, SerialOrder.Of(deeds, atOnce)));
        }
    }

    private static void AssertAnswered(Deed deed, int status) =>
        Assert.True(status is SeeOther or TooLate, $"Deed {deed.Number}: {status}");

    private static async Task<Cast> OneByOneAsync(Stage elsewhere, List<(int? Round, List<Deed> Deeds)> phases)
    {
        var room = new Classroom(elsewhere, "moodle");
        await room.AddJourneyAsync();
        var cast = await Cast.OpenAsync(elsewhere, room);
        foreach (var (round, deeds) in phases)
        {
            if (round is { } begun)
            {
                await cast.BeginAsync(begun, Script.BehaviourOf(begun));
            }

            foreach (var deed in deeds)
            {
                AssertAnswered(deed, await cast.DoAsync(deed));
            }
        }

        await elsewhere.SendAsync();
        return cast;
    }
}
