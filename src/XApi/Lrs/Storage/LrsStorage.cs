using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Storage.Postgres;
using LearningBuddy.XApi.Lrs.Storage.Sqlite;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Chooses the database: the tool's own PostgreSQL where it has one, else a file of its own.</summary>
internal static class LrsStorage
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Database") is { } connection
            && connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            AddPostgres(services, connection);
        }
        else
        {
            AddSqlite(services, Path.Combine(configuration["LearningBuddy:DataDirectory"] ?? "data", "lrs.db"));
        }
    }

    private static void AddSqlite(IServiceCollection services, string path)
    {
        services.AddSingleton(new SqliteDatabase(path));
        services.AddSingleton<SqliteSession>();
        services.AddSingleton<GroupWriter<SqliteSession>>();
        services.AddSingleton<IStatementStore, SqliteStatementStore>();
        services.AddSingleton<IActivityStore, SqliteActivityStore>();
        services.AddSingleton<IDocumentStore, SqliteDocumentStore>();
        services.AddSingleton<ICredentialTable, SqliteCredentialTable>();
    }

    private static void AddPostgres(IServiceCollection services, string connection)
    {
        // Preparing what is asked often spares PostgreSQL the planning. The key keeps the data source apart from the tool's own.
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 };
        services.AddKeyedSingleton("lrs", (_, _) => NpgsqlDataSource.Create(settings));
        services.AddSingleton(provider => new PostgresSession(Source(provider)));
        services.AddSingleton<GroupWriter<PostgresSession>>();
        services.AddSingleton<IStatementStore>(provider => new PostgresStatementStore(
            Source(provider), provider.GetRequiredService<GroupWriter<PostgresSession>>()));
        services.AddSingleton<IActivityStore>(provider => new PostgresActivityStore(Source(provider)));
        services.AddSingleton<IDocumentStore>(provider => new PostgresDocumentStore(
            Source(provider), provider.GetRequiredService<GroupWriter<PostgresSession>>()));
        services.AddSingleton<ICredentialTable>(provider => new PostgresCredentialTable(Source(provider)));
    }

    private static NpgsqlDataSource Source(IServiceProvider provider) => provider.GetRequiredKeyedService<NpgsqlDataSource>("lrs");
}
