using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using LearningBuddy.LtiTool.Lti;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class PlatformKeysTests : IDisposable
{
    private static readonly RSA Rsa = RSA.Create(2048);

    private static readonly Platform School = new()
    {
        Id = Guid.NewGuid(),
        Issuer = "https://school.example",
        ClientId = "c",
        AuthorizationEndpoint = new Uri("https://school.example/auth"),
        TokenEndpoint = new Uri("https://school.example/token"),
        JwksUri = new Uri("https://school.example/jwks"),
    };

    private readonly Publisher publisher = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly PlatformKeys keys;

    public PlatformKeysTests() => keys = new(new LtiHttp(publisher, clock), clock);

    [Fact]
    public async Task Keys_are_kept_as_long_as_the_platform_says()
    {
        publisher.MaxAge = TimeSpan.FromMinutes(30);
        publisher.Publish("a");

        await FindAsync("a");
        clock.Advance(TimeSpan.FromMinutes(29));
        await FindAsync("a");
        Assert.Equal(1, publisher.Requests);

        clock.Advance(TimeSpan.FromMinutes(1));
        await FindAsync("a");
        Assert.Equal(2, publisher.Requests);
    }

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(0, 5, 2)]
    [InlineData(60 * 48, 60 * 23, 1)]
    [InlineData(60 * 48, 60 * 24, 2)]
    public async Task But_no_less_than_five_minutes_and_no_more_than_a_day(int saidMinutes, int passedMinutes, int requests)
    {
        publisher.MaxAge = TimeSpan.FromMinutes(saidMinutes);
        publisher.Publish("a");

        await FindAsync("a");
        clock.Advance(TimeSpan.FromMinutes(passedMinutes));
        await FindAsync("a");

        Assert.Equal(requests, publisher.Requests);
    }

    [Fact]
    public async Task A_new_key_is_found_by_asking_again()
    {
        publisher.Publish("a");
        await FindAsync("a");
        publisher.Publish("a", "b");
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<KeyLookup.Found>(await FindAsync("b"));
    }

    [Fact]
    public async Task Unknown_names_make_one_request_a_minute()
    {
        publisher.Publish("a");
        await FindAsync("a");

        for (var second = 0; second < 59; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.IsType<KeyLookup.Unknown>(await FindAsync("b" + second));
        }

        Assert.Equal(1, publisher.Requests);
        clock.Advance(TimeSpan.FromSeconds(1));
        await FindAsync("c");
        Assert.Equal(2, publisher.Requests);
    }

    [Fact]
    public async Task A_key_that_is_no_longer_published_no_longer_counts()
    {
        publisher.Publish("a");
        await FindAsync("a");
        publisher.Publish("b");
        clock.Advance(TimeSpan.FromHours(2));

        Assert.IsType<KeyLookup.Unknown>(await FindAsync("a"));
    }

    [Fact]
    public async Task While_the_platform_does_not_answer_its_last_keys_are_used_for_a_day()
    {
        publisher.Publish("a");
        await FindAsync("a");
        publisher.Fails = true;

        clock.Advance(TimeSpan.FromHours(24));
        Assert.IsType<KeyLookup.Found>(await FindAsync("a"));
        clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<KeyLookup.Unreachable>(await FindAsync("a"));
    }

    [Fact]
    public async Task A_failed_request_is_not_remembered()
    {
        publisher.Fails = true;
        Assert.IsType<KeyLookup.Unreachable>(await FindAsync("a"));

        publisher.Fails = false;
        publisher.Publish("a");

        Assert.IsType<KeyLookup.Found>(await FindAsync("a"));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{\"keys\":5}")]
    public async Task Something_that_is_no_key_set_replaces_nothing(string body)
    {
        publisher.Publish("a");
        await FindAsync("a");
        publisher.Body = body;
        clock.Advance(TimeSpan.FromHours(2));

        Assert.IsType<KeyLookup.Found>(await FindAsync("a"));
    }

    [Theory]
    [InlineData("[]", "the key set is a list, an object with “keys” is expected")]
    [InlineData("{\"keys\":{\"keys\":[]}}", "“keys” in the key set is an object, a list is expected")]
    [InlineData("{}", "“keys” in the key set is missing, a list is expected")]
    [InlineData("<html>", "the key set is not JSON")]
    public async Task What_was_found_instead_of_a_key_set_is_said(string body, string words)
    {
        publisher.Body = body;

        Assert.Equal(words, Assert.IsType<KeyLookup.Unreachable>(await FindAsync("a")).Detail);
    }

    [Fact]
    public async Task An_empty_key_set_is_said_and_asked_again_after_a_minute()
    {
        publisher.Publish();

        Assert.EndsWith("0 of 0 can be used", Assert.IsType<KeyLookup.Unknown>(await FindAsync("a")).Detail, StringComparison.Ordinal);
        publisher.Publish("a");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<KeyLookup.Found>(await FindAsync("a"));
    }

    [Fact]
    public async Task Keys_that_are_not_understood_are_passed_over()
    {
        publisher.Body = $$$"""
            {"keys":[5,null,"x",{"kid":7,"kty":"RSA"},{"\\ud83d":"\\ud83d","kid":"h","kty":"RSA"},{"kty":"EC","kid":"e","crv":"P-256","x":"AA","y":"AA"},{"kty":"OKP","kid":"o"},{"kid":"n"},
            {"kty":"RSA","kid":"enc","use":"enc","n":"{{{Modulus()}}}","e":"AQAB"},{"kty":"RSA","kid":"short","n":"AQAB","e":"AQAB"},
            {"kty":"RSA","kid":"a","n":"{{{Modulus()}}}","e":"AQAB","x5c":["?"],"odd":{}}]}
            """;

        Assert.IsType<KeyLookup.Found>(await FindAsync("a"));
        Assert.IsType<KeyLookup.Unknown>(await FindAsync("enc"));
        Assert.IsType<KeyLookup.Unknown>(await FindAsync("short"));
    }

    [Fact]
    public async Task Many_launches_at_once_make_one_request()
    {
        publisher.Publish("a");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => FindAsync("a")));

        Assert.Equal(1, publisher.Requests);
    }

    public void Dispose() => publisher.Dispose();

    private static string Modulus() => Base64UrlEncoder.Encode(Rsa.ExportParameters(false).Modulus);

    private Task<KeyLookup> FindAsync(string kid) => keys.FindAsync(School, kid, TestContext.Current.CancellationToken).AsTask();

    private sealed class Publisher : HttpMessageHandler, IHttpClientFactory
    {
        public int Requests { get; private set; }

        public bool Fails { get; set; }

        public TimeSpan? MaxAge { get; set; }

        public string Body { get; set; } = "";

        public void Publish(params string[] kids) => Body = JsonSerializer.Serialize(
            new { keys = kids.Select(kid => new { kty = "RSA", use = "sig", alg = "RS256", kid, n = Modulus(), e = "AQAB" }) });

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(Fails ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK)
            {
                Content = new StringContent(Body),
                Headers = { CacheControl = new CacheControlHeaderValue { MaxAge = MaxAge } },
            });
        }
    }
}
