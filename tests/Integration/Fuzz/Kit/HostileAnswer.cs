using System.Globalization;
using System.Text;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Status">Status and reason, such as <c>200 OK</c>.</param>
/// <param name="Headers">Headers; Content-Length is added unless one is here or the body is in chunks.</param>
/// <param name="Body">The body.</param>
internal sealed record HostileAnswer(string Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>After how many bytes of the whole the connection ends; null to send all and keep it.</summary>
    public int? CutAt { get; init; }

    /// <summary>Whether nothing about the way it came is odd: what is in it must be used then.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A good answer with this body.</summary>
    public static HostileAnswer Good(string body, string type = "application/json") =>
        new("200 OK", [("Content-Type", type)], Encoding.UTF8.GetBytes(body)) { IsPlain = true };

    /// <summary>Nothing is here.</summary>
    public static HostileAnswer NotFound { get; } = new("404 Not Found", [], []) { IsPlain = true };

    /// <summary>Head and body.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder($"HTTP/1.1 {Status}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (!Headers.Any(header => header.Name is "Content-Length" or "Transfer-Encoding"))
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        // What is left of an odd answer must not be taken for the beginning of the next.
        head.Append(IsPlain ? "" : "Connection: close\r\n");

        byte[] whole = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. Body];
        return CutAt is { } cut && cut < whole.Length ? whole[..cut] : whole;
    }

    /// <summary>Whether the connection can't be used again.</summary>
    public bool EndsConnection => !IsPlain;

    public override string ToString()
    {
        var bytes = ToBytes();
        return $"{Encoding.UTF8.GetString(bytes, 0, Math.Min(3000, bytes.Length))} (cut at {CutAt})";
    }
}
