using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs;

/// <summary>Registers the embedded record store.</summary>
public static class LrsServices
{
    /// <summary>
    /// Adds the record store. It keeps its statements in <c>lrs.db</c> in <c>LearningBuddy:DataDirectory</c>, or in PostgreSQL where
    /// <c>ConnectionStrings:Database</c> names a host.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The application's settings; see <see cref="LrsOptions"/>.</param>
    public static IServiceCollection AddEmbeddedLrs(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<LrsOptions>()
            .Bind(configuration.GetSection(LrsOptions.Section))
            .Validate(
                options => options.Credentials.All(credential => LrsScopeNames.AreKnown(credential.Scopes)),
                $"{LrsOptions.Section}:Credentials: a scope is not known. See docs/lrs.md.")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LrsOptions>, LrsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new LrsAddress((configuration["LearningBuddy:PublicUrl"] ?? "http://localhost:5080").TrimEnd('/') + "/xapi"));
        LrsStorage.Add(services, configuration);
        services.AddSingleton(provider => new EmbeddedLrs(
            provider.GetRequiredService<IStatementStore>(), provider.GetRequiredService<LrsAddress>()));
        services.AddSingleton<ILrsCredentials, LrsCredentials>();
        services.AddSingleton<LrsRates>();
        services.AddSingleton<LrsFaults>();
        services.AddSingleton<LrsFront>();
        services.AddSingleton<StatementForms>();
        services.AddSingleton<StatementsReading>();
        services.AddSingleton<StatementsWriting>();
        services.AddSingleton<StatementsResource>();
        services.AddSingleton<AboutResource>();
        services.AddSingleton<AgentsResource>();
        services.AddSingleton<ActivitiesResource>();
        return services;
    }
}

/// <summary>Stops the start with one clear line where a setting is wrong.</summary>
[OptionsValidator]
internal sealed partial class LrsOptionsValidator : IValidateOptions<LrsOptions>;
