using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Shows on a device what is new. At the moment of sending every condition is looked at again.</summary>
internal sealed class PushDelivery(
    BuddyDbContext db, Sendings sendings, Reach reach, PushWriter writer, PushSender sender, PushBook book) : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.Push;

    /// <summary>What one device shows of a sending. Each push service has a queue of its own.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="sending">The sending; <see cref="Guid.Empty"/> for a test.</param>
    /// <param name="device">One that wants notifications.</param>
    /// <param name="now">UTC.</param>
    public static DeliveryRow Of(Guid id, Guid sending, Device device, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = DeliveryKind.Push,
        Destination = new Uri(device.Push!.Endpoint).Host,
        DedupeKey = $"push:{(sending == Guid.Empty ? id : sending):N}:{device.Id:N}",
        SubjectId = device.Id,
        Payload = sending.ToByteArray(),
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        DeliveryOutcome? unavailable = null;
        foreach (var row in batch)
        {
            // A service that doesn't answer isn't asked fifty times while the lease runs out.
            outcomes[row.Id] = unavailable ?? await SendAsync(row, ct);
            unavailable = outcomes[row.Id] as DeliveryOutcome.Unavailable;
        }

        return outcomes;
    }

    private async Task<DeliveryOutcome> SendAsync(DeliveryRow row, CancellationToken ct)
    {
        var device = await db.Devices.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == row.SubjectId && one.RevokedAt == null && one.Push != null, ct);
        if (device is null)
        {
            return new DeliveryOutcome.Done("The device wants no notifications any more.");
        }

        var (payload, instead) = await PayloadAsync(new Guid(row.Payload), device.PersonId, ct);
        if (payload is null)
        {
            return instead!;
        }

        switch (await sender.SendAsync(device.Push!, payload, ct))
        {
            case PushResult.Gone:
                return await book.EndAsync(device, new Guid(row.Payload), ct)
                    ? new DeliveryOutcome.Done("The push service knows the device no more.")
                    : new DeliveryOutcome.Again("The device has another subscription by now.");
            case PushResult.Retry retry:
                return new DeliveryOutcome.Unavailable($"{DeliveryReasons.PushService} {retry.Words}", retry.After);
            case PushResult.Refused refused:
                return new DeliveryOutcome.Park($"{DeliveryReasons.PushService} {refused.Words}");
            default:
                return new DeliveryOutcome.Done("sent");
        }
    }

    private async Task<(string? Payload, DeliveryOutcome? Instead)> PayloadAsync(Guid sending, Guid personId, CancellationToken ct)
    {
        if (sending == Guid.Empty)
        {
            return await reach.OfAsync(personId, ct) is { } reader
                ? (PushWriter.Test(reader), null)
                : (null, new DeliveryOutcome.Done("Nobody to tell any more."));
        }

        var look = await sendings.LookAsync(sending, personId, MessageChannels.Push, ct);
        return look.Person is { } person
            ? (await writer.WriteAsync(sending, person, look.Rows, ct), null)
            : (null, look.Instead);
    }
}
