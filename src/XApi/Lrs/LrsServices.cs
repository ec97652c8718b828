using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Lrs.Storage.Sqlite;
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
        services.AddOptions<LrsOptions>().Bind(configuration.GetSection(LrsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LrsOptions>, LrsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new LrsAddress((configuration["LearningBuddy:PublicUrl"] ?? "http://localhost:5080").TrimEnd('/') + "/xapi"));
        AddSqlite(services, configuration["LearningBuddy:DataDirectory"] ?? "data");
        services.AddSingleton(provider => new EmbeddedLrs(
            provider.GetRequiredService<IStatementStore>(), provider.GetRequiredService<LrsAddress>()));
        services.AddSingleton<ILrsCredentials, LrsCredentials>();
        services.AddSingleton<LrsRates>();
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

    private static void AddSqlite(IServiceCollection services, string directory)
    {
        services.AddSingleton(new SqliteDatabase(Path.Combine(directory, "lrs.db")));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IStatementStore, SqliteStatementStore>();
        services.AddSingleton<IActivityStore, SqliteActivityStore>();
        services.AddSingleton<IDocumentStore, SqliteDocumentStore>();
        services.AddSingleton<ICredentialTable, SqliteCredentialTable>();
    }
}

/// <summary>Stops the start with one clear line where a setting is wrong.</summary>
[OptionsValidator]
internal sealed partial class LrsOptionsValidator : IValidateOptions<LrsOptions>;
