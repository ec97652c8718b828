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

    /// <summary>
    /// POST of a batch; always an array, whose bytes are those that were kept. Data of attachments makes it <c>multipart/mixed</c>.
    /// </summary>
    public static HttpRequestMessage Post(LrsEndpoint endpoint, IReadOnlyList<FrozenStatement> batch)
    {
        var request = To(endpoint, HttpMethod.Post, endpoint.To("statements"));
        var attachments = batch.SelectMany(statement => statement.Attachments).DistinctBy(attachment => attachment.Sha2).ToList();
        request.Content = attachments.Count == 0 ? Statements(batch) : Mixed(Statements(batch), attachments);
        return request;
    }

    private static ByteArrayContent Statements(IReadOnlyList<FrozenStatement> batch)
    {
        using var body = new MemoryStream();
        for (var i = 0; i < batch.Count; i++)
        {
            body.WriteByte((byte)(i == 0 ? '[' : ','));
            body.Write(batch[i].Json.Span);
        }

        body.WriteByte((byte)']');
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static MultipartContent Mixed(HttpContent statements, List<FrozenAttachment> attachments)
    {
        var boundary = $"xapi-{Guid.NewGuid():N}";
        var mixed = new MultipartContent("mixed", boundary) { statements };

        // The framework puts the boundary in quotes, which not every record store reads.
        mixed.Headers.ContentType!.Parameters.Single(parameter => parameter.Name == "boundary").Value = boundary;
        foreach (var attachment in attachments)
        {
            var part = new ReadOnlyMemoryContent(attachment.Content);
            part.Headers.TryAddWithoutValidation("Content-Type", attachment.ContentType);
            part.Headers.Add("Content-Transfer-Encoding", "binary");
            part.Headers.Add("X-Experience-API-Hash", attachment.Sha2);
            mixed.Add(part);
        }

        return mixed;
    }
}
