using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>The devices somebody opened, each with the button that closes it.</summary>
[Needs(Thing.OwnJourney)]
internal sealed class IndexModel(
    DeviceDoor door, PushBook book, PushKeys keys, CurrentDevice here, TimeProvider clock, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Those that are open, the one used last first.</summary>
    public IReadOnlyList<Device> Devices { get; private set; } = [];

    /// <summary>What the browser subscribes to, on a device of one's own; null elsewhere, where no notification can be shown.</summary>
    public string? PushKey { get; private set; }

    /// <summary>Whether this device wants notifications.</summary>
    public bool HasPush => here.IsOpen && here.Device.Push is not null;

    /// <summary>What went wrong with notifications, or null.</summary>
    public PushFault? Fault { get; private set; }

    /// <summary>Whether it is the device the page is shown on.</summary>
    public bool IsThis(Device device) => here.IsOpen && here.Device.Id == device.Id;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(PushFault? fault, CancellationToken ct)
    {
        Devices = await door.OfAsync(Session.PersonId, clock.GetUtcNow(), ct);
        PushKey = here.IsOpen ? (await keys.GetAsync(ct)).Public : null;
        Fault = fault;
    }

    /// <summary>Takes where this device's notifications go.</summary>
    public async Task<IActionResult> OnPostNotifyAsync(string? endpoint, string? key, string? secret, CancellationToken ct)
    {
        if (!here.IsOpen)
        {
            return NotFound();
        }

        return await book.SubscribeAsync(here.Device, endpoint, key, secret, clock.GetUtcNow(), ct)
            ? Done("/Devices/Index", "devices.done-push-on")
            : RedirectToPage(new { fault = PushFault.Failed });
    }

    /// <summary>Wants no notifications on this device any more.</summary>
    public async Task<IActionResult> OnPostSilenceAsync(CancellationToken ct)
    {
        if (!here.IsOpen)
        {
            return NotFound();
        }

        await book.UnsubscribeAsync(here.Device, ct);
        return Done("/Devices/Index", "devices.done-push-off");
    }

    /// <summary>Sends this device a notification, to see one.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        if (!here.IsOpen)
        {
            return NotFound();
        }

        return await book.TestAsync(here.Device, ct)
            ? Done("/Devices/Index", "devices.done-push-test")
            : RedirectToPage(new { fault = PushFault.TooOften });
    }

    /// <summary>Closes one.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        await door.CloseAsync(Session.PersonId, id, ct);
        if (!here.IsOpen || here.Device.Id != id)
        {
            return Done("/Devices/Index", "devices.done-closed");
        }

        DeviceCookie.Forget(Response);
        return LocalRedirect($"{DevicePath.Home}/");
    }
}

/// <summary>What went wrong with notifications.</summary>
public enum PushFault
{
    /// <summary>What the browser said made no sense.</summary>
    Failed,

    /// <summary>Too many tests were asked for.</summary>
    TooOften,
}
