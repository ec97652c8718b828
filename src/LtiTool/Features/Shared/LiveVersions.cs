using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Tells open pages that what they show has another version, by server-sent events (HTML Standard, 9.2): js/board.js then asks for the
/// part of the page that moves, and asks now and then where no events come through.
/// </summary>
internal sealed class LiveVersions(IHostApplicationLifetime host)
{
    /// <summary>A stream ends by itself, so that none outlives its session by much; the browser opens the next.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(5);

    /// <summary>Says that the stream is alive, for whatever stands between.</summary>
    private const int BeatEvery = 15;

    /// <summary>Tells the version at once, and again whenever it changes.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="version">Reads the version.</param>
    /// <param name="ct">The page is gone.</param>
    public async Task<IActionResult> TellAsync(HttpResponse response, Func<Task<string>> version, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        end.CancelAfter(LongestStream);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await SseFormatter.WriteAsync(ToldAsync(version, end.Token), response.Body, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page is gone, or the time is over.
        }

        return new EmptyResult();
    }

    private static async IAsyncEnumerable<SseItem<string>> ToldAsync(
        Func<Task<string>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        var (told, quiet) = ("", 0);
        while (!ct.IsCancellationRequested)
        {
            var version = await read();
            if (version != told || ++quiet >= BeatEvery)
            {
                (told, quiet) = (version, 0);
                yield return new SseItem<string>(version, "version");
            }

            await Task.Delay(SharedReadings.Every, ct);
        }
    }
}
