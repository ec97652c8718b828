using System.Buffers.Text;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where a device wants notifications: said by its browser, taken back by its owner.</summary>
internal sealed class PushBook(BuddyDbContext db, DeviceDoor devices, JourneyWriter writer, AddressGuard guard, OutboxSignal outbox)
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
        if (WebAddress.Find(endpoint) is not { AbsoluteUri.Length: <= PushSubscription.LongestEndpoint } address
            || guard.Objection(address) is not null || !Is(key, KeyLength) || !Is(secret, SecretLength))
        {
            return false;
        }

        var push = new PushSubscription(address.AbsoluteUri, key!, secret!, now);
        await devices.ChangeAsync(device.PersonId, device.Id, (own, _) => own.Subscribe(push), ct);
        return true;
    }

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

    private static bool Is(string? text, int length) =>
        text is { Length: < 200 } && Base64Url.IsValid(text, out var decoded) && decoded == length;
}
