using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Asks a platform for what this tool needs of it, each with a time limit, and tells what came back. Everything asked only reads.
/// </summary>
internal sealed class ConnectionCheck(LtiHttp http, AccessTokens tokens, ServiceCalls calls, LineItemsClient lineItems, TimeProvider clock)
{
    /// <summary>How long each answer may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly string[] ToReadRoster = [LtiScopes.Roster];

    /// <summary>Asks for everything at once.</summary>
    /// <param name="platform">Who is asked.</param>
    /// <param name="memberships">The roster of some course, or null where none is known.</param>
    /// <param name="columns">The columns of some course, or null where none is known.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<ServiceCheck>> AskAsync(Platform platform, Uri? memberships, Uri? columns, CancellationToken ct)
    {
        var all = await Task.WhenAll(
            KeysAsync(platform, ct),
            OneAsync(AskedService.Token, limit => TokenAsync(platform, limit), ct),
            memberships is null ? NotKnown(AskedService.Roster)
                : OneAsync(AskedService.Roster, limit => RosterAsync(platform, memberships, limit), ct),
            columns is null ? NotKnown(AskedService.Columns)
                : OneAsync(
                    AskedService.Columns, async limit => (await lineItems.ListAsync(platform, columns, null, null, limit)).Count, ct));
        return [.. all.SelectMany(checks => checks)];
    }

    /// <summary>The keys, and with their answer the platform's clock.</summary>
    private async Task<ServiceCheck[]> KeysAsync(Platform platform, CancellationToken ct)
    {
        TimeSpan? off = null;
        var keys = await OneAsync(
            AskedService.Keys,
            async limit =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, platform.JwksUri);
                request.Headers.Accept.ParseAdd("application/json");
                var answer = await http.SendAsync(request, limit);
                off = answer.Date - clock.GetUtcNow();
                return answer.IsSuccess
                    ? PlatformKeySet.Parse(answer.Body, answer.MaxAge, clock.GetUtcNow()) switch
                    {
                        ({ } set, _) => set.Keys.Count,
                        (_, var found) => throw new LtiServiceException(ServiceFault.Unreachable, found ?? ""),
                    }
                    : throw ServiceCalls.Failure(platform, answer, platform.JwksUri);
            },
            ct);
        return [.. keys, new(AskedService.Clock, off is null ? CheckOutcome.NoAnswer : CheckOutcome.Works) { Off = off }];
    }

    private async Task<int?> TokenAsync(Platform platform, CancellationToken ct)
    {
        var scopes = platform.Scopes.Count == 0 ? LtiScopes.All : [.. LtiScopes.All.Intersect(platform.Scopes)];
        await tokens.TryAsync(platform, scopes, ct);
        return scopes.Count;
    }

    /// <summary>The first page is enough to know, and quick in a large course too.</summary>
    private async Task<int?> RosterAsync(Platform platform, Uri memberships, CancellationToken ct)
    {
        var (document, _) = await calls.ReadAsync(platform, ToReadRoster, memberships, MediaTypes.Roster, ct);
        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array
                ? members.GetArrayLength()
                : throw new LtiServiceException(ServiceFault.Unreachable, $"{memberships.Host} answered without “members”");
        }
    }

    private static async Task<ServiceCheck[]> OneAsync(
        AskedService service, Func<CancellationToken, Task<int?>> ask, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            return [new(service, CheckOutcome.Works) { Count = await ask(limit.Token) }];
        }
        catch (LtiServiceException failure)
        {
            var isRefused = failure.Fault is ServiceFault.Refused or ServiceFault.Gone or ServiceFault.Forbidden;
            return [new(service, isRefused ? CheckOutcome.Refused : CheckOutcome.NoAnswer) { Words = failure.Message }];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [new(service, CheckOutcome.NoAnswer)];
        }
    }

    private static Task<ServiceCheck[]> NotKnown(AskedService service) =>
        Task.FromResult<ServiceCheck[]>([new(service, CheckOutcome.NotKnown)]);
}

/// <summary>What came of asking for one thing.</summary>
/// <param name="Service">What was asked for.</param>
/// <param name="Outcome">How it went.</param>
public sealed record ServiceCheck(AskedService Service, CheckOutcome Outcome)
{
    /// <summary>How many came: keys, scopes, people of the first page, columns; null where nothing did.</summary>
    public int? Count { get; init; }

    /// <summary>What the platform said where it did not do it, or null. No personal data, no token.</summary>
    public string? Words { get; init; }

    /// <summary>How far the platform's clock is ahead of ours, in seconds; negative when behind; null where it told none.</summary>
    public TimeSpan? Off { get; init; }
}

/// <summary>What can be asked of a platform.</summary>
public enum AskedService
{
    /// <summary>Its published keys.</summary>
    Keys,

    /// <summary>Its clock.</summary>
    Clock,

    /// <summary>A token for the scopes.</summary>
    Token,

    /// <summary>The people of a course.</summary>
    Roster,

    /// <summary>The columns of a course's gradebook.</summary>
    Columns,
}

/// <summary>How it went.</summary>
public enum CheckOutcome
{
    /// <summary>It was given.</summary>
    Works,

    /// <summary>The platform said no.</summary>
    Refused,

    /// <summary>No answer in time, or none that can be read.</summary>
    NoAnswer,

    /// <summary>No course is known yet that it could be asked for.</summary>
    NotKnown,
}
