using System.Security.Cryptography;

namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>
/// PBKDF2 of a secret. Secrets are made here with 256 bits of chance, so that few rounds are enough; the salt keeps equal ones apart.
/// </summary>
internal static class SecretHash
{
    private const int Rounds = 10_000;

    /// <summary>A secret for HTTP Basic: 43 characters that need no escaping.</summary>
    public static string NewSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(16);

    public static byte[] Of(string secret, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(secret, salt, Rounds, HashAlgorithmName.SHA256, 32);

    public static bool Fits(string secret, byte[] salt, byte[] hash) => CryptographicOperations.FixedTimeEquals(Of(secret, salt), hash);
}
