using System.Buffers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>A document that was sent, and what it does to the one that is there (3.1 of 1.0.3, 4.1.4 of 2.0).</summary>
internal sealed class SentDocument(LrsRequest request, DocumentRules rules, DateTimeOffset now)
{
    private const int HashLength = 40;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Whether a document's media type can be a header again when it is read: printable ASCII, whatever it says.</summary>
    public static bool CanBeReturned(string contentType) => Ascii.IsValid(contentType) && !contentType.Any(char.IsControl);

    /// <summary>The decision; pure, so that it can be made where nothing else can come between.</summary>
    public DocumentChange Decide(StoredDocument? existing)
    {
        if (CheckPreconditions(existing) is { } refusal)
        {
            return refusal;
        }

        return request.Method switch
        {
            "DELETE" => new DocumentChange.Remove(),
            "POST" => Merge(existing),
            _ => new DocumentChange.Write(Document(request.Body.ToArray(), ContentType)),
        };
    }

    private string ContentType => request.ContentType is { Length: > 0 } type ? type : MediaTypeNames.Application.Octet;

    private DocumentChange.Refuse? CheckPreconditions(StoredDocument? existing)
    {
        var ifMatch = request.Headers.IfMatch.ToString();
        var ifNoneMatch = request.Headers.IfNoneMatch.ToString();
        if (ifMatch.Length > 0 && (existing is null || !Matches(ifMatch, existing.ETag)))
        {
            return new(412, "LRS-152", "The document was changed since it was read (If-Match).");
        }

        if (ifNoneMatch.Length > 0 && existing is not null && Matches(ifNoneMatch, existing.ETag))
        {
            return new(412, "LRS-153", "There is such a document already (If-None-Match).");
        }

        return request.Method == "PUT" && ifMatch.Length == 0 && ifNoneMatch.Length == 0 ? Unconditional(existing) : null;
    }

    /// <summary>
    /// A PUT that says nothing about what is there: 409 if something is. Under 1.0.3 a profile's must always say it (2.6 and 2.7 by the
    /// conformance suite), a state's never.
    /// </summary>
    private DocumentChange.Refuse? Unconditional(StoredDocument? existing) => existing switch
    {
        _ when !rules.NeedsPrecondition(request.Version) => null,
        null => request.Version == XApiVersion.V103
            ? new(400, "LRS-158", "A new profile is sent with If-None-Match: *.")
            : null,
        _ => new(409, "LRS-154", "There is such a document already: read it and send its ETag as If-Match, or If-None-Match: *."),
    };

    /// <summary>
    /// Whether a header names this version, or any by *. The tag is a hash of the content, so it says the same in capitals, marked as weak,
    /// or with the ending that a compressing proxy gives to it (<c>-gzip</c>).
    /// </summary>
    internal static bool Matches(string header, string tag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(one => one == "*" || BareTag(one) == BareTag(tag));

    private static string BareTag(string tag)
    {
        var bare = (tag.StartsWith("W/", StringComparison.OrdinalIgnoreCase) ? tag[2..] : tag).Trim('"');
        return bare.Length >= HashLength && bare.AsSpan(0, HashLength).IndexOfAnyExcept(HexDigits) < 0
            && (bare.Length == HashLength || bare[HashLength] is '-' or ';' or ':')
                ? bare[..HashLength].ToLowerInvariant()
                : bare;
    }

    /// <summary>Top-level keys of two JSON objects; whole values are replaced. Everything else can't be merged.</summary>
    private DocumentChange Merge(StoredDocument? existing)
    {
        var isJson = IsJson(ContentType);
        if (existing is null)
        {
            return isJson && ReadObject(request.Body) is null
                ? NotMergeable
                : new DocumentChange.Write(Document(request.Body.ToArray(), ContentType));
        }

        if (!isJson
            || !IsJson(existing.ContentType)
            || ReadObject(existing.Content) is not { } merged
            || ReadObject(request.Body) is not { } added)
        {
            return NotMergeable;
        }

        foreach (var (key, value) in added)
        {
            merged[key] = value?.DeepClone();
        }

        return new DocumentChange.Write(
            Document(JsonSerializer.SerializeToUtf8Bytes(merged, LrsJsonContext.Default.JsonObject), existing.ContentType));
    }

    private static DocumentChange.Refuse NotMergeable { get; } = new(
        400, "LRS-155", "POST merges JSON objects; this is none, or what is there is none.");

    private static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static JsonObject? ReadObject(ReadOnlyMemory<byte> utf8)
    {
        if (JsonText.TryParse(utf8, out var document) is not null)
        {
            return null;
        }

        using (document)
        {
            return document!.RootElement.ValueKind == JsonValueKind.Object
                ? JsonNode.Parse(JsonText.WithoutMark(utf8).Span)!.AsObject()
                : null;
        }
    }

    private StoredDocument Document(byte[] content, string contentType) =>
        new(contentType, content, $"\"{Convert.ToHexStringLower(SHA1.HashData(content))}\"", now);
}
