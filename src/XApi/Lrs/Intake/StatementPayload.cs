using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>
/// Writes a received statement the way it will be returned: everything as it came, byte for byte, with what the LRS adds (2.4 of 1.0.3).
/// Only two things are put in another form: one context activity without its list, and under 2.0 a timestamp that is not UTC.
/// </summary>
internal sealed class StatementPayload
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly List<int> stamps = [];
    private bool isFirst = true;

    private StatementPayload()
    {
    }

    /// <value>Where the moment of storing belongs.</value>
    public IReadOnlyList<int> StampOffsets => stamps;

    /// <summary>The text.</summary>
    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    /// <summary>Writes a valid statement.</summary>
    /// <param name="statement">As received.</param>
    /// <param name="id">Its id, maybe made by the LRS.</param>
    /// <param name="authority">JSON of the authority that the credential stands for.</param>
    /// <param name="version">The version of the request.</param>
    public static StatementPayload Write(JsonElement statement, Guid id, ReadOnlySpan<byte> authority, XApiVersion version)
    {
        var payload = new StatementPayload();
        payload.Append("{"u8);
        payload.Property("id"u8, Encoding.ASCII.GetBytes($"\"{id:D}\""));
        foreach (var property in statement.EnumerateObject())
        {
            if (property.Name is not ("id" or "timestamp" or "stored" or "authority" or "version"))
            {
                payload.Received(property);
            }
        }

        payload.Timestamp(statement, version);
        payload.Stamped("stored"u8);
        payload.Property("authority"u8, authority);
        payload.Property("version"u8, statement.TryGetProperty("version", out var stated)
            ? JsonMarshal.GetRawUtf8Value(stated)
            : Encoding.ASCII.GetBytes($"\"{version.ToStatementVersion()}\""));
        payload.Append("}"u8);
        return payload;
    }

    private void Received(JsonProperty property)
    {
        if (property.Name is "context" or "object" && NeedsLists(property.Value))
        {
            Property(JsonMarshal.GetRawUtf8PropertyName(property), WithLists(property.Value));
        }
        else
        {
            Property(JsonMarshal.GetRawUtf8PropertyName(property), JsonMarshal.GetRawUtf8Value(property.Value));
        }
    }

    private void Timestamp(JsonElement statement, XApiVersion version)
    {
        if (!statement.TryGetProperty("timestamp", out var timestamp))
        {
            Stamped("timestamp"u8);
        }
        else if (version == XApiVersion.V200 && !timestamp.GetString()!.EndsWith('Z')
            && XApiTimestamp.TryParse(timestamp.GetString(), version, out var at))
        {
            Property("timestamp"u8, Encoding.ASCII.GetBytes($"\"{XApiTimestamp.Format(at)}\""));
        }
        else
        {
            Property("timestamp"u8, JsonMarshal.GetRawUtf8Value(timestamp));
        }
    }

    private void Stamped(ReadOnlySpan<byte> name)
    {
        Property(name, "\""u8);
        stamps.Add(buffer.WrittenCount);
        Append(IncomingStatement.EmptyStamp);
        Append("\""u8);
    }

    private void Property(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Append(isFirst ? "\""u8 : ",\""u8);
        isFirst = false;
        Append(name);
        Append("\":"u8);
        Append(value);
    }

    private void Append(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private static bool NeedsLists(JsonElement part) =>
        (part.TryGetProperty("contextActivities", out var groups)
            && groups.EnumerateObject().Any(group => group.Value.ValueKind != JsonValueKind.Array))
        || (part.TryGetProperty("context", out var inner) && inner.ValueKind == JsonValueKind.Object && NeedsLists(inner));

    /// <summary>A context, or a sub-statement with one, whose single context activities stand in lists.</summary>
    private static byte[] WithLists(JsonElement part)
    {
        var copy = new StatementPayload();
        copy.Append("{"u8);
        foreach (var property in part.EnumerateObject())
        {
            copy.Property(JsonMarshal.GetRawUtf8PropertyName(property), property.Name switch
            {
                "contextActivities" => Listed(property.Value),
                "context" => WithLists(property.Value),
                _ => JsonMarshal.GetRawUtf8Value(property.Value),
            });
        }

        copy.Append("}"u8);
        return copy.ToArray();
    }

    private static byte[] Listed(JsonElement groups)
    {
        var copy = new StatementPayload();
        copy.Append("{"u8);
        foreach (var group in groups.EnumerateObject())
        {
            var value = JsonMarshal.GetRawUtf8Value(group.Value);
            copy.Property(
                JsonMarshal.GetRawUtf8PropertyName(group),
                group.Value.ValueKind == JsonValueKind.Array ? value : (byte[])[(byte)'[', .. value, (byte)']']);
        }

        copy.Append("}"u8);
        return copy.ToArray();
    }
}
