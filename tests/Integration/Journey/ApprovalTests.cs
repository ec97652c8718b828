extern alias demolms;

using demolms::LearningBuddy.DemoLms.Oidc;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ApprovalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_platform_that_registered_itself_waits_for_an_administrator(bool onPostgres)
    {
        await using var stage = await Stage.StartAsync(onPostgres, configure: builder => builder.Configuration.AddInMemoryCollection(
            [new("LearningBuddy:Registration:Mode", "Approval")]));
        Assert.Equal(PlatformStatus.Pending, stage.Look(db => db.Platforms.Single().Status));
        var room = new Classroom(stage, "moodle");
        var start = stage.Lms.Services.GetRequiredService<LaunchDesk>().Prepare(new PreparedLaunch(room.School, LaunchKind.DeepLinking, room.Teacher, room.Course, null, null));
        using var early = new Visitor();
        await early.SubmitAsync(new Uri(start.Action), start.Fields, "cross-site");
        Assert.Equal(Wording.Of("lti.wait-for-approval"), early.Heading);

        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));
        Assert.Contains(Wording.Of("admin.platform-pending"), admin.Text, StringComparison.Ordinal);
        await admin.PressAsync("admin.let-in");

        using var teacher = await room.LaunchAsync(room.Teacher, LaunchKind.DeepLinking, null);
        Assert.Equal(Wording.Of("setup.add-a-journey"), teacher.Heading);
    }
}
