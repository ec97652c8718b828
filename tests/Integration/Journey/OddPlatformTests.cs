using System.Net;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>On SQLite.</summary>
public sealed class OddPlatformOnSqliteTests() : OddPlatformTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class OddPlatformOnPostgresTests() : OddPlatformTests(onPostgres: true);

/// <summary>Platforms that do things in a way of their own, from the launch to what people see.</summary>
public abstract class OddPlatformTests(bool onPostgres) : IAsyncLifetime
{
    private const string Roster = "/9/memberships";

    private FuzzTool tool = null!;

    public async ValueTask InitializeAsync()
    {
        tool = await FuzzTool.StartAsync(onPostgres);
        await tool.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(tool.Errors.All);
        await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_roster_of_the_older_format_is_none_and_people_pair_by_code()
    {
        tool.Lms.Answers[Roster] = HostileAnswer.Good("""{"@type":"Page","pageOf":{"membershipSubject":{"membership":[{"member":{"userId":"417"}}]}}}""");
        using var learner = await StartAsync();

        await learner.GoAsync("/buddies");

        Assert.Equal(HttpStatusCode.OK, learner.Status);
        Assert.Null(tool.Look(db => db.Courses.Single().RosterReadAt));
        await learner.PressAsync("buddies.invite-by-code");
        Assert.Contains("code", learner.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"expires_in\":\"3600\",\"scope\":[\"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly\"]")]
    [InlineData("\"expires_in\":1,\"scope\":\"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly,x\"")]
    [InlineData("\"expires_in\":null,\"scope\":\"\"")]
    public async Task A_token_in_a_form_of_its_own_opens_the_roster(string more)
    {
        tool.Lms.Answers["/token"] = HostileAnswer.Good($$"""{"access_token":"t",{{more}}}""", "text/html");
        tool.Lms.Answers[Roster] = HostileAnswer.Good("""{"members":[{"user_id":417,"name":"Ada Fern","roles":["Learner"]}]}""");
        using var learner = await StartAsync();

        await learner.GoAsync("/buddies");

        Assert.Contains("Ada Fern", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gradebook_without_the_smaller_scope_gets_the_score_into_its_own_column()
    {
        await tool.App.Services.GetRequiredService<IPlatformDirectory>().SaveAsync(tool.Platform with { Scopes = [] }, null, CancellationToken.None);
        tool.Lms.UnknownScopes.Add(LtiScopes.LineItemReadOnly);
        var design = tool.Look(db => db.Journeys.Single().DesignId);
        tool.Lms.Answers["/9/lineitems"] = HostileAnswer.Good(
            $$"""[{"id":"{{tool.Lms.Issuer}}/own","scoreMaximum":9,"label":"P","resourceId":"{{design}}","tag":"journey","resourceLinkId":"52"}]""");
        tool.Lms.Answers["/own/scores"] = HostileAnswer.Good("");
        tool.Lms.Answers["/own/results"] = HostileAnswer.Good("[]");
        var participation = await tool.ConfirmOneAsync();

        // The launch named a column that is gone; ours is found by its list.
        var clock = tool.App.Services.GetRequiredService<LearningBuddy.LtiTool.Settings.ShiftableClock>();
        for (var tries = 0; tries < 3; tries++)
        {
            await tool.App.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
            clock.Offset += TimeSpan.FromMinutes(5);
        }

        Assert.Contains("/own/scores", tool.Lms.Asked);
        Assert.Equal(GradePostingState.Sent, tool.Look(db => db.GradePostings.Single(posting => posting.ParticipationId == participation).State));
    }

    [Theory]
    [InlineData("../../etc/notes.txt", "notes.txt")]
    [InlineData("..\\..\\notes.txt", "notes.txt")]
    [InlineData("a\u202etxt.exe.txt", "atxt.exe.txt")]
    [InlineData("<b>notes.txt", "<b>notes.txt")]
    public async Task A_files_name_is_kept_without_its_path_and_marks(string sent, string kept)
    {
        using var learner = await StartAsync();
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");

        await learner.PressWithFileAsync("evidence.add-files", sent, "What they said."u8.ToArray());

        Assert.Equal(kept, Assert.Single(tool.Look(db => db.Evidence.Single()).Draft.Files).Name);
        Assert.Contains(kept, learner.Page.QuerySelectorAll("bdi").Select(name => name.TextContent.Trim()));
    }

    [Fact]
    public async Task A_client_that_registers_twice_at_the_same_moment_is_one_registration()
    {
        tool.Lms.Answers["/register"] = HostileAnswer.Good("""{"client_id":"another","deployment_id":"1"}""");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tool.Lms.RegisterAsync(tool.Url)));

        Assert.Single(tool.Look(db => db.Platforms.Where(row => row.ClientId == "another").ToList()));
    }

    private async Task<Visitor> StartAsync()
    {
        var learner = await tool.LaunchAsync(LaunchPayloads.Of(tool.Lms, tool.Url, "learner", "Learner"));
        await learner.PressAsync("shared.start");
        return learner;
    }
}
