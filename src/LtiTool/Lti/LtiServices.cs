using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Registers the protocol. Needs from the host: <see cref="IPlatformDirectory"/> and <see cref="IToolKeyStore"/> as singletons,
/// <see cref="ILaunchAdmission"/> in any lifetime, <see cref="LtiOptions"/> bound and validated, data protection with keys that all nodes
/// share.
/// </summary>
public static class LtiServices
{
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
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<ServiceCalls>();
        services.AddSingleton(provider => new LineItemsClient(provider.GetRequiredService<ServiceCalls>()));
        services.AddSingleton(provider => new GradesClient(provider.GetRequiredService<ServiceCalls>()));
        services.AddSingleton(provider => new RosterClient(provider.GetRequiredService<ServiceCalls>()));
        services.AddSingleton<ConnectionCheck>();
        services.AddSingleton(provider => new DeepLinkingResponse(provider.GetRequiredService<ToolSigner>()));
        services.AddSingleton<DynamicRegistration>();
        services.AddSingleton<RegistrationEndpoint>();
        services.AddSingleton(provider => new ManualRegistration(provider.GetRequiredService<AddressGuard>()));
        services.AddHttpClient(LtiHttp.ClientName, LtiHttp.Configure)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => LtiHttp.Handler(provider.GetRequiredService<AddressGuard>().ConnectAsync))
            .AddHttpMessageHandler<GuardHandler>();
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(RegistrationEndpoint.RatePolicy, RegistrationEndpoint.RateOf));
        return services;
    }
}
