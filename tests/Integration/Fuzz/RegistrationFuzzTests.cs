using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz;

/// <summary>On SQLite.</summary>
public sealed class RegistrationFuzzOnSqliteTests() : RegistrationFuzzTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class RegistrationFuzzOnPostgresTests() : RegistrationFuzzTests(onPostgres: true);

/// <summary>Whatever a platform says of itself and answers to a registration: the administrator sees a page that says how it went.</summary>
public abstract class RegistrationFuzzTests(bool onPostgres) : IAsyncLifetime
{
    private const int Together = 6;

    /// <summary>Tries that one address has in five minutes.</summary>
    private const int Tries = 30;

    private FuzzTool tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => tool = await FuzzTool.StartAsync(onPostgres);

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(20_000, Traits = ["Part", "Long"])]
    public async Task No_registration_is_answered_with_a_fault(int count)
    {
        var cases = Cases().Cases(count);
        var faults = new ConcurrentBag<string>();
        var registered = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, count).Chunk(Tries).Index(), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Stop },
            async (chunk, _) =>
            {
                using var administrator = From(chunk.Index);
                foreach (var n in chunk.Item)
                {
                    var (isRegistered, fault) = await RegisterAsync(administrator, n, cases[n]);
                    Interlocked.Add(ref registered, isRegistered ? 1 : 0);
                    if (fault is not null)
                    {
                        faults.Add(fault);
                    }
                }
            });

        tool.AssertNoFault(faults);
        Assert.True(registered > count / 5, $"Only {registered} of {count} were registered: the generator no longer reaches the inside.");
        await TheAdministratorSeesThemAsync();
    }

    private async Task TheAdministratorSeesThemAsync()
    {
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(tool.Url + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));
        Assert.Equal("/admin", admin.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        tool.AssertNoFault([]);
    }

    private async Task<(bool IsRegistered, string? Fault)> RegisterAsync(HttpClient administrator, int n, RegistrationCase one)
    {
        tool.Lms.Answers[$"/case/{n}/configuration"] = one.Configuration with { Body = Place(one.Configuration.Body, n) };
        tool.Lms.Answers[$"/case/{n:00000}/register"] = one.Registration;
        var address = $"{tool.Url}/lti/register?openid_configuration={Uri.EscapeDataString($"{tool.Lms.Issuer}/case/{n}/configuration")}&registration_token=t";
        using var answer = await administrator.GetAsync(address, Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop);

        // 502 is the word for a platform that can't be understood or reached; the page has the number then.
        var isPage = answer.StatusCode < HttpStatusCode.InternalServerError
            || (answer.StatusCode == HttpStatusCode.BadGateway && (page.Contains("LTI-104", StringComparison.Ordinal) || page.Contains("LTI-109", StringComparison.Ordinal)));
        return (
            page.Contains("data-done=\"true\"", StringComparison.Ordinal),
            isPage && answer.StatusCode != HttpStatusCode.TooManyRequests ? null : $"Case {n}: {answer.StatusCode} {page}\n{one.Configuration}\n{one.Registration}");
    }

    /// <summary>Tells the configuration's copy where this case registers; its address is as long as the one it replaces.</summary>
    private static byte[] Place(byte[] configuration, int n)
    {
        var at = configuration.AsSpan().IndexOf("/case/@@@@@/register"u8);
        if (at < 0)
        {
            return configuration;
        }

        byte[] copy = [.. configuration];
        System.Text.Encoding.ASCII.GetBytes($"/case/{n:00000}/register").CopyTo(copy.AsSpan(at));
        return copy;
    }

    private Gen<RegistrationCase> Cases() =>
        from isFirst in Gen.Elements(true, false)
        let configuration = tool.Lms.Configuration("/case/@@@@@/register")
        from configured in isFirst ? AnswerMutator.Of(configuration) : Gen.Constant(HostileAnswer.Good(configuration))
        from client in Gen.Choose(1, 200)
        let good = $$$"""
            {"client_id":"client-{{{client}}}","deployment_id":"1","scope":"https://purl.imsglobal.org/spec/lti-ags/scope/score openid","client_name":"Learning Buddy",
             "https://purl.imsglobal.org/spec/lti-tool-configuration":{"deployment_id":"1","messages":[{"type":"LtiResourceLinkRequest"}],"claims":["sub"]}}
            """
        from registered in Gen.Frequency((1, Gen.Constant(HostileAnswer.Good(good))), (3, AnswerMutator.Of(good)))
        select new RegistrationCase(configured, registered);

    /// <summary>Somebody with an address of their own: the limit on tries counts by address.</summary>
    private static HttpClient From(int number) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 9, (byte)(number / 250), (byte)(1 + (number % 250))]), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private sealed record RegistrationCase(HostileAnswer Configuration, HostileAnswer Registration);
}
