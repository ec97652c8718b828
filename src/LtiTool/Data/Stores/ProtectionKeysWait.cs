using Microsoft.AspNetCore.DataProtection;

namespace LearningBuddy.LtiTool.Data.Stores;

/// <summary>
/// The framework reads its keys before the first answer, and with them comes all of EF Core. Here they are read right after: the tool is
/// ready sooner, and the first login rarely waits for them.
/// </summary>
internal sealed partial class ProtectionKeysWait(IDataProtectionProvider protection, ILogger<ProtectionKeysWait> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            protection.CreateProtector(nameof(ProtectionKeysWait)).Protect([]);
        }
        catch (Exception exception)
        {
            // The next one who needs a key tries again; a database that is away for a moment must not end the tool.
            Log.NotRead(logger, exception);
        }

        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Warning, "The keys could not be read at the start; the first login tries again")]
        public static partial void NotRead(ILogger logger, Exception exception);
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
