using System.Diagnostics;
using System.Globalization;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>The real tool as a process of its own, bound to one core.</summary>
internal sealed class MeasuredTool : IDisposable
{
    private readonly Process process;

    /// <summary>Done when the tool has said that it listens; failed when it has ended.</summary>
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MeasuredTool(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Now listening on", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The tool has ended; --verbose shows what it said."));
        process.EnableRaisingEvents = true;
    }

    public int Port { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double ResidentMebibytes =>
        double.Parse(
            File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture) / 1024;

    /// <summary>Starts it; returns at once.</summary>
    public static MeasuredTool Start(LaunchSettings settings, string dataDirectory, int port)
    {
        var start = new ProcessStartInfo("taskset", ["-c", settings.ToolCore, "dotnet", Path.GetFullPath(settings.Tool)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(settings.Tool)),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = start.Environment;
        environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        environment["LearningBuddy__PublicUrl"] = $"http://127.0.0.1:{port}";
        environment["LearningBuddy__DataDirectory"] = dataDirectory;
        environment["LearningBuddy__AllowInsecureHttp"] = "true";
        environment["LearningBuddy__Registration__Mode"] = "Open";
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        if (settings.Database is { } database)
        {
            environment["ConnectionStrings__Database"] = database;
        }

        var started = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
        var tool = new MeasuredTool(started, port);
        started.OutputDataReceived += (_, line) => Tell(settings, line.Data);
        started.ErrorDataReceived += (_, line) => Tell(settings, line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return tool;
    }

    /// <summary>Waits until it takes connections.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public Task WaitAsync() => listening.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static void Tell(LaunchSettings settings, string? line)
    {
        if (settings.Verbose && line is not null)
        {
            Console.Error.WriteLine("tool: " + line);
        }
    }
}
