using System.Buffers.Text;
using System.Security.Cryptography;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Signs the keys of guest links. A token is good for nothing by its signature alone: its hash must stand in the table of links too, so
/// that neither a copy of the keys nor one of the database opens a door.
/// </summary>
internal sealed class GuestTokens(IDataProtectionProvider protection, IOptions<LtiOptions> options)
{
    /// <summary>Where a guest asks for a new link.</summary>
    public const string NewLinkPage = "/g";

    private readonly IDataProtector protector = protection.CreateProtector("LearningBuddy.GuestLink");

    /// <summary>A new token for a link.</summary>
    public string New(Guid linkId) => Base64Url.EncodeToString(protector.Protect(linkId.ToByteArray()));

    /// <summary>The link that a token was signed for; null when it wasn't signed here.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(token)) is { Length: 16 } id ? new Guid(id) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The address of the page behind a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="language">The language the mail is in: the page is in the same.</param>
    public Uri Page(string token, string language) => new(options.Value.PublicUrl, $"{NewLinkPage}/{token}?culture={language}");
}
