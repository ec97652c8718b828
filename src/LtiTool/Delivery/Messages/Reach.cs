using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where and when people can be reached.</summary>
internal sealed class Reach(BuddyDbContext db, DesignLibrary designs)
{
    /// <summary>
    /// The channels outside the tool by which these people can be reached. Whether a journey lets mail go to the address that the LMS told
    /// is looked at before something is sent.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, MessageChannels>> ChannelsAsync(IEnumerable<Guid> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, MessageChannels>();
        }

        var found = await db.People.Where(person => ids.Contains(person.Id)).Select(person => new
        {
            person.Id,
            HasAddress = db.Accounts.Any(account => account.PersonId == person.Id && account.Kind == AccountKind.Email)
                || (person.Email != null && db.MessagePreferences.Any(said => said.PersonId == person.Id && said.UsesLmsAddress)),
            HasNotifications = db.Devices.Any(device => device.PersonId == person.Id && device.Push != null),
        }).ToListAsync(ct);
        return found.ToDictionary(one => one.Id, one => PersonReach.By(one.HasAddress, one.HasNotifications));
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
        var devices = await db.Devices.AsNoTracking()
            .Where(device => device.PersonId == personId && device.RevokedAt == null && device.Push != null).ToListAsync(ct);
        var preferred = found.preferences ?? new MessagePreferences(personId);
        var zone = LearnerReader.ZoneOf(found.person.TimeZone, design: null);
        return new(found.person, address, preferred.RefusedAddress, devices, preferred.Pace(zone))
        {
            LmsAddressIn = address is null && preferred.UsesLmsAddress && MailAddresses.Find(found.person.Email) is not null
                ? await AllowingAsync(personId, ct)
                : [],
        };
    }

    /// <summary>
    /// The journeys that let mail go to the address that the LMS told: of somebody's courses, and of the platform's other courses in which
    /// they support a learner.
    /// </summary>
    private async Task<HashSet<Guid>> AllowingAsync(Guid personId, CancellationToken ct)
    {
        var journeys = await (
            from journey in db.Journeys
            where journey.DesignId != null
                && (db.Enrolments.Any(enrolment =>
                        enrolment.CourseId == journey.CourseId && enrolment.PersonId == personId && enrolment.IsActive)
                    || db.GuestLinks.Any(link =>
                        link.JourneyId == journey.Id && link.PersonId == personId && link.RevokedAt == null))
            select new { journey.Id, DesignId = journey.DesignId!.Value, journey.DesignNumber }).ToListAsync(ct);
        var allowing = new HashSet<Guid>();
        foreach (var journey in journeys)
        {
            if ((await designs.GetAsync(db, journey.DesignId, journey.DesignNumber, ct)).AllowsLmsAddress)
            {
                allowing.Add(journey.Id);
            }
        }

        return allowing;
    }
}

/// <summary>How one person can be reached.</summary>
/// <param name="Person">Who.</param>
/// <param name="Address">The address they proved, or null.</param>
/// <param name="RefusedAddress">The address that refused for good, or null.</param>
/// <param name="Devices">Their devices that want notifications.</param>
/// <param name="Pace">When and about what.</param>
internal sealed record PersonReach(
    Person Person, string? Address, string? RefusedAddress, IReadOnlyList<Device> Devices, MessagePace Pace)
{
    /// <summary>The journeys about which mail may go to the address that the LMS told; none where another was proved.</summary>
    public IReadOnlySet<Guid> LmsAddressIn { get; init; } = new HashSet<Guid>();

    /// <summary>Where mail goes, about some journey at least, or null.</summary>
    public string? MailTo => Address ?? (LmsAddressIn.Count > 0 ? Person.Email : null);

    /// <summary>The channels whose address refused for good.</summary>
    public MessageChannels Bounced => MailTo is not null && MailTo == RefusedAddress ? MessageChannels.Mail : MessageChannels.None;

    /// <summary>The channels outside the tool that lead to them, for what a journey tells.</summary>
    public MessageChannels ChannelsIn(Guid journeyId) =>
        By(Address is not null || LmsAddressIn.Contains(journeyId), Devices.Count > 0);

    /// <summary>The channels of somebody who has these.</summary>
    public static MessageChannels By(bool hasAddress, bool hasNotifications) =>
        (hasAddress ? MessageChannels.Mail : MessageChannels.None) | (hasNotifications ? MessageChannels.Push : MessageChannels.None);

    /// <summary>The language they read.</summary>
    public string? Language => Doors.SessionLanguage.Chosen(Person.ChosenLanguage, Person.Locale);
}
