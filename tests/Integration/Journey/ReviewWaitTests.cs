using AngleSharp.Dom;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ReviewWaitsOnSqliteTests() : ReviewWaitTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class ReviewWaitsOnPostgresTests() : ReviewWaitTests(onPostgres: true);

/// <summary>Facilitators see how long people waited for them, by days of their own calendar.</summary>
public abstract class ReviewWaitTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Reviews_are_counted_by_the_days_they_took()
    {
        using (var early = await Room.OpenAsync(Room.Teacher))
        {
            Assert.DoesNotContain(Wording.Of("reviews.waits-heading"), early.Text, StringComparison.Ordinal);
        }

        using (await ConfirmOneAsync())
        using (var learner = await Room.OpenAsync(Learner))
        {
            await WriteAndSendAsync(learner);
        }

        await Stage.MoveAsync(TimeSpan.FromDays(2));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await teacher.GoAsync("/reviews");
        Assert.Equal([("reviews.wait-same-day", "1"), ("reviews.wait-next-day", "0"), ("reviews.wait-two-three", "1"), ("reviews.wait-longer", "0")], Waits(teacher));

        await Stage.MoveAsync(TimeSpan.FromDays(27));
        using var later = await Room.OpenAsync(Room.Teacher);
        Assert.Equal([("reviews.wait-same-day", "0"), ("reviews.wait-next-day", "0"), ("reviews.wait-two-three", "1"), ("reviews.wait-longer", "0")], Waits(later));
    }

    [Fact]
    public async Task Whoever_waits_reads_who_will_read_it_and_by_which_day()
    {
        using (await Room.OpenAsync(Room.Teacher))
        using (var learner = await StartAsync(Learner))
        {
            await WriteAndSendAsync(learner);
            await learner.GoAsync("/today");
            Assert.Contains(Wording.Of("reviews.reads-next", Room.Teacher.Name), learner.Text, StringComparison.Ordinal);
            Assert.StartsWith("until ", learner.Page.QuerySelector(".state.wait")!.TextContent.Trim(), StringComparison.Ordinal);
            await learner.GoAsync($"/evidence/show?id={Stage.Look(db => db.Evidence.Single().Id)}");
            Assert.Contains(learner.Page.QuerySelectorAll(".note.wait"), note => Says(note, $"{Room.Teacher.Name} will read it by "));
        }

        await Stage.MoveAsync(TimeSpan.FromDays(7));
        using var late = await Room.OpenAsync(Learner);
        Assert.StartsWith("since ", late.Page.QuerySelector(".state.wait")!.TextContent.Trim(), StringComparison.Ordinal);
        await late.GoAsync($"/evidence/show?id={Stage.Look(db => db.Evidence.Single().Id)}");
        Assert.Contains(late.Page.QuerySelectorAll(".note.wait"), note => Says(note, "It is taking longer than "));
    }

    private static bool Says(IElement note, string words) => note.TextContent.Trim().StartsWith(words, StringComparison.Ordinal);

    private static IEnumerable<(string TextId, string Count)> Waits(Visitor teacher) =>
        from id in new[] { "reviews.wait-same-day", "reviews.wait-next-day", "reviews.wait-two-three", "reviews.wait-longer" }
        let row = teacher.Page.QuerySelectorAll("dl.sums dt").Single(name => name.TextContent == Wording.Of(id))
        select (id, row.NextElementSibling!.NextElementSibling!.TextContent);
}
