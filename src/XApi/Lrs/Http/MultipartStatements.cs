using System.Security.Cryptography;
using LearningBuddy.XApi.Lrs.Intake;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// Statements with attachments in one request (1.5.2 of 1.0.3): JSON first, then one part for each attachment, known by its hash.
/// </summary>
internal static class MultipartStatements
{
    private const string HashHeader = "X-Experience-API-Hash";

    public static async Task<(StatementContent? Content, LrsReply? Refusal)> ReadAsync(LrsRequest request, string boundary)
    {
        if (boundary.Length is 0 or > 200)
        {
            return (null, Refuse("The media type names no boundary."));
        }

        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(request.Body.ToArray(), writable: false))
            {
                BodyLengthLimit = null,
            };
            return await ReadPartsAsync(reader, request.Aborted);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, Refuse("The parts can't be told apart: " + e.Message));
        }
    }

    private static async Task<(StatementContent? Content, LrsReply? Refusal)> ReadPartsAsync(MultipartReader reader, CancellationToken ct)
    {
        if (await reader.ReadNextSectionAsync(ct) is not { } first
            || first.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, Refuse("The first part is application/json."));
        }

        var json = await ReadAsync(first, ct);
        var parts = new Dictionary<string, AttachmentData>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.Headers is not { } headers
                || !headers.TryGetValue(HashHeader, out var value)
                || value.ToString() is not { Length: > 0 } hash)
            {
                return (null, Refuse($"Each attachment has a {HashHeader}."));
            }

            if (!headers["Content-Transfer-Encoding"].ToString().Trim().Equals("binary", StringComparison.OrdinalIgnoreCase))
            {
                return (null, Refuse("The Content-Transfer-Encoding of an attachment is binary."));
            }

            var content = await ReadAsync(section, ct);
            if (!Fits(hash, content))
            {
                return (null, Refuse($"The content of a part does not have the hash {hash}."));
            }

            parts[hash] = new AttachmentData(hash.ToLowerInvariant(), content);
        }

        return (new StatementContent(json, parts), null);
    }

    private static bool Fits(string hash, byte[] content)
    {
        var computed = hash.Length switch
        {
            64 => SHA256.HashData(content),
            96 => SHA384.HashData(content),
            128 => SHA512.HashData(content),
            _ => [],
        };
        return computed.Length > 0 && hash.Equals(Convert.ToHexString(computed), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<byte[]> ReadAsync(MultipartSection section, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await section.Body.CopyToAsync(buffer, ct);
        return buffer.ToArray();
    }

    private static LrsReply Refuse(string why) => LrsReply.BadRequest("LRS-131", why);
}
