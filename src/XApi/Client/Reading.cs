using System.Runtime.CompilerServices;
using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>What to ask another record store for.</summary>
/// <param name="Since">Stored after this moment, in that store's time; null for everything.</param>
/// <param name="Verb">Only this verb, or null. Stores that don't filter are filtered here by whoever reads.</param>
/// <param name="Activity">Only about this activity, or null.</param>
/// <param name="NewestFirst">In the order of stores that are told nothing; otherwise the oldest first.</param>
public sealed record ReadQuestion(DateTimeOffset? Since, string? Verb = null, string? Activity = null, bool NewestFirst = false);

/// <summary>A statement of another store.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StoredAt">When that store stored it; where to go on from, less some overlap, since the order of storing is not the order of
/// becoming visible.</param>
/// <param name="Json">UTF-8 JSON, to be kept as it is.</param>
public sealed record ReadStatement(Guid Id, DateTimeOffset StoredAt, ReadOnlyMemory<byte> Json);

/// <summary>Another store did not answer as it should.</summary>
/// <param name="message">For people.</param>
/// <param name="mayPass">Whether asking again may help.</param>
/// <param name="retryAfter">How long it asked to wait.</param>
public sealed class LrsReadException(string message, bool mayPass, TimeSpan? retryAfter) : Exception(message)
{
    /// <value>Whether asking again may help.</value>
    public bool MayPass => mayPass;

    /// <value>How long it asked to wait, or null.</value>
    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>Reads page after page. <c>more</c> is followed only to the same origin, never twice to one page, and not for ever.</summary>
internal sealed class Reading(HttpClient http, ClientLimits limits)
{
    private const int MaxPages = 10_000;

    public async IAsyncEnumerable<ReadStatement> ReadAsync(
        LrsEndpoint endpoint, ReadQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = First(endpoint, question);
        while (next is not null)
        {
            if (!seen.Add(next.AbsoluteUri) || seen.Count > MaxPages)
            {
                throw new LrsReadException("The record store's pages lead in a circle.", mayPass: false, retryAfter: null);
            }

            var (statements, more) = await PageAsync(endpoint, next, question.Since, ct);
            foreach (var statement in statements)
            {
                yield return statement;
            }

            next = Resolve(endpoint, more);
        }
    }

    private static Uri First(LrsEndpoint endpoint, ReadQuestion question)
    {
        var query = $"statements?ascending={(question.NewestFirst ? "false" : "true")}&limit=100&format=exact&attachments=false";
        query += question.Since is { } since ? $"&since={Uri.EscapeDataString(XApiTimestamp.Format(since))}" : "";
        query += question.Verb is { } verb ? $"&verb={Uri.EscapeDataString(verb)}" : "";
        query += question.Activity is { } activity ? $"&activity={Uri.EscapeDataString(activity)}&related_activities=true" : "";
        return endpoint.To(query);
    }

    private static Uri? Resolve(LrsEndpoint endpoint, string? more)
    {
        if (string.IsNullOrEmpty(more))
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint.Base, more, out var next)
            || Uri.Compare(
                next, endpoint.Base, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new LrsReadException("The record store's next page lies at another server.", mayPass: false, retryAfter: null);
        }

        return next;
    }

    private async Task<(List<ReadStatement> Statements, string? More)> PageAsync(
        LrsEndpoint endpoint, Uri page, DateTimeOffset? since, CancellationToken ct)
    {
        using var request = Requests.To(endpoint, HttpMethod.Get, page);
        var answer = await LrsAnswer.FetchAsync(http, request, limits, ct);
        if (answer.Class != AnswerClass.Done)
        {
            throw new LrsReadException(answer.Words, answer.Class == AnswerClass.Again, answer.RetryAfter);
        }

        if (answer.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new LrsReadException(
                $"The record store answered {answer.MediaType}, though attachments=false was asked for.", mayPass: false, retryAfter: null);
        }

        if (JsonText.TryParse(answer.Body, out var document) is not null)
        {
            throw new LrsReadException("The record store's answer is not JSON.", mayPass: true, retryAfter: null);
        }

        using (document)
        {
            return Page(document!.RootElement, since);
        }
    }

    private (List<ReadStatement> Statements, string? More) Page(JsonElement page, DateTimeOffset? since)
    {
        if (page.ValueKind != JsonValueKind.Object
            || !page.TryGetProperty("statements", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            throw new LrsReadException("The record store's answer is not a page of statements.", mayPass: false, retryAfter: null);
        }

        var more = page.TryGetProperty("more", out var link) && link.ValueKind == JsonValueKind.String ? link.GetString() : null;
        return ([.. list.EnumerateArray().Select(one => Statement(one, since)).OfType<ReadStatement>()], more);
    }

    /// <summary>Null for what has no id: nothing can be built on it.</summary>
    private ReadStatement? Statement(JsonElement statement, DateTimeOffset? since) =>
        statement.ValueKind == JsonValueKind.Object
        && statement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var guid)
            ? new ReadStatement(guid, StoredAt(statement, since), System.Text.Encoding.UTF8.GetBytes(statement.GetRawText()))
            : null;

    /// <summary>
    /// <c>stored</c>; where nobody can read it, <c>timestamp</c>, but not before what was asked for and not later than now: a statement
    /// must not vanish for it, nor hide those that come after it.
    /// </summary>
    private DateTimeOffset StoredAt(JsonElement statement, DateTimeOffset? since)
    {
        if (Moment(statement, "stored") is { } stored)
        {
            return stored;
        }

        var now = limits.Clock.GetUtcNow();
        var at = Moment(statement, "timestamp") ?? now;
        at = at < since ? since.Value : at;
        return at < now ? at : now;
    }

    /// <summary>A moment in a form that programs write: with a blank for the T, too.</summary>
    private static DateTimeOffset? Moment(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text
        && XApiTimestamp.TryParse(text.Length > 11 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text, XApiVersion.V103, out var at)
            ? at
            : null;
}
