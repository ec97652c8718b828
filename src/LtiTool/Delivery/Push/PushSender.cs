using System.Net;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using Microsoft.Extensions.Options;
using Subscription = LearningBuddy.Shared.People.PushSubscription;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Hands one notification to the push service of a device (RFC 8030), encrypted for the device alone (RFC 8291).</summary>
internal sealed class PushSender(PushKeys keys, IHttpClientFactory clients, IOptions<LearningBuddyOptions> options)
{
    /// <summary>A notification that couldn't reach its device for so long is not worth a quiet hour.</summary>
    private const int SecondsToLive = 12 * 60 * 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sends it.</summary>
    /// <param name="to">The device's subscription.</param>
    /// <param name="payload">What its web app is told, as JSON.</param>
    /// <param name="ct">Stops.</param>
    public async Task<PushResult> SendAsync(Subscription to, string payload, CancellationToken ct)
    {
        // The way out that looks where an address leads: this one came from a browser.
        using var http = clients.CreateClient(LtiHttp.ClientName);
        http.Timeout = Patience;
        var client = new PushServiceClient(http) { AutoRetryAfter = false };
        var key = await keys.GetAsync(ct);
        var address = new PushSubscription { Endpoint = to.Endpoint };
        address.SetKey(PushEncryptionKeyName.P256DH, to.Key);
        address.SetKey(PushEncryptionKeyName.Auth, to.Secret);
        using var identity = new VapidAuthentication(key.Public, key.Private) { Subject = Subject };
        var message = new PushMessage(payload) { TimeToLive = SecondsToLive, Urgency = PushMessageUrgency.Normal };
        try
        {
            await client.RequestPushMessageDeliveryAsync(address, message, identity, VapidAuthenticationScheme.Vapid, ct);
            return new PushResult.Sent();
        }
        catch (PushServiceClientException refusal)
        {
            return Of(refusal);
        }
        catch (LtiServiceException forbidden)
        {
            return new PushResult.Refused(forbidden.Message);
        }
        catch (HttpRequestException failure)
        {
            return AddressGuard.Explain(failure) is { } forbidden
                ? new PushResult.Refused(forbidden.Message)
                : new PushResult.Retry($"{failure.HttpRequestError}", null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PushResult.Retry("no answer in time", null);
        }
    }

    private string Subject => options.Value is var tool && tool.Push.Subject is { Length: > 0 } said ? said
        : MailAddresses.FindNamed(tool.Mail.From) is { } named ? $"mailto:{named.Address}"
        : tool.PublicUrl.Scheme == Uri.UriSchemeHttps ? tool.PublicUrl.AbsoluteUri
        : $"mailto:admin@{tool.PublicUrl.IdnHost}";

    private static PushResult Of(PushServiceClientException refusal) => refusal.StatusCode switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new PushResult.Gone(),
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
            new PushResult.Retry($"{(int)refusal.StatusCode}", refusal.Headers.RetryAfter?.Delta),
        _ => new PushResult.Refused($"{(int)refusal.StatusCode}"),
    };
}

/// <summary>What a push service said: a closed family.</summary>
internal abstract record PushResult
{
    private PushResult()
    {
    }

    /// <summary>It will try to bring it.</summary>
    public sealed record Sent : PushResult;

    /// <summary>It knows the subscription no more (RFC 8030, 7.3): nothing is sent there again.</summary>
    public sealed record Gone : PushResult;

    /// <summary>It may take it later.</summary>
    /// <param name="Words">What it said.</param>
    /// <param name="After">How long it asked to wait, or null.</param>
    public sealed record Retry(string Words, TimeSpan? After) : PushResult;

    /// <summary>It doesn't take this one.</summary>
    /// <param name="Words">What it said.</param>
    public sealed record Refused(string Words) : PushResult;
}
