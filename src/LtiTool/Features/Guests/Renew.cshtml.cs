using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningBuddy.LtiTool.Features.Guests;

/// <summary>
/// Where a guest asks for a new link. The answer is the same whether the address is known or not, and nothing ever goes anywhere but to an
/// address that was asked before.
/// </summary>
[EnableRateLimiting(GuestTries.Policy)]
internal sealed class RenewModel(GuestMails mails) : OutsidePage
{
    /// <summary>Whether an address was taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>What was typed, when it was no address.</summary>
    public string? Typed { get; private set; }

    /// <summary>Shows the form, or that an address was taken.</summary>
    public void OnGet(bool taken, string? typed) => (IsTaken, Typed) = (taken, typed);

    /// <summary>Takes an address.</summary>
    public async Task<IActionResult> OnPostAsync(string? address, CancellationToken ct)
    {
        if (MailAddresses.Find(address?.Trim())?.Address.ToLowerInvariant() is not { } known)
        {
            return Again(KeyValuePair.Create("typed", address));
        }

        await mails.SendNewLinkAsync(known, ct);
        return Again(KeyValuePair.Create<string, string?>("taken", "true"));
    }
}
