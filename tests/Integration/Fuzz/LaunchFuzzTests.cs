using System.Collections.Concurrent;
using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz;

/// <summary>On SQLite.</summary>
public sealed class LaunchFuzzOnSqliteTests() : LaunchFuzzTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class LaunchFuzzOnPostgresTests() : LaunchFuzzTests(onPostgres: true);

/// <summary>Whatever a platform signs: the launch is taken or refused with its number, and the page it leads to is one.</summary>
public abstract class LaunchFuzzTests(bool onPostgres) : IAsyncLifetime
{
    private const int Together = 6;
    private static readonly string[] Roles = ["Learner", "Learner", "Instructor", "Mentor"];
    private static readonly string[] Messages = ["LtiResourceLinkRequest", "LtiResourceLinkRequest", "LtiDeepLinkingRequest", "LtiSubmissionReviewRequest"];

    private FuzzTool tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tool = await FuzzTool.StartAsync(onPostgres);
        await tool.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000, Traits = ["Part", "Long"])]
    public async Task No_launch_is_answered_with_a_fault(int count)
    {
        var payloads = Payloads().Cases(count);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(tool.Url) };
        var faults = new ConcurrentBag<string>();
        var shown = 0;

        await Parallel.ForEachAsync(payloads, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Stop }, async (payload, _) =>
        {
            var (status, words) = await LaunchAsync(browser, payload);
            if (status >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{status} {words}\n{payload[..Math.Min(4000, payload.Length)]}");
            }
            else if (status == HttpStatusCode.OK)
            {
                Interlocked.Increment(ref shown);
            }
        });

        tool.AssertNoFault(faults);
        Assert.True(shown > count / 4, $"Only {shown} of {count} launches led to a page: the generator no longer reaches the inside.");
        await PagesAreThereAsync();
    }

    /// <summary>Names, titles and addresses that came in are shown to others.</summary>
    private async Task PagesAreThereAsync()
    {
        using var teacher = await tool.LaunchAsync(LaunchPayloads.Of(tool.Lms, tool.Url, "teacher", "Instructor"));
        foreach (var path in new[] { "/reviews", "/learners", "/grades", "/setup", "/today" })
        {
            await teacher.GoAsync(path);
            Assert.True((int)teacher.Status < 500, $"{path}: {teacher.Status}");
        }

        tool.AssertNoFault([]);
    }

    private Gen<string> Payloads() =>
        from role in Gen.Elements(Roles)
        from message in Gen.Elements(Messages)
        from subject in Gen.Choose(1, 400)
        from payload in JsonMutator.Of(LaunchPayloads.Of(tool.Lms, tool.Url, $"{role}-{subject}", role, message))
        select payload;

    private async Task<(HttpStatusCode Status, string Words)> LaunchAsync(HttpClient browser, string payload)
    {
        using var begun = await browser.PostAsync("/lti/login", new FormUrlEncodedContent(LaunchPayloads.Login(tool.Lms, tool.Url, "h")), Stop);
        var login = await PendingLogin.ReadAsync(begun);
        var token = tool.Lms.Sign(payload.Replace("{nonce}", login.Nonce, StringComparison.Ordinal));
        using var launch = new HttpRequestMessage(HttpMethod.Post, "/lti/launch")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["id_token"] = token, ["state"] = login.State }),
        };
        launch.Headers.Add("Cookie", $"{login.CookieName}={login.Proof}");
        using var answer = await browser.SendAsync(launch, Stop);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
        }

        using var first = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        first.Headers.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        first.Headers.Add("Sec-Fetch-Dest", "iframe");
        first.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var page = await browser.SendAsync(first, Stop);
        return (page.StatusCode, await page.Content.ReadAsStringAsync(Stop));
    }
}
