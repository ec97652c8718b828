using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where and when people can be reached.</summary>
internal sealed class Reach(BuddyDbContext db)
{
    /// <summary>Those of these people who have proved an address.</summary>
    public async Task<IReadOnlySet<Guid>> WithAddressAsync(IEnumerable<Guid> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        return ids.Count == 0
            ? new HashSet<Guid>()
            : await db.Accounts.Where(account => account.Kind == AccountKind.Email && ids.Contains(account.PersonId))
                .Select(account => account.PersonId).ToHashSetAsync(ct);
    }

    /// <summary>What somebody said, to be changed; the caller saves.</summary>
    public async Task<MessagePreferences> PreferencesAsync(Guid personId, CancellationToken ct)
    {
        if (await db.MessagePreferences.SingleOrDefaultAsync(one => one.PersonId == personId, ct) is { } said)
        {
            return said;
        }

        return db.MessagePreferences.Add(new MessagePreferences(personId)).Entity;
    }

    /// <summary>How one person can be reached; null when there is no such person.</summary>
    public async Task<PersonReach?> OfAsync(Guid personId, CancellationToken ct)
    {
        var found = await (
            from person in db.People
            join preferences in db.MessagePreferences on person.Id equals preferences.PersonId into said
            from preferences in said.DefaultIfEmpty()
            where person.Id == personId
            select new { person, preferences }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var address = await db.Accounts.Where(account => account.Kind == AccountKind.Email && account.PersonId == personId)
            .OrderByDescending(account => account.VerifiedAt).Select(account => account.Name).FirstOrDefaultAsync(ct);
        var preferred = found.preferences ?? new MessagePreferences(personId);
        var zone = LearnerReader.ZoneOf(found.person.TimeZone, design: null);
        return new(found.person, address, preferred.RefusedAddress, preferred.Pace(zone));
    }
}

/// <summary>How one person can be reached.</summary>
/// <param name="Person">Who.</param>
/// <param name="Address">The address they proved, or null.</param>
/// <param name="RefusedAddress">The address that refused for good, or null.</param>
/// <param name="Pace">When and about what.</param>
internal sealed record PersonReach(Person Person, string? Address, string? RefusedAddress, MessagePace Pace)
{
    /// <summary>The channels outside the tool that lead to them.</summary>
    public MessageChannels Channels => Address is null ? MessageChannels.None : MessageChannels.Mail;

    /// <summary>The channels whose address refused for good.</summary>
    public MessageChannels Bounced => Address is not null && Address == RefusedAddress ? MessageChannels.Mail : MessageChannels.None;

    /// <summary>The language they read.</summary>
    public string? Language => Doors.SessionLanguage.Chosen(Person.ChosenLanguage, Person.Locale);
}
