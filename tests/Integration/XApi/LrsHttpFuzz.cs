using System.Collections.Concurrent;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.XApi.Statements;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class SqliteLrsHttpFuzz(SqliteLrsFixture fixture) : LrsHttpFuzz(fixture), IClassFixture<SqliteLrsFixture>;

public sealed class PostgresLrsHttpFuzz(PostgresLrsFixture fixture) : LrsHttpFuzz(fixture), IClassFixture<PostgresLrsFixture>;

/// <summary>Nothing that comes over the wire is answered with a fault of our own, and what was taken in can be read again.</summary>
public abstract class LrsHttpFuzz(LrsFixture fixture)
{
    private const ulong Seed = 20261125;
    private const ulong Gamma = 7;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000)]
    [InlineData(6000, Traits = ["Part", "Long"])]
    public async Task No_request_is_answered_with_a_fault(int count)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = fixture.Lrs.Address };
        var requests = HostileRequests.All().Sample(count, new Rnd(Seed, Gamma), 10).ToList();
        var (taken, faults) = (0, new ConcurrentBag<string>());

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (request, ct) =>
        {
            using var message = request.ToMessage();
            using var answer = await client.SendAsync(message, ct);
            var words = await answer.Content.ReadAsStringAsync(ct);
            if ((int)answer.StatusCode >= 500)
            {
                faults.Add($"{(int)answer.StatusCode} {words}\n{request}");
            }
            else if (answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref taken);
            }
        });

        Assert.True(
            faults.IsEmpty,
            $"Seed {Seed}, {Gamma}: {faults.Count} faults.\n{string.Join("\n\n", faults.Take(5))}\n\n{string.Join("\n", fixture.Lrs.Faults.Take(5))}");
        Assert.True(taken > count / 8, $"Only {taken} requests were good: the generator no longer reaches the inside.");
        await EverythingCanBeReadAsync(atLeast: count / 30);
        await fixture.Lrs.Client.PostAsync(Statement()).ShouldBeAsync(HttpStatusCode.OK);
    }

    private async Task EverythingCanBeReadAsync(int atLeast)
    {
        foreach (var version in new[] { "1.0.3", "2.0.0" })
        {
            using var client = fixture.Lrs.ClientOf("key", "secret", version);
            foreach (var format in new[] { "ids", "exact", "canonical" })
            {
                Assert.True((await client.AllIdsAsync($"format={format}&limit=100")).Count > atLeast);
            }
        }
    }

    [Fact]
    public async Task A_zero_character_is_refused_in_the_stores_own_words()
    {
        using var unknown = fixture.Lrs.ClientOf("a\0b", "c");
        await fixture.Lrs.Client.PutAsync($"/xapi/activities/profile?activityId={Escape("http://x.example/a")}&profileId=a%00b", Raw("{}", "application/json"), Stop)
            .ShouldBeAsync(HttpStatusCode.BadRequest, "LRS-116");
        await fixture.Lrs.Client.GetAsync($"/xapi/agents/profile?agent={Escape("""{"account":{"homePage":"http://x.example","name":"a\u0000b"}}""")}&profileId=p", Stop)
            .ShouldBeAsync(HttpStatusCode.BadRequest, "LRS-116");

        using var answer = await unknown.GetAsync("/xapi/statements", Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("2.0.0", answer.Headers.GetValues(XApiVersions.Header).Single());
        Assert.StartsWith("LRS-102", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=\u00e9", HttpStatusCode.BadRequest, "LRS-130")]
    [InlineData("odd, but nobody's business", HttpStatusCode.NoContent, "")]
    public async Task A_document_is_kept_only_with_a_type_that_can_be_sent_back(string type, HttpStatusCode status, string number)
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = fixture.Lrs.Address };
        client.DefaultRequestHeaders.Authorization = fixture.Lrs.Client.DefaultRequestHeaders.Authorization;
        client.DefaultRequestHeaders.Add(XApiVersions.Header, "2.0.0");

        await client.PostAsync($"/xapi/activities/profile?activityId={Escape(UniqueIri())}&profileId=p", Raw("x", type), Stop)
            .ShouldBeAsync(status, number);
    }
}
