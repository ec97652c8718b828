using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Reads a body whole: statements are validated before the first byte is stored.</summary>
internal static class BodyReader
{
    /// <summary>The bytes, or null if there are more than allowed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">0 for any number.</param>
    /// <param name="ct">Ends when the client goes away.</param>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        var limit = maxBytes == 0 ? int.MaxValue : maxBytes;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            // Our own limit speaks, with words; the server's would cut the connection before it.
            server.MaxRequestBodySize = null;
        }

        if (request.ContentLength > limit)
        {
            return null;
        }

        if (request.ContentLength is { } length)
        {
            var body = new byte[length];
            await request.Body.ReadExactlyAsync(body, ct);
            return body;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, ct)) > 0;)
        {
            if (buffer.Length + read > limit)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
