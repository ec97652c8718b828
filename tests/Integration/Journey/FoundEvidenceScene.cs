extern alias demolms;

using LearningBuddy.LtiTool.Intake;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A journey with a rule for what another system records, and the learner it records it of.</summary>
public abstract class FoundEvidenceScene(bool onPostgres) : JourneyScene(onPostgres)
{
    private protected const string Passed = "http://adlnet.gov/expapi/verbs/passed";

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
}
