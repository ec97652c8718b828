using System.Net.Http.Headers;
using System.Text;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>Requests as every record store expects them.</summary>
internal static class Requests
{
    /// <summary>A request with version and credentials.</summary>
    public static HttpRequestMessage To(LrsEndpoint endpoint, HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.Key}:{endpoint.Secret}")));
        request.Headers.Add(XApiVersions.Header, endpoint.Version.ToHeader());
        return request;
    }

    /// <summary>POST of a batch; always an array, whose bytes are those that were kept.</summary>
    public static HttpRequestMessage Post(LrsEndpoint endpoint, IReadOnlyList<FrozenStatement> batch)
    {
        using var body = new MemoryStream();
        for (var i = 0; i < batch.Count; i++)
        {
            body.WriteByte((byte)(i == 0 ? '[' : ','));
            body.Write(batch[i].Json.Span);
        }

        body.WriteByte((byte)']');
        var request = To(endpoint, HttpMethod.Post, endpoint.To("statements"));
        request.Content = new ByteArrayContent(body.ToArray());
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }
}
