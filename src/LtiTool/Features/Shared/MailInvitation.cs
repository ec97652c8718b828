using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>An invitation to somebody outside the course, by mail, as a learner typed it.</summary>
/// <param name="Address">The address, in lower case.</param>
/// <param name="Words">The learner's own words, cut to what is kept.</param>
/// <param name="Fault">Why it can't be sent, or null.</param>
internal sealed record MailInvitation(string Address, string Words, MailFault? Fault)
{
    /// <summary>Reads what was typed.</summary>
    /// <param name="db">To look up the learner's own addresses.</param>
    /// <param name="me">The learner, in a journey whose design says whether people from outside are asked at all.</param>
    /// <param name="address">What was typed.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<MailInvitation> ReadAsync(
        BuddyDbContext db, CurrentSession me, string? address, string? words, CancellationToken ct)
    {
        var typed = CleanText.Of(words).Trim();
        var known = MailAddresses.Find(address?.Trim())?.Address.ToLowerInvariant() ?? "";
        MailFault? fault = me.Design is not { AllowsGuests: true } ? MailFault.NobodyOutside
            : known.Length is 0 or > Account.LongestName ? MailFault.NoAddress
            : await IsOwnAsync(db, me.PersonId, known, ct) ? MailFault.OwnAddress
            : CleanText.IsVisible(typed) ? null : MailFault.NoWords;
        return new(known, CleanText.Cut(typed, Invitation.LongestWords), fault);
    }

    /// <summary>Nobody is asked for themselves: as far as their addresses are known.</summary>
    private static async Task<bool> IsOwnAsync(BuddyDbContext db, Guid learnerId, string address, CancellationToken ct) =>
        await db.Accounts.AnyAsync(
            account => account.PersonId == learnerId && account.Kind == AccountKind.Email && account.Name == address, ct)
        || string.Equals(
            await db.People.Where(person => person.Id == learnerId).Select(person => person.Email).SingleOrDefaultAsync(ct),
            address,
            StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why an invitation by mail can't be sent.</summary>
public enum MailFault
{
    /// <summary>It is no mail address.</summary>
    NoAddress,

    /// <summary>It is the learner's own.</summary>
    OwnAddress,

    /// <summary>The learner's own words are missing.</summary>
    NoWords,

    /// <summary>Too many went there, or by this learner, today.</summary>
    TooOften,

    /// <summary>In this journey nobody from outside the course is asked.</summary>
    NobodyOutside,
}

/// <summary>The form of an invitation by mail after a try, for <c>_MailFields.cshtml</c>.</summary>
/// <param name="Address">What was typed.</param>
/// <param name="Message">What was typed.</param>
/// <param name="Fault">Why it could not be sent, or null.</param>
public sealed record MailForm(string? Address, string? Message, MailFault? Fault)
{
    /// <summary>The longest address that is given back, in characters.</summary>
    private const int LongestAddress = 320;

    /// <summary>The form as an address may carry it back to its page.</summary>
    internal static object Carried(SealedWords words, Guid? id, string? address, string? message, MailFault? fault) => new
    {
        id,
        address = words.Seal(address, LongestAddress),
        message = words.Seal(message, Invitation.LongestWords),
        fault,
    };

    /// <summary>The form as it was typed, out of what an address carried.</summary>
    internal MailForm Opened(SealedWords words) => this with { Address = words.Open(Address), Message = words.Open(Message) };

    /// <summary>The id of what is wrong with the address, or null.</summary>
    public string? AddressFault => Fault switch
    {
        MailFault.NoAddress => "shared.mail-no-address",
        MailFault.OwnAddress => "shared.mail-own-address",
        MailFault.TooOften => "shared.mail-too-often",
        MailFault.NobodyOutside => "shared.no-guests",
        _ => null,
    };
}
