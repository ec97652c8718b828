using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Calls to a platform's services with a token for the scopes needed, as little as needed.</summary>
internal sealed class ServiceCalls(LtiHttp http, AccessTokens tokens)
{
    private const int MaxPages = 2000;

    /// <summary>Sends a request with a token; one that is refused is thrown away and fetched again, once.</summary>
    /// <param name="platform">Who is called.</param>
    /// <param name="scopes">What the token must allow.</param>
    /// <param name="request">Makes the request; called a second time after a 401.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="LtiServiceException">There is no token, or no answer.</exception>
    public async Task<LtiAnswer> SendAsync(
        Platform platform, IReadOnlyList<string> scopes, Func<HttpRequestMessage> request, CancellationToken ct)
    {
        if (LtiScopes.MissingOf(platform, scopes) is { Count: > 0 } missing)
        {
            throw new LtiServiceException(
                ServiceFault.Refused, $"the registration does not have the scope {string.Join(" ", missing)}: the LMS was not asked");
        }

        var token = await tokens.GetAsync(platform, scopes, ct);
        var answer = await SendAsync(token, request, ct);
        if (answer.Status != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        tokens.Forget(platform, scopes, token);
        return await SendAsync(await tokens.GetAsync(platform, scopes, ct), request, ct);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="LtiServiceException">The answer is not a success, or not JSON.</exception>
    public async Task<(JsonDocument Document, LtiAnswer Answer)> ReadAsync(
        Platform platform, IReadOnlyList<string> scopes, Uri address, string mediaType, CancellationToken ct)
    {
        var answer = await SendAsync(platform, scopes, () => Get(address, mediaType), ct);
        return (Parse(platform, answer, address), answer);
    }

    /// <summary>Reads page after page until there is none left.</summary>
    /// <param name="platform">Who is called.</param>
    /// <param name="scopes">What the token must allow.</param>
    /// <param name="first">The first page; no <c>limit</c> is ever added, since that makes some platforms fail.</param>
    /// <param name="mediaType">The only one accepted.</param>
    /// <param name="onPage">Takes what it needs from each page.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>True when the last page was reached; false when pages went in a circle, led to another site, failed half-way or never
    /// ended.</returns>
    /// <exception cref="LtiServiceException">The first page could not be read.</exception>
    public async Task<bool> ReadPagesAsync(
        Platform platform, IReadOnlyList<string> scopes, Uri first, string mediaType, Action<JsonElement> onPage, CancellationToken ct)
    {
        var seen = new HashSet<Uri>();
        Uri? page = first;
        while (page is not null)
        {
            if (!seen.Add(page) || seen.Count > MaxPages || page.Authority != first.Authority)
            {
                return false;
            }

            try
            {
                var (document, answer) = await ReadAsync(platform, scopes, page, mediaType, ct);
                using (document)
                {
                    onPage(document.RootElement);
                }

                page = ServiceAddress.AsReached(LmsCatalog.Of(platform).NextPage(answer.Link, page), first);
            }
            catch (LtiServiceException) when (seen.Count > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Turns an answer that is not a success into an exception that says whether to try again.</summary>
    public static LtiServiceException Failure(Platform platform, LtiAnswer answer, Uri address)
    {
        var fault = LmsCatalog.Of(platform).IsThrottled(answer) ? ServiceFault.Throttled : answer.Status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => ServiceFault.Gone,
            HttpStatusCode.RequestTimeout => ServiceFault.Unreachable,
            HttpStatusCode.InternalServerError => ServiceFault.Failed,
            >= HttpStatusCode.InternalServerError => ServiceFault.Unreachable,
            _ => ServiceFault.Refused,
        };
        return new(fault, $"{address.Host} answered {(int)answer.Status} {PlatformWords.Reason(answer.Reason)}")
        {
            Status = answer.Status,
            RetryAfter = answer.RetryAfter,
        };
    }

    private static HttpRequestMessage Get(Uri address, string mediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        return request;
    }

    private static JsonDocument Parse(Platform platform, LtiAnswer answer, Uri address)
    {
        if (!answer.IsSuccess)
        {
            throw Failure(platform, answer, address);
        }

        try
        {
            return PlatformJson.Parse(answer.Body);
        }
        catch (JsonException broken)
        {
            throw new LtiServiceException(ServiceFault.Unreachable, $"{address.Host} answered something that is not JSON", broken);
        }
    }

    private async Task<LtiAnswer> SendAsync(string token, Func<HttpRequestMessage> make, CancellationToken ct)
    {
        using var request = make();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, ct);
    }
}
