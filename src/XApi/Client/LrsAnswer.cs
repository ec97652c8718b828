using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LearningBuddy.XApi.Client;

/// <summary>What a record store answered, read within bounds: nobody's answer is trusted to be short or to come at all.</summary>
/// <param name="Status">HTTP status; 0 if none came.</param>
/// <param name="Body">The first bytes of the body.</param>
/// <param name="RetryAfter">What it asked to wait.</param>
/// <param name="Failure">Why no answer came, or null.</param>
internal sealed record LrsAnswer(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter, string? Failure)
{
    private const int MaxWords = 500;

    /// <value>What kind of body it says it has, or null.</value>
    public string? MediaType { get; private init; }

    /// <value>For people: status and the beginning of what it said.</value>
    public string Words
    {
        get
        {
            if (Failure is not null)
            {
                return Failure;
            }

            var text = Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, MaxWords)]).Trim();
            return text.Length == 0 ? $"HTTP {Status}" : $"HTTP {Status}: {text}";
        }
    }

    /// <summary>How to go on; see <see cref="AnswerClass"/>.</summary>
    public AnswerClass Class => Status switch
    {
        200 or 204 => AnswerClass.Done,
        0 or 408 or 425 or 429 or 500 or 502 or 503 or 504 => AnswerClass.Again,
        409 => AnswerClass.Conflict,
        400 or 413 or 422 => AnswerClass.Refused,
        _ => AnswerClass.Misconfigured,
    };

    /// <summary>Sends and reads; whatever goes wrong on the way is an answer too.</summary>
    /// <param name="http">Sends. Must not follow redirects: credentials go to nobody else.</param>
    /// <param name="request">The request.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="ct">The caller's wish to stop; only this throws.</param>
    public static async Task<LrsAnswer> FetchAsync(HttpClient http, HttpRequestMessage request, ClientLimits limits, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(limits.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            var body = await ReadAsync(response.Content, limits.MaxAnswerBytes, limited.Token);
            return body is { } bytes
                ? new LrsAnswer((int)response.StatusCode, bytes, WaitOf(response.Headers.RetryAfter, limits.Clock), Failure: null)
                {
                    MediaType = response.Content.Headers.ContentType?.MediaType,
                }
                : Nothing($"The answer is longer than {limits.MaxAnswerBytes} bytes.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Nothing($"No answer within {limits.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Nothing(e.Message);
        }
    }

    private static LrsAnswer Nothing(string why) => new(0, ReadOnlyMemory<byte>.Empty, RetryAfter: null, why);

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? header, TimeProvider clock) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > clock.GetUtcNow() ? date - clock.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (buffer.Length + read > maxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}

/// <summary>Ways to go on after an answer.</summary>
internal enum AnswerClass
{
    /// <summary>It worked; whether the body says so too is the asker's to see.</summary>
    Done,

    /// <summary>A fault that may pass.</summary>
    Again,

    /// <summary>Something of the batch is wrong: look at the halves.</summary>
    Refused,

    /// <summary>An id is taken: look at the halves, then compare.</summary>
    Conflict,

    /// <summary>Nothing will get through.</summary>
    Misconfigured,
}

/// <summary>Bounds of every exchange.</summary>
/// <param name="Clock">Tells the time for dates in Retry-After.</param>
/// <param name="Timeout">For a whole exchange.</param>
/// <param name="MaxAnswerBytes">Of a body.</param>
internal sealed record ClientLimits(TimeProvider Clock, TimeSpan Timeout, int MaxAnswerBytes);
