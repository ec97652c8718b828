using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The one way out to platforms: names itself, reads answers of bounded size in bounded time, and follows redirects within one host only.
/// Where a request may go is for <see cref="AddressGuard"/> to say, at the moment of the connection.
/// </summary>
internal sealed class LtiHttp(IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "lti";

    private const int MaxRedirects = 3;
    private const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Whoever asks for more patience is asked again all the same: by then it may have been a slip.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly string Version = typeof(LtiHttp).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Sets the limits. Some platforms refuse requests without a <c>User-Agent</c>.</summary>
    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(15);
        client.MaxResponseContentBufferSize = MaxAnswerBytes;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LearningBuddy/" + Version);
    }

    /// <summary>
    /// The connection's settings: no redirect, cookie or proxy of its own, and headers read as UTF-8, which platforms send.
    /// </summary>
    /// <param name="connect">Opens connections, and decides where to.</param>
    public static SocketsHttpHandler Handler(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ConnectCallback = connect,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CertificateFault.Check },
    };

    /// <summary>
    /// Sends a request and reads the whole answer. A GET follows redirects, on the same host only: what a host says of itself must come
    /// from it.
    /// </summary>
    /// <exception cref="LtiServiceException">Nobody answered, the answer was too large or too slow, or the address is not
    /// allowed.</exception>
    public async Task<LtiAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await SendOnceAsync(request, ct);
        for (var redirects = 0; answer.Location is { } next && request.Method == HttpMethod.Get && redirects < MaxRedirects; redirects++)
        {
            if (!Uri.TryCreate(request.RequestUri, next, out var target))
            {
                throw new LtiServiceException(
                    ServiceFault.Unreachable, $"{request.RequestUri!.Host} leads to something that is no address");
            }

            if (target.Scheme != request.RequestUri!.Scheme || target.Authority != request.RequestUri.Authority)
            {
                throw new LtiServiceException(
                    ServiceFault.Forbidden, $"{request.RequestUri.Host} leads to another address, {target.Authority}");
            }

            using var repeated = new HttpRequestMessage(HttpMethod.Get, target);
            foreach (var (name, values) in request.Headers)
            {
                repeated.Headers.TryAddWithoutValidation(name, values);
            }

            answer = await SendOnceAsync(repeated, ct);
        }

        return answer;
    }

    private async Task<LtiAnswer> SendOnceAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
            return new(
                response.StatusCode,
                response.ReasonPhrase ?? "",
                AnswerText.Of(await response.Content.ReadAsByteArrayAsync(ct), response.Content.Headers.ContentType?.CharSet),
                response.Headers.TryGetValues("Link", out var links) ? string.Join(", ", links) : null,
                response.Headers.CacheControl?.MaxAge,
                Wait(response.Headers.RetryAfter),
                (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? response.Headers.Location : null)
            {
                Date = response.Headers.Date,
            };
        }
        catch (HttpRequestException failure)
        {
            if (CertificateFault.In(failure) is { } fault)
            {
                throw new LtiServiceException(
                    ServiceFault.Unreachable, $"{request.RequestUri!.Host} could not be reached: {fault.Message}", failure)
                {
                    IsAboutCertificate = true,
                };
            }

            throw AddressGuard.Explain(failure)
                ?? new LtiServiceException(
                    ServiceFault.Unreachable, $"{request.RequestUri!.Host} could not be reached: {failure.HttpRequestError}", failure);
        }
        catch (OperationCanceledException failure) when (!ct.IsCancellationRequested)
        {
            throw new LtiServiceException(ServiceFault.Unreachable, $"{request.RequestUri!.Host} did not answer in time", failure);
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? after)
    {
        var asked = after?.Delta ?? (after?.Date is { } date && date > clock.GetUtcNow() ? date - clock.GetUtcNow() : null);
        return asked > LongestWait ? LongestWait : asked;
    }
}
