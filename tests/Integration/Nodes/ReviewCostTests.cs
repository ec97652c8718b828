using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>What a review asks of the database inside its transaction: state, history, standing, attention, grade, what is due, and statements.</summary>
public sealed class ReviewCostTests() : JourneyScene(onPostgres: true)
{
    private const int Most = 10;

    /// <summary>The first confirmation of a learner plans an exercise too.</summary>
    [Theory]
    [InlineData("reviews.confirm", "2", true)]
    [InlineData("reviews.confirm", "2", false)]
    [InlineData("reviews.return", "1", false)]
    public async Task A_reviews_transaction_takes_no_more_than_ten_statements(string button, string level, bool isFirst)
    {
        using var teacher = isFirst ? await Room.OpenAsync(Room.Teacher) : await ConfirmOneAsync();
        using var learner = isFirst ? await StartAsync(Learner) : await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        using var traced = new TracedCommands();

        var commands = await traced.OfAsync(() => teacher.PressAsync(
            button, ("Levels[quiet-voices]", level), ("Worked", "You waited."), ("Challenge", "Ask two people.")));

        var transaction = InTransaction(commands);
        Assert.True(transaction.Count is >= 5 and <= Most, $"{transaction.Count}: {string.Join("\n---\n", transaction)}");
    }

    /// <summary>From the lock of the learner to the insert of the history.</summary>
    private static List<string> InTransaction(IReadOnlyList<string> commands)
    {
        var first = commands.ToList().FindLastIndex(command => command.Contains("pg_advisory_xact_lock", StringComparison.Ordinal));
        var last = commands.ToList().FindLastIndex(command => command.Contains("journey_event", StringComparison.Ordinal)
            && command.Contains("INSERT", StringComparison.Ordinal));
        return [.. commands.Take(last + 1).Skip(first)];
    }
}
