using Microsoft.AspNetCore.DataProtection;

namespace LearningBuddy.LtiTool.Data.Stores;

/// <summary>
/// The framework reads its keys before the first answer, and with them comes all of EF Core. Here they are read right after: the tool is
/// ready sooner, and the first login rarely waits for them.
/// </summary>
internal sealed class ProtectionKeysWait(IDataProtectionProvider protection) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        protection.CreateProtector(nameof(ProtectionKeysWait)).Protect([]);
        return Task.CompletedTask;
    }
}

/// <summary>Puts the reading of keys off.</summary>
internal static class ProtectionKeyServices
{
    /// <summary>Takes the framework's early reading away and adds ours.</summary>
    public static void LetKeysWait(this IServiceCollection services)
    {
        var early = services.Single(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly == typeof(DataProtectionServiceCollectionExtensions).Assembly);
        services.Remove(early);
        services.AddHostedService<ProtectionKeysWait>();
    }
}
