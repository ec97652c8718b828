using LearningBuddy.XApi.Lrs;

namespace LearningBuddy.Tests.Benchmarks.Lrs;

/// <summary>The record store alone, as a small server: for the conformance suite and the load generator.</summary>
internal static class LrsHost
{
    /// <summary>Runs until it is stopped. Settings as in the tool: <c>--LearningBuddy:DataDirectory=…</c>, <c>--urls=…</c>.</summary>
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddEmbeddedLrs(builder.Configuration);
        var app = builder.Build();
        app.MapEmbeddedLrs();
        await app.RunAsync();
    }
}
