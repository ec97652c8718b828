using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>What asking an address brought to light.</summary>
public abstract record ProbeResult
{
    private ProbeResult()
    {
    }

    /// <summary>A record store answers there.</summary>
    /// <param name="Base">Its base address, put right.</param>
    /// <param name="Versions">What it says it speaks.</param>
    /// <param name="Best">2.0.0 where it is offered, else 1.0.3; null if neither is.</param>
    public sealed record Found(Uri Base, IReadOnlyList<string> Versions, XApiVersion? Best) : ProbeResult;

    /// <summary>None does.</summary>
    /// <param name="Advice">What to do, in one sentence for an administrator.</param>
    public sealed record NotFound(string Advice) : ProbeResult;
}

/// <summary>Finds the record store behind an address.</summary>
internal sealed class Probing(HttpClient http, ClientLimits limits)
{
    public async Task<ProbeResult> ProbeAsync(string address, CancellationToken ct)
    {
        if (LrsEndpoint.Parse(address) is not { } root)
        {
            return new ProbeResult.NotFound("This is not an address. It begins with https:// and often ends with /xapi/ or /xAPI/.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(root, "about"));
        request.Headers.Add(XApiVersions.Header, XApiVersion.V103.ToHeader());
        var answer = await LrsAnswer.FetchAsync(http, request, limits, ct);
        return answer.Status switch
        {
            200 => Read(root, answer),
            0 => new ProbeResult.NotFound($"Nothing answers at {root.Host}: {answer.Words}"),
            >= 300 and < 400 => new ProbeResult.NotFound("The address leads to another one. Use the one it leads to."),
            404 => new ProbeResult.NotFound(
                "A server answers, but not a record store at this path. Often /xapi/ or /xAPI/ is missing at the end."),
            _ => new ProbeResult.NotFound($"The server does not say which versions it speaks: {answer.Words}"),
        };
    }

    private static ProbeResult Read(Uri root, LrsAnswer answer)
    {
        var versions = Versions(answer.Body);
        if (versions is null)
        {
            return new ProbeResult.NotFound("Something answers there that is not a record store.");
        }

        var spoken = versions.Select(version => XApiVersions.Parse(version)).OfType<XApiVersion>().ToList();
        return new ProbeResult.Found(root, versions, spoken.Count == 0 ? null : spoken.Max());
    }

    private static List<string>? Versions(ReadOnlyMemory<byte> body)
    {
        if (JsonText.TryParse(body, out var document) is not null)
        {
            return null;
        }

        using (document)
        {
            var about = document!.RootElement;
            return about.ValueKind == System.Text.Json.JsonValueKind.Object && about.TryGetProperty("version", out var list)
                && list.ValueKind == System.Text.Json.JsonValueKind.Array
                ?
                [
                    .. list.EnumerateArray()
                        .Where(item => item.ValueKind == System.Text.Json.JsonValueKind.String)
                        .Select(item => item.GetString()!),
                ]
                : null;
        }
    }
}
