using System.Net;
using LearningBuddy.LtiTool.Lti;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

/// <summary>Answers of token endpoints and services in forms that nobody expects.</summary>
public sealed class ServiceAnswersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Platform School = new()
    {
        Id = Guid.NewGuid(),
        Issuer = "https://school.example",
        ClientId = "c",
        AuthorizationEndpoint = new Uri("https://school.example/auth"),
        TokenEndpoint = new Uri("https://school.example/token"),
        JwksUri = new Uri("https://school.example/jwks"),
    };

    private static readonly Uri Lists = new("https://school.example/9/list");

    private readonly Dictionary<string, string> answers = new() { ["/token"] = """{"access_token":"t","expires_in":3600}""" };
    private readonly List<string> asked = [];

    [Theory]
    [InlineData("\"scope\":\"\"", true)]
    [InlineData("\"scope\":\"A  A B\"", true)]
    [InlineData("\"scope\":[\"A\",\"B\"]", true)]
    [InlineData("\"scope\":\"A,B\"", true)]
    [InlineData("\"scope\":null", true)]
    [InlineData("\"scope\":[]", true)]
    [InlineData("\"scope\":\"B\"", false)]
    public void Scopes_of_a_token_are_read_in_every_form(string scope, bool isTaken)
    {
        var answer = Answer($$"""{"access_token":"t",{{scope}}}""");

        if (isTaken)
        {
            Assert.Equal("t", AccessToken.From(School, "A", answer, Noon, TimeSpan.FromSeconds(60)).Value);
        }
        else
        {
            var refused = Assert.Throws<LtiServiceException>(() => AccessToken.From(School, "A", answer, Noon, TimeSpan.FromSeconds(60)));
            Assert.Equal(ServiceFault.Refused, refused.Fault);
        }
    }

    [Theory]
    [InlineData("3600", 3540)]
    [InlineData("\"3600\"", 3540)]
    [InlineData("60", 30)]
    [InlineData("1", 5)]
    [InlineData("\"soon\"", 240)]
    public void A_token_is_used_for_a_while_however_short_it_lives(string life, int seconds)
    {
        var token = AccessToken.From(
            School, "A", Answer($$"""{"access_token":"t","expires_in":{{life}}}"""), Noon, TimeSpan.FromSeconds(60));

        Assert.Equal(Noon.AddSeconds(seconds), token.UsableUntil);
    }

    [Theory]
    [InlineData("""{"@type":"Page","pageOf":{"membershipSubject":{"membership":[{"member":{"userId":"417"}}]}}}""")]
    [InlineData("""{"members":{}}""")]
    [InlineData("[]")]
    public async Task An_object_without_members_is_no_roster(string body)
    {
        answers["/9/list"] = body;

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => new RosterClient(Calls()).ReadAsync(School, Lists, null, TestContext.Current.CancellationToken));

        Assert.Contains("without a list of members", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_may_name_people_by_numbers_and_in_halves_of_characters()
    {
        answers["/9/list"] = """{"members":[{"user_id":417,"name":"Ada \ud83d\u0000","roles":["Learner"]}]}""";

        var roster = await new RosterClient(Calls()).ReadAsync(School, Lists, null, TestContext.Current.CancellationToken);

        var ada = Assert.Single(roster.Members);
        Assert.Equal(("417", "Ada \uFFFD\uFFFD"), (ada.Subject, ada.Names.Name));
    }

    [Fact]
    public async Task A_scope_that_was_not_granted_is_not_asked_for()
    {
        var platform = School with { Scopes = [LtiScopes.Score] };

        var refused = await Assert.ThrowsAsync<LtiServiceException>(
            () => new RosterClient(Calls()).ReadAsync(platform, Lists, null, TestContext.Current.CancellationToken));

        Assert.Equal(ServiceFault.Refused, refused.Fault);
        Assert.Contains(LtiScopes.Roster, refused.Message, StringComparison.Ordinal);
        Assert.Empty(asked);
    }

    [Fact]
    public void What_a_grant_lacks_is_named()
    {
        Assert.Empty(LtiScopes.MissingFeaturesOf([]));
        Assert.Empty(LtiScopes.MissingFeaturesOf([.. LtiScopes.All]));
        Assert.Equal(
            [MissingFeature.Columns, MissingFeature.Results, MissingFeature.Roster], LtiScopes.MissingFeaturesOf([LtiScopes.Score]));
    }

    [Fact]
    public async Task A_roster_with_somebody_whom_it_does_not_name_tells_not_who_is_gone()
    {
        answers["/9/list"] = """{"members":[{"user_id":"1","roles":["Learner"]},{"person":"2"}]}""";

        var roster = await new RosterClient(Calls()).ReadAsync(School, Lists, null, TestContext.Current.CancellationToken);

        Assert.Equal((1, false), (roster.Members.Count, roster.IsComplete));
    }

    [Fact]
    public async Task What_is_no_list_of_columns_is_not_an_empty_one()
    {
        answers["/9/list"] = """{"lineItems":[]}""";

        await Assert.ThrowsAsync<LtiServiceException>(
            () => new LineItemsClient(Calls()).ListAsync(School, Lists, null, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_larger_scope_is_asked_for_where_the_smaller_one_is_not_known()
    {
        answers["/9/list"] = "[]";
        answers[LtiScopes.LineItemReadOnly] = """{"error":"invalid_scope"}""";
        var client = new LineItemsClient(Calls());

        Assert.Empty(await client.ListAsync(School, Lists, null, null, TestContext.Current.CancellationToken));
        Assert.Empty(await client.ListAsync(School, Lists, null, null, TestContext.Current.CancellationToken));

        Assert.Equal([LtiScopes.LineItemReadOnly, LtiScopes.LineItem], asked);
    }

    [Fact]
    public async Task A_scope_that_the_registration_names_is_not_replaced_by_a_larger_one()
    {
        answers[LtiScopes.LineItemReadOnly] = """{"error":"invalid_scope"}""";
        var platform = School with { Scopes = [LtiScopes.LineItemReadOnly] };

        await Assert.ThrowsAsync<LtiServiceException>(
            () => new LineItemsClient(Calls()).ListAsync(platform, Lists, null, null, TestContext.Current.CancellationToken));

        Assert.Equal([LtiScopes.LineItemReadOnly], asked);
    }

    private static LtiAnswer Answer(string body) => new(HttpStatusCode.OK, "OK", body, null, null, null, null);

    private ServiceCalls Calls()
    {
        var clock = new FakeTimeProvider(Noon);
        var http = new LtiHttp(new Network(this), clock);
        var keys = new ToolKeys(new OneKey(), clock);
        return new(http, new AccessTokens(http, new ToolSigner(keys, clock), clock));
    }

    private sealed class Network(ServiceAnswersTests test) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path == "/token")
            {
                var form = await request.Content!.ReadAsStringAsync(cancellationToken);
                var scope = Uri.UnescapeDataString(form.Split("scope=")[1]);
                test.asked.Add(scope);
                if (test.answers.TryGetValue(scope, out var refusal))
                {
                    return new(HttpStatusCode.BadRequest) { Content = new StringContent(refusal) };
                }
            }

            return new(HttpStatusCode.OK) { Content = new StringContent(test.answers[path]) };
        }
    }

    private sealed class OneKey : IToolKeyStore
    {
        private static readonly ToolKey Key = new(
            "k", System.Security.Cryptography.RSA.Create(2048).ExportPkcs8PrivateKeyPem(), Noon.AddDays(-1), null);

        public ValueTask<IReadOnlyList<ToolKey>> GetKeysAsync(CancellationToken ct) => new([Key]);

        public Task RotateAsync(TimeSpan overlap, CancellationToken ct) => Task.CompletedTask;
    }
}
