using System.Net;
using System.Text.Json;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ReviewDraftOnSqliteTests() : ReviewDraftTests(onPostgres: false);

public sealed class ReviewDraftOnPostgresTests() : ReviewDraftTests(onPostgres: true);

/// <summary>A review in two tabs: neither overwrites the other unseen.</summary>
public abstract class ReviewDraftTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_save_that_builds_on_an_older_version_is_answered_with_the_newer_one()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        var draft = $"/reviews/give?id={Stage.Look(db => db.Evidence.Single().Id)}&handler=Draft";

        await teacher.PostAsync(draft, ("DraftNumber", "0"), ("Worked", "You waited."), ("Levels[quiet-voices]", "2"));
        Assert.Equal(1, Answer(teacher).GetProperty("number").GetInt32());
        await teacher.PostAsync(draft, ("DraftNumber", "0"), ("Worked", "In the other tab."));

        Assert.Equal(HttpStatusCode.Conflict, teacher.Status);
        var fields = Answer(teacher).GetProperty("fields");
        Assert.Equal(("You waited.", "2"), (fields.GetProperty("Worked")[0].GetString(), fields.GetProperty("Levels[quiet-voices]")[0].GetString()));
        await teacher.PostAsync(draft, ("DraftNumber", "1"), ("Worked", "You waited, and said her name."));
        Assert.Equal(2, Answer(teacher).GetProperty("number").GetInt32());
        await teacher.GoAsync($"/reviews/give?id={Stage.Look(db => db.Evidence.Single().Id)}");
        Assert.Equal("You waited, and said her name.", teacher.Page.QuerySelector("#Worked")!.TextContent);
        Assert.Equal("2", teacher.Page.QuerySelector("[name=DraftNumber]")!.GetAttribute("value"));
    }

    private static JsonElement Answer(Visitor visitor) => JsonElement.Parse(visitor.Text);
}
