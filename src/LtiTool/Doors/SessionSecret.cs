using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>256-bit secrets of a session: the handle in the path and the cookie. Only hashes are stored.</summary>
internal static class SessionSecret
{
    /// <summary>A new secret: 43 characters, base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of a secret, base64url.</summary>
    public static string Hash(ReadOnlySpan<char> secret)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(secret.Length)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(secret, bytes)], hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>Name of the cookie that goes with a handle: one a session, so that two courses in one browser never mix.</summary>
    public static string CookieName(string handleHash) => "__Host-lb-s-" + handleHash[..12];

    /// <summary>Compares without telling by time how much was right.</summary>
    public static bool AreEqual(string? a, string? b) =>
        a is not null && b is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
