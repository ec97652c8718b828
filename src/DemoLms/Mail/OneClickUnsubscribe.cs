using System.Collections.Concurrent;
using System.Text;
using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>The "Unsubscribe" button of a mail program (RFC 8058), pressed by this host as a mail program's server would.</summary>
internal sealed class OneClickUnsubscribe(IHttpClientFactory clients, DemoClock clock)
{
    public const string ClientName = "unsubscribe";

    /// <summary>What is posted, and what a mail's header says when it may be (RFC 8058, 3.1).</summary>
    public const string Body = "List-Unsubscribe=One-Click";

    private readonly ConcurrentDictionary<string, UnsubscribeResult> results = new();

    /// <summary>What came of it the last time; null before the first.</summary>
    public UnsubscribeResult? FindResult(ReceivedMail mail) => results.GetValueOrDefault(mail.Id);

    /// <summary>Posts to the mail's address and keeps what came of it. Safe to repeat.</summary>
    public async Task PostAsync(ReceivedMail mail, Uri url, CancellationToken ct) => results[mail.Id] = await TryAsync(url, ct);

    private async Task<UnsubscribeResult> TryAsync(Uri url, CancellationToken ct)
    {
        UnsubscribeResult Ended(bool isDone, string answer) => new(isDone, $"{url.Authority} {answer}", clock.GetUtcNow());

        using var client = clients.CreateClient(ClientName);
        using var body = new StringContent(Body, Encoding.ASCII, "application/x-www-form-urlencoded");
        // The standard's examples name no charset, nor does a browser's form.
        body.Headers.ContentType!.CharSet = null;
        try
        {
            using var answer = await client.PostAsync(url, body, ct);
            var status = (int)answer.StatusCode;
            return Ended(answer.IsSuccessStatusCode, $"answered {status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd());
        }
        catch (HttpRequestException failure)
        {
            return Ended(false, $"couldn't be reached ({failure.HttpRequestError})");
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return Ended(false, "didn't answer in time");
        }
    }
}

/// <summary>What came of unsubscribing.</summary>
/// <param name="Answer">Who answered what, without a full stop.</param>
internal sealed record UnsubscribeResult(bool IsDone, string Answer, DateTimeOffset At);
