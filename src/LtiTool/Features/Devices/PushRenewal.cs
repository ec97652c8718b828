using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>
/// <c>/me/push</c>: a browser replaces the address for its notifications by itself, and its web app tells the new one (Push API,
/// <c>pushsubscriptionchange</c>). Nobody presses anything, so nothing is turned on here.
/// </summary>
internal static class PushRenewal
{
    private const string Address = DevicePath.Home + "/push";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, KeyAsync);
        routes.MapPost(Address, RenewAsync).DisableAntiforgery();
    }

    /// <summary>What to subscribe to, where the browser has only lost what it had.</summary>
    private static async Task<IResult> KeyAsync(CurrentDevice here, PushKeys keys, CancellationToken ct) =>
        IsOn(here) ? Results.Text((await keys.GetAsync(ct)).Public) : Results.NotFound();

    private static async Task<IResult> RenewAsync(
        CurrentDevice here, PushBook book, TimeProvider clock, [FromForm] string? endpoint, [FromForm] string? key,
        [FromForm] string? secret, CancellationToken ct) =>
        !IsOn(here) ? Results.NotFound()
        : await book.RenewAsync(here.Device, endpoint, key, secret, clock.GetUtcNow(), ct) ? Results.NoContent()
        : Results.BadRequest();

    private static bool IsOn(CurrentDevice here) => here.IsOpen && here.Device.Push is not null;
}
