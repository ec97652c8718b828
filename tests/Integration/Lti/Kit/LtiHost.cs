using System.Net;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>The protocol part alone on a real port, with storage in memory and a clock that the test moves.</summary>
internal sealed class LtiHost : IAsyncDisposable
{
    public const string PublicUrl = "https://buddy.example";

    private WebApplication app = null!;

    private LtiHost(DateTimeOffset now) => Clock = new FakeTimeProvider(now);

    public MemoryPlatforms Platforms { get; } = new();

    public MemoryAdmission Admission { get; } = new();

    public CapturedLog Log { get; } = new();

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>A browser without cookies of its own: tests say which cookie they send.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public static async Task<LtiHost> StartAsync(
        DateTimeOffset now, HttpMessageHandler? network = null, Action<LtiOptions>? configure = null)
    {
        var host = new LtiHost(now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(host.Clock);
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

        services.AddSingleton<IPlatformDirectory>(host.Platforms);
        services.AddSingleton<ILaunchAdmission>(host.Admission);
        services.AddSingleton<IToolKeyStore>(new MemoryToolKeys(host.Clock));
        services.AddSingleton<ILoggerProvider>(host.Log);
        host.app = builder.Build();
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
