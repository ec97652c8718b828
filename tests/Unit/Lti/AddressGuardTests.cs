using System.Net;
using LearningBuddy.LtiTool.Lti;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void Private_and_reserved_addresses_are_not_public(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("193.0.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Other_addresses_are(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://school.example/", false)]
    [InlineData("https://school.example/", true)]
    [InlineData("https://user@school.example/", false)]
    [InlineData("ftp://school.example/", false)]
    public void Only_https_is_spoken_unless_a_setting_says_otherwise(string address, bool allowed) =>
        Assert.Equal(allowed, Guard(insecure: false).Objection(new Uri(address)) is null);

    [Fact]
    public void The_setting_allows_http() => Assert.Null(Guard(insecure: true).Objection(new Uri("http://school.example/")));

    [Theory]
    [InlineData("http://school.example/")]
    [InlineData("ftp://school.example/")]
    public async Task A_redirect_to_a_forbidden_address_is_not_followed(string target)
    {
        using var network = new Redirecting(target);
        using var guarded = new GuardHandler(Guard(insecure: false)) { InnerHandler = network };
        var http = new LtiHttp(new OneClient(guarded), TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://school.example/start");

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(ServiceFault.Forbidden, failure.Fault);
        Assert.Equal(1, network.Requests);
    }

    [Fact]
    public async Task A_token_does_not_follow_a_redirect_to_another_host()
    {
        using var network = new Redirecting("https://elsewhere.example/");
        using var guarded = new GuardHandler(Guard(insecure: false)) { InnerHandler = network };
        var http = new LtiHttp(new OneClient(guarded), TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://school.example/start");
        request.Headers.Add("Authorization", "Bearer secret");

        await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["Bearer secret", null, null, null], network.Tokens);
    }

    private static AddressGuard Guard(bool insecure) => new(Options.Create(new LtiOptions { AllowInsecureHttp = insecure }));

    private sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class Redirecting(string target) : HttpMessageHandler
    {
        public int Requests => Tokens.Count;

        public List<string?> Tokens { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tokens.Add(request.Headers.Authorization?.ToString());
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(target) } });
        }
    }
}
