using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.XApi.Statements;

/// <summary>
/// Name-based ids (UUID version 5, RFC 9562, 5.5), so that a replay, a re-queue and a restore all give a statement the same id.
/// Version 5 and not 7, since validators that accept versions 1 to 5 only are in wide use.
/// </summary>
public static class StatementIds
{
    /// <value>UUIDv5 of the profile's IRI in the URL namespace. May never change: every id ever sent hangs on it.</value>
    public static readonly Guid Namespace = new("42191183-9548-53ed-8e41-512daf14f32d");

    /// <summary>The id of the <paramref name="ordinal"/>th statement of an event.</summary>
    /// <param name="eventId">The journey event it is a projection of. An event yields statements of one template only.</param>
    /// <param name="ordinal">1 for the first; more than one where an event has one statement for each attendee.</param>
    public static Guid ForEvent(Guid eventId, int ordinal = 1) => NameBased(Namespace, $"stmt|{eventId:D}|{ordinal}");

    /// <summary>The registration of one enrolment in one run: the same for every statement about that learner's journey.</summary>
    public static Guid ForRegistration(string issuer, string subject, Guid journeyId) =>
        NameBased(Namespace, $"reg|{issuer}|{subject}|{journeyId:D}");

    /// <summary>UUID version 5 of <paramref name="name"/> (UTF-8) in <paramref name="space"/>.</summary>
    public static Guid NameBased(Guid space, string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));

        // RFC 9562 fixes SHA-1 for version 5; nothing here depends on its strength.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
