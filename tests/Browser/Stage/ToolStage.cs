using System.Net.Sockets;
using LearningBuddy.Tests.Browser.Engines;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>The tool as people run it: a process of its own on localhost, with an empty SQLite database.</summary>
internal sealed class ToolStage : IAsyncDisposable
{
    public const string AdminToken = "browser-tests-only-token";

    /// <summary>Key and secret of its record store.</summary>
    public const string StoreKey = "browser-tests", StoreSecret = "browser-tests-only-secret";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder data;
    private readonly IReadOnlyDictionary<string, string> more;
    private ChildProcess process;

    private ToolStage(TemporaryFolder data, string url, IReadOnlyDictionary<string, string>? more)
    {
        this.data = data;
        this.more = more ?? new Dictionary<string, string>();
        Url = url;
        process = Run();
    }

    /// <value>On localhost, so that a page of 127.0.0.1 is another site.</value>
    public string Url { get; }

    /// <value>The file of its database, for looking at what is stored.</value>
    public string Database => Path.Combine(data.Path, "learning-buddy.db");

    /// <value>The folder that it puts mails into.</value>
    public string Mails => Path.Combine(data.Path, "mail");

    /// <summary>Empties the folder of mails.</summary>
    public void ForgetMails()
    {
        foreach (var mail in Directory.Exists(Mails) ? Directory.EnumerateFiles(Mails) : [])
            File.Delete(mail);
    }

    /// <value>What the tool has logged.</value>
    public string Log => process.Output;

    /// <param name="more">Settings beyond those of every test, by the tool's address.</param>
    public static async Task<ToolStage> StartAsync(Func<string, IReadOnlyDictionary<string, string>>? more = null)
    {
        var url = $"http://localhost:{FreePort.Next()}";
        var stage = new ToolStage(new TemporaryFolder(), url, more?.Invoke(url));
        await stage.ReadyAsync();
        return stage;
    }

    /// <summary>Takes it out of reach: to a browser that is a phone without a connection, for the web app too, which no emulation reaches.</summary>
    public void Stop() => process.Dispose();

    /// <summary>Starts it again where it was, with what it has stored.</summary>
    public async Task StartAgainAsync()
    {
        process = Run();
        await ReadyAsync();
    }

    private ChildProcess Run()
    {
        var project = ProjectFolder();
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var assembly = Path.Combine(project, "bin", configuration, "net10.0", "LearningBuddy.LtiTool.dll");
        return ChildProcess.Start("dotnet", [assembly], new Dictionary<string, string>(more)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Url,
            ["LearningBuddy__PublicUrl"] = Url,
            ["LearningBuddy__DataDirectory"] = data.Path,
            ["LearningBuddy__AllowInsecureHttp"] = "true",
            ["LearningBuddy__Demo"] = "true",
            ["LearningBuddy__Registration__Mode"] = "Open",
            ["LearningBuddy__Admin__Token"] = AdminToken,
            ["LearningBuddy__Lrs__Credentials__0__Key"] = StoreKey,
            ["LearningBuddy__Lrs__Credentials__0__Secret"] = StoreSecret,
        }, project);
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient();
        try
        {
            await Eventually.SeeAsync(() => AnswerAsync(client), StartTimeout, () => Task.FromResult($"no tool that is ready:\n{Log}"));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private async Task<string?> AnswerAsync(HttpClient client)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The tool has ended:\n{Log}");
        try
        {
            using var answer = await client.GetAsync(new Uri($"{Url}/health/ready"));
            return answer.IsSuccessStatusCode ? "ready" : null;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return null;
        }
    }

    /// <summary>The folder of the tool's project, whose wwwroot it serves.</summary>
    public static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LearningBuddy.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The solution wasn't found."), "src", "LtiTool");
    }
}
