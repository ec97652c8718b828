using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What one pending login remembers. It travels inside <c>state</c>, encrypted and signed, so that no node needs to store anything
/// until a launch has passed every check.
/// </summary>
/// <param name="PlatformId">The registration that the launch must come from.</param>
/// <param name="Id">Names the login's cookie and storage keys; 16 hexadecimal digits.</param>
/// <param name="Nonce">What the token's <c>nonce</c> must be.</param>
/// <param name="ProofHash">SHA-256 of the secret that only the browser of the login holds.</param>
/// <param name="TargetHash">SHA-256 of the login's <c>target_link_uri</c> in its normal spelling.</param>
/// <param name="IssuedAt">When the login began, UTC, to the millisecond.</param>
/// <param name="StorageTarget">The platform's storage frame, or null.</param>
internal sealed record LoginState(
    Guid PlatformId, string Id, string Nonce, byte[] ProofHash, byte[] TargetHash, DateTimeOffset IssuedAt, string? StorageTarget)
{
    /// <summary>How long a person may take at the platform's own login page.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const byte Layout = 1;
    private const int IdBytes = 8;
    private const int SecretBytes = 24;
    private const int FixedBytes = 1 + 16 + IdBytes + SecretBytes + 32 + 32 + 8;

    /// <summary>The cookie of this login.</summary>
    public string CookieName => BrowserCookie.Prefix + Id;

    /// <summary>Begins a login: the state, and the secret that goes to the browser alone.</summary>
    public static (LoginState State, string Proof) Begin(Guid platformId, string targetLinkUri, string? storageTarget, DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[IdBytes + SecretBytes + 32];
        RandomNumberGenerator.Fill(random);
        var proof = Base64Url.EncodeToString(random[(IdBytes + SecretBytes)..]);
        var state = new LoginState(
            platformId,
            Convert.ToHexStringLower(random[..IdBytes]),
            Base64Url.EncodeToString(random.Slice(IdBytes, SecretBytes)),
            Hash(proof),
            Hash(SameAddress.Of(targetLinkUri)),
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            storageTarget);
        return (state, proof);
    }

    /// <summary>Whether the browser's secret is the one of this login; takes the same time for every wrong one.</summary>
    public bool IsProvedBy(string proof) => CryptographicOperations.FixedTimeEquals(Hash(proof), ProofHash);

    /// <summary>
    /// Whether the login asked for this target: the same address, however it is spelled, or its beginning up to an &amp; that the platform
    /// forgot to escape in the login.
    /// </summary>
    public bool AskedFor(string targetLinkUri) =>
        SameAddress.BeginningsOf(targetLinkUri).Any(one => CryptographicOperations.FixedTimeEquals(Hash(one), TargetHash));

    /// <summary>The bytes that <see cref="LoginStates"/> protects.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[FixedBytes + Encoding.UTF8.GetByteCount(StorageTarget ?? "")];
        bytes[0] = Layout;
        var rest = bytes.AsSpan(1);
        PlatformId.TryWriteBytes(rest);
        Convert.FromHexString(Id, rest[16..], out _, out _);
        Base64Url.DecodeFromChars(Nonce, rest[(16 + IdBytes)..]);
        rest = rest[(16 + IdBytes + SecretBytes)..];
        ProofHash.CopyTo(rest);
        TargetHash.CopyTo(rest[32..]);
        BinaryPrimitives.WriteInt64BigEndian(rest[64..], IssuedAt.ToUnixTimeMilliseconds());
        Encoding.UTF8.GetBytes(StorageTarget ?? "", rest[72..]);
        return bytes;
    }

    /// <summary>
    /// Reads <see cref="ToBytes"/>; null for another layout, which an older or newer version of the tool may have written.
    /// </summary>
    public static LoginState? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes || bytes[0] != Layout)
        {
            return null;
        }

        var rest = bytes[1..];
        var id = rest[16..(16 + IdBytes)];
        var nonce = rest.Slice(16 + IdBytes, SecretBytes);
        var hashes = rest[(16 + IdBytes + SecretBytes)..];
        return new LoginState(
            new Guid(rest[..16]),
            Convert.ToHexStringLower(id),
            Base64Url.EncodeToString(nonce),
            hashes[..32].ToArray(),
            hashes[32..64].ToArray(),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(hashes[64..])),
            bytes.Length == FixedBytes ? null : Encoding.UTF8.GetString(hashes[72..]));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
