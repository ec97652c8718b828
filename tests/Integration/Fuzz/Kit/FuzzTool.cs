using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>The whole tool in this process, and a hostile platform that registered itself with it.</summary>
internal sealed class FuzzTool : IAsyncDisposable
{
    private readonly TestDatabase database;

    private FuzzTool(TestDatabase database, WebApplication app, string url) => (this.database, App, Url) = (database, app, url);

    public WebApplication App { get; }

    public string Url { get; }

    public HostilePlatform Lms { get; } = new();

    public ErrorLines Errors => App.Services.GetRequiredService<ErrorLines>();

    /// <summary>The registration of the hostile platform.</summary>
    public Platform Platform { get; private set; } = null!;

    public static async Task<FuzzTool> StartAsync(bool onPostgres)
    {
        var own = await TestDatabase.CopyAsync(onPostgres);
        var port = FreePort.Next();
        var url = $"http://localhost:{port}";
        var app = await LearningBuddyApp.BuildAsync(
            [$"--urls=http://127.0.0.1:{port}", $"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["LearningBuddy:PublicUrl"] = url,
                    ["LearningBuddy:DataDirectory"] = own.Folder,
                    ["LearningBuddy:Demo"] = "true",
                    ["LearningBuddy:AllowInsecureHttp"] = "true",
                    ["LearningBuddy:Registration:Mode"] = "Open",
                    ["LearningBuddy:Admin:Token"] = "integration-tests-only",
                    ["ConnectionStrings:Database"] = own.ConnectionString,
                });
                builder.Logging.ClearProviders();
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Services.AddSingleton<ErrorLines>();
                builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<ErrorLines>());
            });
        await app.StartAsync();
        var tool = new FuzzTool(own, app, url);
        await tool.RegisterAsync();
        return tool;
    }

    /// <summary>A context of the tool's database.</summary>
    public T Look<T>(Func<BuddyDbContext, T> look)
    {
        using var scope = App.Services.CreateScope();
        return look(scope.ServiceProvider.GetRequiredService<BuddyDbContext>());
    }

    /// <summary>Somebody comes into the tool with this payload.</summary>
    public Task<Visitor> LaunchAsync(string payload) => Lms.LaunchAsync(Url, payload);

    /// <summary>The teacher sets the link up from a template.</summary>
    public Task SetUpAsync() => Lms.SetUpAsync(Url);

    /// <summary>A learner hands one piece in, and a facilitator confirms it: points are on their way.</summary>
    /// <returns>The learner's participation.</returns>
    public async Task<Guid> ConfirmOneAsync()
    {
        using var learner = await LaunchAsync(LaunchPayloads.Of(Lms, Url, "learner", "Learner"));
        await learner.PressAsync("shared.start");
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync("evidence.send", ("Situation", "Call."), ("Action", "I asked Aiko."), ("Outcome", "She answered."));
        using var teacher = await LaunchAsync(LaunchPayloads.Of(Lms, Url, "teacher", "Instructor"));
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.confirm", ("Levels[quiet-voices]", "2"), ("Worked", "You waited."), ("Challenge", "Ask two."));
        return Look(db => db.GradePostings.Single().ParticipationId);
    }

    /// <summary>No page failed, and nothing was logged as an error.</summary>
    public void AssertNoFault(ConcurrentBag<string> faults)
    {
        // What was logged says why: it comes first, each kind once.
        string[] all = [.. Errors.All.DistinctBy(line => line[..Math.Min(line.Length, 300)]), .. faults];
        Assert.True(all.Length == 0, FuzzSeed.Tell(all));
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await Lms.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task RegisterAsync()
    {
        await Lms.RegisterAsync(Url);
        Platform = (await App.Services.GetRequiredService<IPlatformDirectory>().FindByIssuerAsync(Lms.Issuer, CancellationToken.None)).Single();
    }
}

/// <summary>
/// Keeps what is logged as an error or worse. EF Core's own lines are left out: it calls a lost race an error before the writer tries again;
/// what nobody catches is logged once more by whoever was called.
/// </summary>
internal sealed class ErrorLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) ? NullLogger.Instance : this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            All.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
