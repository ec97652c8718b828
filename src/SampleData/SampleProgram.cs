using LearningBuddy.SampleData.Output;
using LearningBuddy.XApi.Client;

namespace LearningBuddy.SampleData;

/// <summary>The command: makes statements, and writes or sends them.</summary>
internal static class SampleProgram
{
    /// <summary>Entry point.</summary>
    /// <returns>0: done; 1: not everything arrived; 2: the command line is wrong; 130: stopped by hand.</returns>
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await RunAsync(args, Console.OpenStandardOutput(), Console.Error, TimeProvider.System, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
    }

    /// <summary>Runs the command.</summary>
    public static Task<int> RunAsync(string[] args, Stream output, TextWriter error, TimeProvider clock, CancellationToken ct) =>
        new SampleCommand().InvokeAsync(args, (request, stop) => MakeAsync(request, output, error, clock, stop), error, ct);

    private static async Task<int> MakeAsync(
        SampleRequest request, Stream output, TextWriter error, TimeProvider clock, CancellationToken ct)
    {
        var statements = new SampleStatements(request.Version, request.Everything).Of(SampleHistory.Of(request.Options));
        if (request.Store is { } store)
        {
            // No redirects: credentials go to nobody else.
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            return await new LrsUpload(new LrsClient(http, clock), clock, error).SendAsync(statements, store, ct) ? 0 : 1;
        }

        try
        {
            await using var file = request.File is { } path ? File.Create(path) : null;
            await using var buffered = new BufferedStream(file ?? output, 1 << 16);
            var count = await JsonLines.WriteAsync(statements, buffered, ct);
            await error.WriteLineAsync(FormattableString.Invariant($"{count} statements."));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
