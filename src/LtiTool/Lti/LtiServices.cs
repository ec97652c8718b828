using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Registers the protocol. Needs from the host: <see cref="IPlatformDirectory"/> and <see cref="IToolKeyStore"/> as singletons,
/// <see cref="ILaunchAdmission"/> in any lifetime, <see cref="LtiOptions"/> bound and validated, data protection with keys that all nodes share.
/// </summary>
public static class LtiServices
{
    private const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Adds everything under <c>Lti/</c>.</summary>
    public static IServiceCollection AddLti(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection();
        services.AddOptions<LtiOptions>();
        services.AddSingleton<LoginStates>();
        services.AddSingleton<LoginEndpoint>();
        services.AddSingleton<LaunchEndpoint>();
        services.AddSingleton<PlatformKeys>();
        services.AddSingleton<ToolKeys>();
        services.AddSingleton<ToolSigner>();
        services.AddSingleton<LtiHttp>();
        services.AddSingleton<AddressGuard>();
        services.AddTransient<GuardHandler>();
        services.AddHttpClient(LtiHttp.ClientName, Configure)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = provider.GetRequiredService<AddressGuard>().ConnectAsync,
            })
            .AddHttpMessageHandler<GuardHandler>();
        return services;
    }

    // Some platforms refuse requests without a User-Agent.
    private static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(15);
        client.MaxResponseContentBufferSize = MaxAnswerBytes;
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LearningBuddy/" + (typeof(LtiServices).Assembly.GetName().Version?.ToString(3) ?? "0"));
    }
}
