using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.Shared.Core;

/// <summary>Ids of what follows from something: the same cause gives the same id, so that doing it twice does it once.</summary>
public static class DerivedId
{
    /// <summary>An id (UUID version 8, RFC 9562 5.8) made of a cause and a name.</summary>
    public static Guid From(Guid cause, string name)
    {
        Span<byte> bytes = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        cause.TryWriteBytes(bytes, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, bytes[16..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        var version = BinaryPrimitives.ReadUInt16BigEndian(hash[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((version & 0x0FFF) | 0x8000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
