using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Hosting;
using LearningBuddy.XApi.Client;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Looks for evidence found elsewhere, again and again, in each source by itself: one that fails holds up no other.</summary>
internal sealed partial class IntakeWorker(
    IServiceScopeFactory scopes, IOptions<LearningBuddyOptions> options, SourcePauses pauses, ILogger<IntakeWorker> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(30), logger)
{
    /// <summary>Reads everything that is new, once, except from sources that are left alone for a while.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await ReadAsync(LrsDestinations.Embedded, services => services.GetRequiredService<FoundEvidenceReader>().ReadAsync(ct), ct);
        foreach (var source in options.Value.Lrs.Sources.Where(source => pauses.MayAsk(source.Name)))
        {
            await ReadAsync(source.Name, services => services.GetRequiredService<RemoteSourceReader>().ReadAsync(source, ct), ct);
        }
    }

    /// <inheritdoc />
    protected override Task RoundAsync(CancellationToken ct) => ReadAsync(ct);

    private async Task ReadAsync(string source, Func<IServiceProvider, Task> read, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await read(scope.ServiceProvider);
            pauses.Succeeded(source);
        }
        catch (LrsReadException failure)
        {
            pauses.Failed(source, failure);
            Log.NotRead(logger, source, failure.Message);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // The loop must go on: the cursor has not moved past what was not offered.
            Log.Failed(logger, source, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "The record store {Source} could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, string source, string reason);

        [LoggerMessage(2102, LogLevel.Error, "Reading the statements of {Source} failed this time")]
        public static partial void Failed(ILogger logger, string source, Exception exception);
    }
}
