extern alias demolms;

using demolms::LearningBuddy.DemoLms.Oidc;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class DeploymentTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_new_deployments_are_refused_an_administrator_enters_them(bool onPostgres)
    {
        await using var stage = await Stage.StartAsync(onPostgres, "canvas-north", builder => builder.Configuration.AddInMemoryCollection(
            [new("LearningBuddy:Lti:RefuseNewDeployments", "true")]));
        var entered = stage.Look(db => db.Deployments.Select(deployment => deployment.DeploymentId).ToList());
        var school = stage.World.FindSchool("canvas-north")!;
        var room = new Classroom(stage, "canvas-north", school.Courses.First(course => !entered.Contains(course.DeploymentId)));
        using var refused = await room.LaunchAsync(room.Teacher, LaunchKind.DeepLinking, null);
        Assert.Contains("LTI-035", refused.Text, StringComparison.Ordinal);
        var platform = stage.Look(db => db.Platforms.Single());
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));

        await admin.FollowAsync("admin.connect");
        await admin.PressAsync(
            "admin.connect",
            ("name", platform.Name), ("product_family_code", platform.ProductFamilyCode), ("issuer", platform.Issuer), ("client_id", platform.ClientId),
            ("authorization_endpoint", platform.AuthorizationEndpoint), ("token_endpoint", platform.TokenEndpoint), ("jwks_uri", platform.JwksUri),
            ("account_domain", platform.AccountDomain ?? ""), ("deployment_id", room.Course.DeploymentId));

        Assert.Equal("Platforms", admin.Heading);
        using var letIn = await room.LaunchAsync(room.Teacher, LaunchKind.DeepLinking, null);
        Assert.DoesNotContain("LTI-035", letIn.Text, StringComparison.Ordinal);
        Assert.NotNull(letIn.Page.QuerySelector("button"));
    }
}
