using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Opens and closes devices of people's own.</summary>
internal sealed class DeviceDoor(BuddyDbContext db, JourneyWriter writer)
{
    /// <summary>Most devices of one person that are open: who opens more closes the one not used for longest.</summary>
    public const int Most = 10;

    /// <summary>Who would come in with a link; null when it was used before, or its person is gone.</summary>
    public async Task<Person?> VisitorAsync(DeviceTicket ticket, CancellationToken ct) => await IsUsedAsync(ticket, ct)
        ? null
        : await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == ticket.PersonId, ct);

    /// <summary>Opens the device a link is opened on, and closes whatever was open in the same browser before.</summary>
    /// <param name="ticket">The link, which is used up.</param>
    /// <param name="name">By what its owner will know it.</param>
    /// <param name="before">The secret the browser held before, or null.</param>
    /// <param name="ct">Stops before anything is kept.</param>
    /// <returns>The secret the browser is to hold; null when the link was used before.</returns>
    public Task<string?> OpenAsync(DeviceTicket ticket, string name, string? before, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"devices {ticket.PersonId:N}"),
        new Actor(ticket.PersonId),
        async change =>
        {
            if (await VisitorAsync(ticket, ct) is null)
            {
                return null;
            }

            await CloseAsync(before, change.Now, ct);
            await MakeRoomAsync(ticket.PersonId, change.Now, ct);
            var secret = SessionSecret.New();
            db.UsedNonces.Add(new UsedNonceRow { OwnerId = ticket.PersonId, Nonce = ticket.Serial, ExpiresAt = ticket.Until });
            db.Devices.Add(new Device(change.NewId(), ticket.PersonId, SessionSecret.Hash(secret), name, change.Now));
            return secret;
        },
        ct);

    /// <summary>The devices of a person that are open, the one used last first.</summary>
    public async Task<IReadOnlyList<Device>> OfAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.Devices.AsNoTracking().Where(device => device.PersonId == personId && device.RevokedAt == null).ToListAsync(ct);
        return [.. kept.Where(device => device.IsOpen(now)).OrderByDescending(device => device.LastSeenAt)];
    }

    /// <summary>Whether a device of this person's shows a journey: they learn in its course.</summary>
    public Task<bool> ShowsAsync(Guid personId, Guid journeyId, CancellationToken ct) => db.Enrolments.AnyAsync(
        enrolment => enrolment.PersonId == personId && enrolment.IsActive && enrolment.Role == EnrolmentRole.Learner
            && db.Journeys.Any(journey => journey.Id == journeyId && journey.CourseId == enrolment.CourseId),
        ct);

    /// <summary>Closes a device of somebody's own. From then on it shows nothing of them.</summary>
    public Task CloseAsync(Guid personId, Guid deviceId, CancellationToken ct) =>
        ChangeAsync(personId, deviceId, (device, now) => device.Revoke(now), ct);

    /// <summary>Changes a device of somebody's own; nothing happens where there is none.</summary>
    public Task ChangeAsync(Guid personId, Guid deviceId, Action<Device, DateTimeOffset> work, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"devices {personId:N}"),
        new Actor(personId),
        async change =>
        {
            if (await db.Devices.SingleOrDefaultAsync(device => device.Id == deviceId && device.PersonId == personId, ct) is { } device)
            {
                work(device, change.Now);
            }

            return true;
        },
        ct);

    private Task<bool> IsUsedAsync(DeviceTicket ticket, CancellationToken ct) =>
        db.UsedNonces.AnyAsync(used => used.OwnerId == ticket.PersonId && used.Nonce == ticket.Serial, ct);

    private async Task CloseAsync(string? secret, DateTimeOffset now, CancellationToken ct)
    {
        var hash = secret is null ? null : SessionSecret.Hash(secret);
        if (hash is not null && await db.Devices.SingleOrDefaultAsync(device => device.TokenHash == hash, ct) is { } device)
        {
            device.Revoke(now);
        }
    }

    private async Task MakeRoomAsync(Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Devices.Where(device => device.PersonId == personId && device.RevokedAt == null)
            .OrderByDescending(device => device.LastSeenAt).ToListAsync(ct);
        foreach (var device in open.Skip(Most - 1))
        {
            device.Revoke(now);
        }
    }
}
