using System.Buffers.Text;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where a device wants notifications: said by its browser, taken back by its owner.</summary>
internal sealed class PushBook(
    BuddyDbContext db, DeviceDoor devices, JourneyWriter writer, AddressGuard guard, OutboxSignal outbox, ChannelTrouble trouble)
{
    /// <summary>So often an hour somebody may ask for a notification to see one.</summary>
    private const int MostTestsAnHour = 5;

    private const int KeyLength = 65;
    private const int SecretLength = 16;

    /// <summary>Takes what a browser said.</summary>
    /// <returns>False when it makes no sense, or leads where nothing of ours may go.</returns>
    public async Task<bool> SubscribeAsync(
        Device device, string? endpoint, string? key, string? secret, DateTimeOffset now, CancellationToken ct)
    {
        if (Read(endpoint, key, secret, now) is not { } push)
        {
            return false;
        }

        await devices.ChangeAsync(device.PersonId, device.Id, (own, _) => own.Subscribe(push), ct);
        return true;
    }

    /// <summary>
    /// Takes what a browser put in the place of what it said before, by itself. A device that wants no notifications gets none by it.
    /// </summary>
    /// <returns>False when it makes no sense, or leads where nothing of ours may go.</returns>
    public async Task<bool> RenewAsync(
        Device device, string? endpoint, string? key, string? secret, DateTimeOffset now, CancellationToken ct)
    {
        if (Read(endpoint, key, secret, now) is not { } push)
        {
            return false;
        }

        await devices.ChangeAsync(device.PersonId, device.Id, (own, _) => own.Renew(push), ct);
        return true;
    }

    /// <summary>The push service of a device knows it no more: nothing is sent there again, and its owner reads so.</summary>
    /// <param name="device">The device, with what its service refused.</param>
    /// <param name="sending">What didn't arrive; <see cref="Guid.Empty"/> for a test.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>False when its browser has said something else meanwhile.</returns>
    public Task<bool> EndAsync(Device device, Guid sending, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"devices {device.PersonId:N}"),
        Actor.Tool,
        async change =>
        {
            var own = await db.Devices.SingleAsync(one => one.Id == device.Id, ct);
            if (own.Push?.Endpoint != device.Push!.Endpoint)
            {
                return false;
            }

            own.Unsubscribe();
            await trouble.TellAsync(MessageName.PushEnded, device.PersonId, device.Id, sending, change, ct);
            return true;
        },
        ct);

    /// <summary>Takes it back.</summary>
    public Task UnsubscribeAsync(Device device, CancellationToken ct) =>
        devices.ChangeAsync(device.PersonId, device.Id, (own, _) => own.Unsubscribe(), ct);

    /// <summary>Sends a notification to see one.</summary>
    /// <returns>False when that was asked for too often, or the device wants none.</returns>
    public async Task<bool> TestAsync(Device device, CancellationToken ct)
    {
        var isSent = await writer.ChangeAsync(
            Subjects.Work($"devices {device.PersonId:N}"),
            new Actor(device.PersonId),
            async change =>
            {
                var since = change.Now.AddHours(-1);
                var own = await db.Devices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == device.Id && one.Push != null, ct);
                var tests = await db.Deliveries.CountAsync(
                    row => row.SubjectId == device.Id && row.Kind == DeliveryKind.Push && row.CreatedAt > since, ct);
                if (own is null || tests >= MostTestsAnHour)
                {
                    return false;
                }

                db.Deliveries.Add(PushDelivery.Of(change.NewId(), Guid.Empty, own, change.Now));
                return true;
            },
            ct);
        outbox.Wake();
        return isSent;
    }

    private PushSubscription? Read(string? endpoint, string? key, string? secret, DateTimeOffset now) =>
        WebAddress.Find(endpoint) is { AbsoluteUri.Length: <= PushSubscription.LongestEndpoint } address
            && guard.Objection(address) is null && Is(key, KeyLength) && Is(secret, SecretLength)
            ? new(address.AbsoluteUri, key!, secret!, now)
            : null;

    private static bool Is(string? text, int length) =>
        text is { Length: < 200 } && Base64Url.IsValid(text, out var decoded) && decoded == length;
}
