using System.Collections.Concurrent;
using System.Diagnostics;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>A process that ends with its test, together with what it started.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Lock gate = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> waiting = [];

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <value>Everything it has said so far, both streams.</value>
    public string Output => string.Join('\n', lines);

    public bool HasExited => process.HasExited;

    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? workingFolder = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{file} didn't start."));
    }

    /// <summary>The first line, said already or later, that is wanted.</summary>
    /// <exception cref="TimeoutException">It wasn't said in time; the message holds what was.</exception>
    public async Task<string> LineAsync(Func<string, bool> wanted, TimeSpan timeout)
    {
        TaskCompletionSource<string> found;
        lock (gate)
        {
            if (lines.FirstOrDefault(wanted) is { } said)
                return said;
            found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((wanted, found));
        }

        try
        {
            return await found.Task.WaitAsync(timeout);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The line wasn't said in {timeout}. Said was:\n{Output}", exception);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            lines.Enqueue(line);
            foreach (var (wanted, found) in waiting)
            {
                if (wanted(line))
                    found.TrySetResult(line);
            }
        }
    }
}
