using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>The real tool as a process of its own, bound to one core.</summary>
internal sealed class MeasuredTool : IDisposable
{
    private readonly Process process;

    private MeasuredTool(Process process, int port) => (this.process, Port) = (process, port);

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
        if (settings.Database is { } database)
        {
            environment["ConnectionStrings__Database"] = database;
        }

        var started = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
        started.OutputDataReceived += (_, line) => Tell(settings, line.Data);
        started.ErrorDataReceived += (_, line) => Tell(settings, line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new(started, port);
    }

    /// <summary>Waits until it takes connections.</summary>
    public async Task WaitAsync()
    {
        while (!process.HasExited)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException("The tool has ended; --verbose shows what it said.");
    }

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
