using System.Security.Cryptography;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Signs the links that open a device of somebody's own: each is good for ten minutes, and once.</summary>
internal sealed class DeviceTickets(IDataProtectionProvider protection, IOptions<LtiOptions> options, TimeProvider clock)
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("LearningBuddy.DeviceTicket").ToTimeLimitedDataProtector();

    /// <summary>A link for a person, made at the moment it is shown.</summary>
    /// <param name="personId">Whose device it will open.</param>
    /// <param name="language">The language they read: the page is in the same.</param>
    public Uri Page(Guid personId, string language)
    {
        var token = protector.Protect($"{personId:N}{Guid.NewGuid():N}", clock.GetUtcNow() + Life);
        return new(options.Value.PublicUrl, $"{DevicePath.Home}/open/{token}?culture={language}");
    }

    /// <summary>What a link says; null when it wasn't signed here, or has run out.</summary>
    public DeviceTicket? Read(string token)
    {
        try
        {
            var said = protector.Unprotect(token, out var until);
            return until > clock.GetUtcNow() && said.Length == 64 ? new(Guid.ParseExact(said[..32], "N"), said[32..], until) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>What a link that opens a device says.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Serial">Its own number: it is used up.</param>
/// <param name="Until">When it runs out, UTC.</param>
internal sealed record DeviceTicket(Guid PersonId, string Serial, DateTimeOffset Until);
