using System.Text;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Microsoft.Extensions.DependencyInjection;
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
        Assert.DoesNotContain(Wording.Of("statements.did-send"), other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_sees_what_they_did_as_the_buddy_of_another()
    {
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/statements");
        Assert.Contains(Wording.Of("statements.nothing-yet-own"), buddy.Text, StringComparison.Ordinal);
        using var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy));
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        await buddy.GoAsync("/statements");

        Assert.Contains($"{Buddy.Name} accepted", Squeeze(buddy.Text), StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("statements.did-send"), buddy.Text, StringComparison.Ordinal);
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

        Assert.Contains(Wording.OfCount("statements.counted", 1), teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("statements.did-send"), teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/statements?until=2001-01-01");
        Assert.Contains(Wording.Of("statements.nothing-fits"), teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_filter_narrows_and_every_number_opens_its_rows()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);

        await teacher.GoAsync("/statements?behaviour=quiet-voices");
        Assert.Contains(Wording.Of("statements.did-send"), teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/statements?behaviour=keeps-time");
        Assert.Contains(Wording.Of("statements.nothing-fits"), teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/statements?sprint=none-of-that-name");
        Assert.Contains(Wording.Of("statements.nothing-fits"), teacher.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/statements?from=2099-01-01");
        Assert.Contains(Wording.Of("statements.nothing-fits"), teacher.Text, StringComparison.Ordinal);

        await teacher.GoAsync("/statements");
        var count = teacher.Page.QuerySelectorAll("td.number a").Single(link => link.GetAttribute("aria-label")!.StartsWith(Wording.Of("statements.did-send"), StringComparison.Ordinal));
        await teacher.GoToAsync(new Uri(teacher.Address, count.GetAttribute("href")!));
        Assert.Equal(int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture), teacher.Page.QuerySelectorAll("ul.rows > li").Length);
        Assert.Equal("http://activitystrea.ms/submit", teacher.Page.QuerySelector("select#verb option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Older_ones_follow_page_by_page_and_what_is_taken_away_holds_all()
    {
        using var learner = await StartAsync(Learner);
        for (var piece = 0; piece < 60; piece++)
        {
            await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
            await learner.PressAsync("evidence.send", ("Situation", $"Call {piece}."), ("Action", "I asked."), ("Outcome", "It helped."));
        }

        await Stage.SendAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/statements?verb=" + Uri.EscapeDataString("http://activitystrea.ms/submit"));
        var first = teacher.Page.QuerySelectorAll("ul.rows > li").Length;
        await teacher.FollowAsync("statements.older");
        Assert.Equal((50, 10), (first, teacher.Page.QuerySelectorAll("ul.rows > li").Length));

        await teacher.GoAsync("/statements?handler=Csv&verb=" + Uri.EscapeDataString("http://activitystrea.ms/submit"));
        var lines = teacher.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(61, lines.Length);
        Assert.Equal(["id,timestamp,who,verb,did,what,detail"], lines.Take(1).Select(line => line.Trim()));
        Assert.All(lines.Skip(1), line => Assert.Contains("http://activitystrea.ms/submit", line, StringComparison.Ordinal));
    }

    /// <summary>More than any page ever read to count; the day's number and its rows are told by when it happened, not by when it was stored.</summary>
    [Fact]
    public async Task However_many_there_are_the_numbers_are_exact()
    {
        const int Many = 6000, OnOneDay = 17;
        using var learner = await StartAsync(Learner);
        var journey = Stage.Look(db => db.Journeys.Single().Id);
        var lrs = Stage.Tool.Services.GetRequiredService<EmbeddedLrs>();
        var root = ActivityIris.Journey(new Uri(Stage.ToolUrl), journey);
        for (var sent = 0; sent < Many; sent += 500)
        {
            var batch = Enumerable.Range(sent, 500).Select(number => Elsewhere(root, number < OnOneDay ? "2020-02-29" : "2020-03-01")).ToList();
            Assert.IsType<EmbeddedStoreResult.Stored>(await lrs.StoreAsync(batch, XApiVersion.V200, TestContext.Current.CancellationToken));
        }

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/statements?until=2020-12-31");

        Assert.Contains($"{Many} statements by what was done", teacher.Text, StringComparison.Ordinal);
        var day = teacher.Page.QuerySelectorAll("details td.number a").Single(link => link.TextContent == $"{OnOneDay}");
        await teacher.GoToAsync(new Uri(teacher.Address, day.GetAttribute("href")!));
        Assert.Equal(OnOneDay, teacher.Page.QuerySelectorAll("ul.rows > li").Length);
        Assert.Contains($"{OnOneDay} statements by what was done", teacher.Text, StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> Elsewhere(string journey, string day) => Encoding.UTF8.GetBytes(
        $$$"""
        {"actor":{"account":{"homePage":"http://x.example","name":"ann"}},"verb":{"id":"http://x.example/did"},"object":{"id":"http://x.example/1"},
        "timestamp":"{{{day}}}T12:00:00Z","context":{"contextActivities":{"parent":[{"id":"{{{journey}}}"}]} } }
        """);

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
