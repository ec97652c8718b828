namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>A screen for engines that can't do without one.</summary>
internal sealed class Xvfb : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(15);
    private readonly ChildProcess process;

    private Xvfb(ChildProcess process, string display)
    {
        this.process = process;
        Display = display;
    }

    /// <value>For the environment variable DISPLAY, e.g. <c>:99</c>.</value>
    public string Display { get; }

    public static async Task<Xvfb> StartAsync()
    {
        // The server picks a free number and writes it to the given descriptor.
        var server = ChildProcess.Start("/usr/bin/Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        var number = await server.LineAsync(l => l.Length > 0 && l.All(char.IsAsciiDigit), StartTimeout);
        return new Xvfb(server, $":{number}");
    }

    public void Dispose() => process.Dispose();
}
