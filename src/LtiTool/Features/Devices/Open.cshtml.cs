using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>
/// What the link for a phone leads to. Opening it changes nothing, so that no program that looks at links uses it up: a button opens the
/// device.
/// </summary>
internal sealed class OpenModel(DeviceTickets tickets, DeviceDoor door, CurrentDevice here) : OutsidePage
{
    /// <summary>Whose the device will be; null where the link was used or has run out.</summary>
    public Person? Visitor { get; private set; }

    /// <summary>Who uses this browser now, where that is somebody else; null otherwise.</summary>
    public Person? Before => here.IsOpen && here.Person.Id != Visitor?.Id ? here.Person : null;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(string token, CancellationToken ct)
    {
        // Browsers that don't say where a request comes from by Sec-Fetch-Site say so by Origin, but not under "no-referrer".
        Response.Headers["Referrer-Policy"] = "same-origin";
        Visitor = tickets.Read(token) is { } ticket ? await door.VisitorAsync(ticket, ct) : null;
        if (Visitor is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Opens the device.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        var name = DeviceNames.Of(Request.Headers.UserAgent.ToString());
        if (tickets.Read(token) is not { } ticket || await door.OpenAsync(ticket, name, DeviceCookie.Of(Request), ct) is not { } secret)
        {
            return Again();
        }

        DeviceCookie.Set(Response, secret);
        return LocalRedirect($"{DevicePath.Home}/");
    }
}
