using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>Waits until the tool is ready and registers it at every school.</summary>
internal sealed partial class RegisterAtStart(
    DemoWorld world, ToolRegistrar registrar, DemoLmsOptions options, IHttpClientFactory clients, IHostApplicationLifetime lifetime,
    TimeProvider machine, ILogger<RegisterAtStart> logger)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.RegisterAtStart)
            return;
        await HostStartedAsync(stoppingToken);
        foreach (var school in world.Schools)
        {
            for (var pause = FirstPause; !await TryAsync(school, stoppingToken); pause = Min(pause * 1.5, LongestPause))
                await Task.Delay(pause, machine, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(School school, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(ToolRegistrar.ClientName);
            using var ready = await client.GetAsync(new Uri($"{options.ToolUrl.TrimEnd('/')}/health/ready"), ct);
            return ready.IsSuccessStatusCode && await registrar.RegisterAsync(school, ct);
        }
        catch (HttpRequestException exception)
        {
            Log.NotReady(logger, exception.HttpRequestError.ToString());
            return false;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            Log.NotReady(logger, "timeout");
            return false;
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private async Task HostStartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(6003, LogLevel.Debug, "The tool isn't ready: {Reason}")]
        public static partial void NotReady(ILogger logger, string reason);
    }
}
