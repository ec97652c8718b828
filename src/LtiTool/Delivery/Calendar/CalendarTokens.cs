using System.Buffers.Text;
using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Signs addresses of calendars. A token holds the person and the key of their calendar, and is good for as long as they keep that key.
/// </summary>
internal sealed class CalendarTokens(IDataProtectionProvider protection, IOptions<LearningBuddyOptions> options)
{
    private const int Length = 32;
    private readonly IDataProtector protector = protection.CreateProtector("LearningBuddy.Calendar");

    /// <summary>Where a calendar program fetches somebody's calendar.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="key">The key of their calendar.</param>
    public Uri Address(Guid personId, Guid key)
    {
        var token = Base64Url.EncodeToString(protector.Protect([.. personId.ToByteArray(), .. key.ToByteArray()]));
        return new Uri(options.Value.PublicUrl, $"/cal/{token}.ics");
    }

    /// <summary>What a token was signed for; null when it wasn't signed here. Whether it still holds is asked of the database.</summary>
    public (Guid PersonId, Guid Key)? Read(string token)
    {
        try
        {
            return protector.Unprotect(Base64Url.DecodeFromChars(token)) is { Length: Length } said
                ? (new Guid(said.AsSpan(0, Length / 2)), new Guid(said.AsSpan(Length / 2)))
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whose calendar it is; null for a token that is none, or whose key was replaced or taken away.</summary>
    public async Task<Guid?> OwnerAsync(BuddyDbContext db, string token, CancellationToken ct) =>
        Read(token) is var (person, key)
            && await db.MessagePreferences.AnyAsync(said => said.PersonId == person && said.CalendarKey == key, ct)
                ? person
                : null;
}
