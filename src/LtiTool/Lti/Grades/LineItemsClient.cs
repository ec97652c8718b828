using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Columns of a platform's grade book (AGS 2.0, 3.2). Every method throws <see cref="LtiServiceException"/> when the platform does not do
/// its part.
/// </summary>
public sealed class LineItemsClient
{
    private static readonly string[] ReadOnly = [LtiScopes.LineItemReadOnly];
    private static readonly string[] ToChange = [LtiScopes.LineItem];

    private readonly ConcurrentDictionary<Guid, bool> withoutTheSmallerScope = new();
    private readonly ServiceCalls calls;

    internal LineItemsClient(ServiceCalls calls) => this.calls = calls;

    /// <summary>This tool's columns in a course, all pages of them.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="lineItems">The container's address from the launch; its query is kept.</param>
    /// <param name="resourceLinkId">Only those of a link, or null.</param>
    /// <param name="resourceId">Only those of a thing of ours, or null.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<LineItem>> ListAsync(
        Platform platform, Uri lineItems, string? resourceLinkId, string? resourceId, CancellationToken ct)
    {
        var address = ServiceAddress.WithQuery(
            ServiceAddress.WithQuery(lineItems, "resource_link_id", resourceLinkId), "resource_id", resourceId);
        List<LineItem> items = [];
        var complete = await ReadAsync(
            platform,
            scopes => calls.ReadPagesAsync(platform, scopes, address, MediaTypes.LineItems, page => Collect(page, lineItems, items), ct));
        return complete ? items : throw new LtiServiceException(ServiceFault.Unreachable, $"{lineItems.Host} did not list all line items");
    }

    /// <summary>
    /// The column of a thing of ours on a link, made when there is none. Two callers at once may make two: keep a lock, or a unique index,
    /// around it.
    /// </summary>
    /// <param name="platform">The registration.</param>
    /// <param name="lineItems">The container's address.</param>
    /// <param name="wanted">Found by resource id and tag, and by its link where it names one; made as it is when missing.</param>
    /// <param name="ct">Stops waiting; the platform may already have made it.</param>
    public async Task<LineItem> FindOrCreateAsync(Platform platform, Uri lineItems, LineItem wanted, CancellationToken ct)
    {
        var known = await ListAsync(platform, lineItems, null, wanted.ResourceId, ct);
        var same = known.FirstOrDefault(item =>
            item.ResourceId == wanted.ResourceId && item.Tag == wanted.Tag
            && (wanted.ResourceLinkId is null || item.ResourceLinkId == wanted.ResourceLinkId));
        return same ?? await SendAsync(platform, HttpMethod.Post, lineItems, wanted, ct);
    }

    /// <summary>One column as it is now.</summary>
    public async Task<LineItem> GetAsync(Platform platform, Uri lineItem, CancellationToken ct)
    {
        var (document, _) = await ReadAsync(
            platform, scopes => calls.ReadAsync(platform, scopes, lineItem, MediaTypes.LineItem, ct));
        using (document)
        {
            return LineItem.Read(document.RootElement) ?? throw NotAnItem(lineItem);
        }
    }

    /// <summary>
    /// Changes a column. It is read first and sent back whole, since a change replaces everything: what is left out would be lost.
    /// </summary>
    /// <param name="platform">The registration.</param>
    /// <param name="lineItem">Its address.</param>
    /// <param name="change">Gives the column as it should be.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <remarks>Some platforms rescale grades when the maximum changes, and turn missing ones into zero.</remarks>
    public async Task<LineItem> ChangeAsync(Platform platform, Uri lineItem, Func<LineItem, LineItem> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var now = await GetAsync(platform, lineItem, ct);
        return await SendAsync(platform, HttpMethod.Put, lineItem, change(now), ct);
    }

    private async Task<LineItem> SendAsync(Platform platform, HttpMethod method, Uri address, LineItem item, CancellationToken ct)
    {
        var answer = await calls.SendAsync(platform, ToChange, () => Request(method, address, item), ct);
        if (!answer.IsSuccess)
        {
            throw ServiceCalls.Failure(platform, answer, address);
        }

        try
        {
            using var document = PlatformJson.Parse(answer.Body);
            return LineItem.Read(document.RootElement) ?? throw NotAnItem(address);
        }
        catch (JsonException)
        {
            throw NotAnItem(address);
        }
    }

    /// <summary>
    /// Reads with the smaller scope, unless the registration was granted the larger one alone. Where nothing is known of the scopes, as
    /// after a registration by hand, a refusal of the smaller one leads to the larger one (AGS 2.0, 3.1).
    /// </summary>
    private async Task<T> ReadAsync<T>(Platform platform, Func<string[], Task<T>> read)
    {
        var larger = platform.Scopes.Contains(LtiScopes.LineItem) && !platform.Scopes.Contains(LtiScopes.LineItemReadOnly);
        if (larger || withoutTheSmallerScope.ContainsKey(platform.Id))
        {
            return await read(ToChange);
        }

        try
        {
            return await read(ReadOnly);
        }
        catch (LtiServiceException refused) when (
            refused is { Fault: ServiceFault.Refused, IsAboutToken: true } && platform.Scopes.Count == 0)
        {
            var result = await read(ToChange);
            withoutTheSmallerScope[platform.Id] = true;
            return result;
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, LineItem item)
    {
        var request = new HttpRequestMessage(method, address)
        {
            Content = new StringContent(item.Write(), new MediaTypeHeaderValue(MediaTypes.LineItem)),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypes.LineItem));
        return request;
    }

    private static void Collect(JsonElement page, Uri address, List<LineItem> items) =>
        items.AddRange(page.ListOf("line items", address).Select(LineItem.Read).OfType<LineItem>());

    private static LtiServiceException NotAnItem(Uri address) =>
        new(ServiceFault.Unreachable, $"{address.Host} answered something that is not a line item");
}
