using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Certification;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GroupOnSqliteTests() : GroupTests(onPostgres: false);

public sealed class GroupOnPostgresTests() : GroupTests(onPostgres: true);

/// <summary>The facilitator's figures about the group follow from the events, whenever they are calculated.</summary>
public abstract class GroupTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Figures_follow_what_was_sent_returned_and_confirmed()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        using var other = await StartAsync(Buddy);
        await WriteAndSendAsync(other);
        await teacher.GoAsync("/reviews");
        Assert.Contains(Cell(teacher, Learner.Name, "reviews.cell-confirmed", 1, 2), teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Cell(teacher, Buddy.Name, "reviews.cell-sent"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal("2", teacher.Page.QuerySelector(".places a[href$='/reviews'] .count")?.TextContent);

        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.return", ("Levels[quiet-voices]", "1"), ("Worked", "You tried."), ("Challenge", "Wait longer."));
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.return", ("Levels[quiet-voices]", "1"), ("Worked", "You tried."), ("Challenge", "Wait longer."));

        await teacher.GoAsync("/reviews");
        Assert.Contains(Cell(teacher, Learner.Name, "reviews.cell-confirmed", 1, 2), teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Cell(teacher, Buddy.Name, "reviews.cell-nothing"), teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/reviews/group?behaviour=quiet-voices");
        Assert.Contains(Learner.Name, teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Buddy.Name, teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/reviews/group");
        Assert.Contains(Buddy.Name, teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_what_the_history_says()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);

        var standing = BehaviourStanding.Of(
            Progress.From(Stage.Look(db => db.Events.OrderBy(row => row.Sequence).ToList()).Select(row => row.ToEvent())), "quiet-voices");

        Assert.Equal([("quiet-voices", 1, true)], Standings());
        Assert.Equal((1, true), (standing.Waiting.Count, standing.First is not null));
    }

    private List<(string Behaviour, int Waiting, bool Confirmed)> Standings() =>
        Stage.Look(db => db.BehaviourStandings.AsNoTracking().ToList().ConvertAll((BehaviourStandingRow row) => (row.BehaviourId, row.Waiting, row.ConfirmedAt != null)));

    /// <summary>What the table says aloud of a learner and the first behaviour.</summary>
    private static string Cell(Visitor teacher, string learner, string state, params object?[] arguments) =>
        Wording.Of("reviews.cell", learner, teacher.Page.QuerySelector(".heat thead .w")!.TextContent, Wording.Of(state, arguments));
}
