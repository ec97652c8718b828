using System.Buffers;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Statements with the data of their attachments (1.5.2 of 1.0.3): one part for each hash that is here.</summary>
internal static class MultipartReply
{
    public static async Task<LrsReply> WriteAsync(
        ReadOnlyMemory<byte> json, IReadOnlyList<StoredStatement> statements, IStatementStore store, CancellationToken ct)
    {
        var described = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            using var document = JsonDocument.Parse(statement.Payload);
            foreach (var attachment in IntakeSource.AttachmentsIn(document.RootElement))
            {
                described[attachment.GetProperty("sha2").GetString()!.ToLowerInvariant()] =
                    attachment.GetProperty("contentType").GetString()!;
            }
        }

        var boundary = $"xapi-{Guid.NewGuid():N}";
        var buffer = new ArrayBufferWriter<byte>(json.Length + 512);
        Part(buffer, boundary, "Content-Type: application/json", json.Span);
        foreach (var data in await store.AttachmentsAsync(described.Keys, ct))
        {
            Part(
                buffer,
                boundary,
                $"Content-Type: {described[data.Sha2]}\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {data.Sha2}",
                data.Content);
        }

        buffer.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return new LrsReply { Status = 200, ContentType = $"multipart/mixed; boundary={boundary}", Body = buffer.WrittenMemory };
    }

    private static void Part(ArrayBufferWriter<byte> buffer, string boundary, string headers, ReadOnlySpan<byte> content)
    {
        buffer.Write(Encoding.Latin1.GetBytes($"--{boundary}\r\n{headers}\r\n\r\n"));
        buffer.Write(content);
        buffer.Write("\r\n"u8);
    }
}
