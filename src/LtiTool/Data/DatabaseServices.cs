using System.Data.Common;
using System.Runtime.CompilerServices;
using LearningBuddy.LtiTool.Data.Stores;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Registers the database. The two databases differ here, and in <see cref="DatabaseStart"/>, and nowhere else.</summary>
public static class DatabaseServices
{
    /// <summary>Adds the context, the stores and the gate for the database that the connection string names.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton(new WriteGate(oneAtATime: address.IsSqlite));
        if (address.IsSqlite)
        {
            services.AddDbContextPool<BuddyDbContext, SqliteBuddyDbContext>(options => Configure(options, address));
            services.AddSingleton<ILaunchDatabase, SqliteLaunches>();
        }
        else
        {
            services.AddDbContextPool<BuddyDbContext, PostgresBuddyDbContext>(options => Configure(options, address));
            services.AddSingleton<ILaunchDatabase, PostgresLaunches>();
        }

        services.AddSingleton<IPlatformDirectory, PlatformDirectory>();
        services.AddSingleton<IToolKeyStore, ToolKeyStore>();
        services.AddSingleton<ProtectionKeyStore>();
        services.AddDataProtection().SetApplicationName("LearningBuddy").UseCryptographicAlgorithms(
            new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.LetKeysWait();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<ProtectionKeyStore>()));
        return services;
    }

    /// <summary>Points a context at a database.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, DatabaseAddress address) =>
        Provider(options, address)
            // Looked for by a test and not at each first start, where it takes as long as all else (MigrationTests).
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    private static DbContextOptionsBuilder Provider(DbContextOptionsBuilder options, DatabaseAddress address) =>
        address.IsSqlite
            ? options.UseSqlite(address.ConnectionString).AddInterceptors(new OneConnectionAScope())
            : PostgresProvider(options, address.ConnectionString);

    // Apart, as DatabaseAddress.Postgres is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DbContextOptionsBuilder PostgresProvider(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100 }.ConnectionString);
}

/// <summary>Which database, and where.</summary>
/// <param name="ConnectionString">As the provider takes it.</param>
/// <param name="IsSqlite">True for SQLite, false for PostgreSQL.</param>
public sealed record DatabaseAddress(string ConnectionString, bool IsSqlite)
{
    /// <summary>
    /// Reads a connection string: <c>Data Source=…</c> is SQLite, <c>Host=…</c> PostgreSQL; none is a file in the data folder.
    /// </summary>
    /// <exception cref="ArgumentException">It names neither.</exception>
    public static DatabaseAddress From(string? connectionString, string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return new(Sqlite($"Data Source={Path.Combine(dataDirectory, "learning-buddy.db")}"), true);
        }

        if (connectionString.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            return new(Sqlite(connectionString), true);
        }

        return connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new(connectionString, false)
            : throw new ArgumentException(
                "ConnectionStrings:Database starts with 'Data Source=' for SQLite or 'Host=' for PostgreSQL.", nameof(connectionString));
    }

    /// <summary>A new connection, not open yet.</summary>
    public DbConnection Connection() => IsSqlite ? new SqliteConnection(ConnectionString) : Postgres(ConnectionString);

    // Apart, so that nothing of Npgsql is loaded where the database is SQLite: 2 MiB.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DbConnection Postgres(string connectionString) => new NpgsqlConnection(connectionString);

    private static string Sqlite(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 60 }.ConnectionString;
}
