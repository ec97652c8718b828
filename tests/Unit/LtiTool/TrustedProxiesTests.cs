using System.Net;
using LearningBuddy.LtiTool.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>The address that limits go by: the word of a proxy counts where the settings name it.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.1.2.3", "203.0.113.7")]
    [InlineData("192.0.2.9", "192.0.2.9")]
    public async Task Only_a_proxy_of_the_settings_says_who_asked(string from, string expected)
    {
        var options = TrustedProxies.Options(["10.1.0.0/16", "::1"]);
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        context.Request.Headers["X-Forwarded-Host"] = "evil.example";
        context.Request.Headers.Host = "buddy.example";

        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(context);

        Assert.Equal((expected, "buddy.example"), (context.Connection.RemoteIpAddress.ToString(), context.Request.Host.Value));
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("proxy.example", false)]
    [InlineData("", false)]
    public void A_proxy_is_an_address_or_a_network(string text, bool isOne) => Assert.Equal(isOne, TrustedProxies.Parse(text) is not null);
}
