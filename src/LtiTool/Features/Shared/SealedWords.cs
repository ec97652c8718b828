using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// What somebody typed into a form that could not be sent, on its way back to that form: a page is asked for again, and its address stands
/// in the logs of whatever is between the browser and us. So words in it are sealed, for this session alone; and pressed, for an address
/// is short.
/// </summary>
internal sealed class SealedWords(IDataProtectionProvider protection, CurrentSession me, TimeProvider clock)
{
    /// <summary>As long as a page with the form may stay open.</summary>
    private static readonly TimeSpan Life = SessionRules.Idle;

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("LearningBuddy.SealedWords", me.Id.ToString("N")).ToTimeLimitedDataProtector();

    /// <summary>Words as an address may carry them; null where there are none.</summary>
    /// <param name="words">What was typed.</param>
    /// <param name="longest">More characters than this are cut: no more would be kept either.</param>
    public string? Seal(string? words, int longest) => string.IsNullOrEmpty(words)
        ? null
        : WebEncoders.Base64UrlEncode(Protector.Protect(Press(CleanText.Cut(CleanText.Of(words), longest)), clock.GetUtcNow() + Life));

    /// <summary>The words again; null where there are none, or they were sealed elsewhere or too long ago.</summary>
    public string? Open(string? carried)
    {
        if (string.IsNullOrEmpty(carried))
        {
            return null;
        }

        try
        {
            var pressed = Protector.Unprotect(WebEncoders.Base64UrlDecode(carried), out var until);
            return until > clock.GetUtcNow() ? Release(pressed) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Press(string words)
    {
        using var pressed = new MemoryStream();
        using (var brotli = new BrotliStream(pressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(words));
        }

        return pressed.ToArray();
    }

    private static string Release(byte[] pressed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(pressed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
