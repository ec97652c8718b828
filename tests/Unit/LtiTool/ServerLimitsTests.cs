using LearningBuddy.LtiTool.Startup;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class ServerLimitsTests
{
    [Fact]
    public void A_login_by_GET_may_bring_a_long_hint()
    {
        var kestrel = new KestrelServerOptions();

        ToolServices.SetLimits(kestrel);

        Assert.True(kestrel.Limits.MaxRequestLineSize > 9_000 * 3);
        Assert.True(kestrel.Limits.MaxRequestBufferSize > kestrel.Limits.MaxRequestLineSize);
    }
}
