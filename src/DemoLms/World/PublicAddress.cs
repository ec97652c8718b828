using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LearningBuddy.DemoLms.World;

/// <summary>The address browsers and tools reach this host at: the setting, or else what the server listens on.</summary>
public sealed class PublicAddress(DemoLmsOptions options, IServer server)
{
    private string? listening;

    /// <value>Without a trailing slash.</value>
    /// <exception cref="InvalidOperationException">Asked before the server listens, with no setting.</exception>
    public string Value => options.PublicUrl?.TrimEnd('/') ?? (listening ??= Listening());

    private string Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
        ?? throw new InvalidOperationException("The server doesn't listen yet and DemoLms:PublicUrl isn't set.");
}
