extern alias demolms;

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningBuddy.LtiTool.Intake;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A journey with a rule for what another system records, and the learner it records it of.</summary>
public abstract class FoundEvidenceScene(bool onPostgres) : JourneyScene(onPostgres)
{
    private protected const string Passed = "http://adlnet.gov/expapi/verbs/passed";

    /// <summary>The record store forgets nothing, and these tests look into it.</summary>
    private protected override bool NeedsNewTool => true;

    private protected async Task<Visitor> SetRuleAsync()
    {
        var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync(
            "setup.save",
            ("found.Rules[0].Verb", Passed), ("found.Rules[0].Activity", "https://sim.example/calls/*"), ("found.Rules[0].BehaviourId", "quiet-voices"), ("found.Rules[0].MinScaled", "0.5"));
        Assert.Contains(Wording.Of("setup.done-setup"), teacher.Text, StringComparison.Ordinal);
        return teacher;
    }

    private protected object Actor(string? homePage = null) => new
    {
        account = new { homePage = homePage ?? Stage.World.IssuerOf(Room.School.Platform), name = Learner.Sub },
    };

    private protected Task ReadAsync() => Stage.Tool.Services.GetRequiredService<IntakeWorker>().ReadAsync(CancellationToken.None);

    private protected async Task<Guid> SendAsync(string verb, string activity, double scaled, string? homePage = null)
    {
        var id = Guid.NewGuid();
        await PostAsync(new
        {
            id,
            actor = Actor(homePage),
            verb = new { id = verb },
            @object = new { id = activity, definition = new { name = new Dictionary<string, string> { ["en"] = "A difficult call" } } },
            result = new { score = new { scaled } },
            timestamp = Stage.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
        });
        return id;
    }

    private protected async Task PostAsync(object statement)
    {
        var key = await Stage.Tool.Services.GetRequiredService<ILrsCredentials>().CreateAsync("simulator", LrsScopeNames.Parse(["all"]), CancellationToken.None);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Stage.ToolUrl + "/xapi/statements");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key.Key}:{key.Secret}")));
        request.Headers.Add("X-Experience-API-Version", "2.0.0");
        request.Content = new StringContent(JsonSerializer.Serialize(statement), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
