using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.DemoLms.World;

/// <summary>Identifiers: those of the seed are the same at every start, so that a tool with a kept database meets old friends.</summary>
internal static class Ids
{
    /// <summary>The first hexadecimal digits of the name's SHA-256.</summary>
    /// <param name="digits">1 to 64.</param>
    public static string Hex(string name, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..digits];

    /// <summary>A UUID that depends on the name alone.</summary>
    public static string Uuid(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    /// <summary>An unguessable lower-case hexadecimal word of 128 bits.</summary>
    public static string Secret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
