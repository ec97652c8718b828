using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ReadNewsOnSqliteTests() : ReadNewsTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class ReadNewsOnPostgresTests() : ReadNewsTests(onPostgres: true);

/// <summary>What was read half a year ago is no news to anybody.</summary>
public abstract class ReadNewsTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task News_that_were_read_half_a_year_ago_are_forgotten_with_the_next_that_are_read()
    {
        using var teacher = await ConfirmOneAsync();
        using (var learner = await Room.OpenAsync(Learner))
        {
            await learner.GoAsync("/news");
            await learner.PressAsync("messages.mark-read");
        }

        var old = Kept();
        Assert.NotEmpty(old);
        Stage.Look(db => db.Messages.ExecuteUpdate(
            set => set.SetProperty(row => row.ReadAt, Stage.World.Clock.GetUtcNow().AddDays(-181))));
        using var again = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(again);
        using var reviewer = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(reviewer, "reviews.confirm", level: "3");

        await again.GoAsync("/news");
        await again.PressAsync("messages.mark-read");

        var kept = Kept();
        Assert.NotEmpty(kept);
        Assert.Empty(old.Intersect(kept));
    }

    private List<Guid> Kept()
    {
        var learner = Guid.Parse(PersonId(Learner));
        return Stage.Look(db => db.Messages.Where(row => row.PersonId == learner).Select(row => row.Id).ToList());
    }
}
