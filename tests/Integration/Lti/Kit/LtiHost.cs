using System.Net;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>The protocol part alone on a real port, with storage in memory and a clock that the test moves.</summary>
internal sealed class LtiHost : IAsyncDisposable
{
    public const string PublicUrl = "https://buddy.example";

    private readonly WebApplication app;

    private LtiHost(WebApplication app) => this.app = app;

    public MemoryPlatforms Platforms { get; } = new();

    public MemoryAdmission Admission { get; } = new();

    public CapturedLog Log { get; } = new();

    public required SettableClock Clock { get; init; }

    public IServiceProvider Services => app.Services;

    /// <summary>A browser without cookies of its own: tests say which cookie they send.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public static async Task<LtiHost> StartAsync(
        DateTimeOffset now, HttpMessageHandler? network = null, Action<LtiOptions>? configure = null)
    {
        var clock = new SettableClock(now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddLti();
        services.Configure<LtiOptions>(options =>
        {
            options.PublicUrl = new Uri(PublicUrl);
            options.AllowInsecureHttp = true;
            configure?.Invoke(options);
        });
        if (network is not null)
        {
            services.AddHttpClient("lti").ConfigurePrimaryHttpMessageHandler(() => network);
        }

        LtiHost host = null!;
        services.AddSingleton<IPlatformDirectory>(_ => host.Platforms);
        services.AddSingleton<ILaunchAdmission>(_ => host.Admission);
        services.AddSingleton<IToolKeyStore>(new MemoryToolKeys(clock));
        builder.Services.AddSingleton<ILoggerProvider>(_ => host.Log);
        host = new LtiHost(builder.Build()) { Clock = clock };
        host.app.MapLti();
        await host.app.StartAsync();
        host.Browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(host.app.Urls.First()),
        };
        return host;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.DisposeAsync();
    }
}
