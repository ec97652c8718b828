using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class StatementPageOnSqliteTests() : StatementPageTests(onPostgres: false);

public sealed class StatementPageOnPostgresTests() : StatementPageTests(onPostgres: true);

/// <summary>Statements as people read them and take them away.</summary>
public abstract class StatementPageTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_learner_sees_their_own_statements_and_nobody_elses()
    {
        using var learner = await StartAsync(Learner);
        using var other = await StartAsync(Buddy);
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        await other.GoAsync("/statements");

        Assert.Contains(Buddy.Name, other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Learner.Name, other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("submitted", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_by_person_and_verb_shows_only_what_fits()
    {
        using var learner = await StartAsync(Learner);
        using var other = await StartAsync(Buddy);
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);

        await teacher.GoAsync($"/statements?person={PersonId(Learner)}&verb={Uri.EscapeDataString("http://activitystrea.ms/submit")}");

        Assert.Contains("1 statements by what was done", teacher.Text, StringComparison.Ordinal);
        Assert.Contains("submitted", teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/statements?until=2001-01-01");
        Assert.Contains("Nothing fits.", teacher.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Csv", "id,timestamp,who,verb,did,what,detail")]
    [InlineData("JsonLines", "\"verb\"")]
    public async Task A_view_can_be_taken_away(string handler, string contains)
    {
        using var learner = await StartAsync(Learner);
        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);

        await teacher.GoAsync($"/statements?handler={handler}");

        Assert.Contains(contains, teacher.Text, StringComparison.Ordinal);
    }
}
