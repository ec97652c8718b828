extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class RosterOnSqliteTests() : RosterTests(onPostgres: false);

public sealed class RosterOnPostgresTests() : RosterTests(onPostgres: true);

/// <summary>Pairing when the platform's roster is down, hidden, or answers nonsense.</summary>
public abstract class RosterTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private DateTimeOffset? ReadAt => Stage.Look(db => db.Courses.Single(course => course.RosterReadAt != null || course.MembershipsUrl != null).RosterReadAt);

    [Theory]
    [InlineData(Failure.ServerError)]
    [InlineData(Failure.TooManyRequests)]
    [InlineData(Failure.WrongAnswer)]
    public async Task A_roster_that_is_down_is_left_alone_for_a_while_and_people_pair_by_code(Failure failure)
    {
        using var learner = await StartAsync(Learner);
        Stage.World.Failures.Set(Service.Roster, failure, calls: 1);
        await learner.GoAsync("/buddies");
        await learner.GoAsync("/buddies");
        Assert.Null(ReadAt);

        await learner.PressAsync("buddies.invite-by-code");
        Assert.Contains("code", learner.Text, StringComparison.Ordinal);

        await Stage.MoveAsync(TimeSpan.FromMinutes(6));
        using var second = await StartAsync(Buddy);
        await second.GoAsync("/buddies");
        Assert.NotNull(ReadAt);
        Assert.Contains(Learner.Name, second.Text, StringComparison.Ordinal);
    }
}
