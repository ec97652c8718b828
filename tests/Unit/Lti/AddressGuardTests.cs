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
    [InlineData("https://school.example:8443/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("ftp://school.example/")]
    public async Task A_redirect_away_from_the_host_is_not_followed(string target)
    {
        using var network = new Redirecting(target);

        var failure = await Assert.ThrowsAsync<LtiServiceException>(() => GetAsync(network));

        Assert.Equal(ServiceFault.Forbidden, failure.Fault);
        Assert.Equal(1, network.Requests);
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_followed_three_times_at_most()
    {
        using var network = new Redirecting("/elsewhere");

        var answer = await GetAsync(network);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(4, network.Requests);
    }

    [Fact]
    public async Task An_address_that_is_not_https_is_not_even_asked()
    {
        using var network = new Redirecting("/elsewhere");
        using var guarded = new GuardHandler(Guard(insecure: false)) { InnerHandler = network };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://school.example/start");

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => new LtiHttp(new OneClient(guarded), TimeProvider.System).SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(ServiceFault.Forbidden, failure.Fault);
        Assert.Equal(0, network.Requests);
    }

    private static async Task<LtiAnswer> GetAsync(Redirecting network)
    {
        using var guarded = new GuardHandler(Guard(insecure: false)) { InnerHandler = network };
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://school.example/start");
        return await new LtiHttp(new OneClient(guarded), TimeProvider.System).SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static AddressGuard Guard(bool insecure) => new(Options.Create(new LtiOptions { AllowInsecureHttp = insecure }));

    private sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class Redirecting(string target) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(target, UriKind.RelativeOrAbsolute) } });
        }
    }
}
