using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>An empty database of its own, gone when the test is.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? admin;
    private readonly string? name;

    private TestDatabase(string folder, string connectionString, string? admin, string? name)
    {
        Folder = folder;
        ConnectionString = connectionString;
        this.admin = admin;
        this.name = name;
    }

    /// <summary>A folder for files, of this test alone.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("learning-buddy-").FullName;
        if (!onPostgres)
        {
            return new TestDatabase(folder, $"Data Source={Path.Combine(folder, "tool.db")}", null, null);
        }

        var server = Environment.GetEnvironmentVariable("LEARNINGBUDDY_TEST_POSTGRES");
        Assert.True(server is not null, "Set LEARNINGBUDDY_TEST_POSTGRES to an administrator's connection string, or run ./test.sh, which starts a PostgreSQL.");
        var fresh = "lb_" + Guid.NewGuid().ToString("N");
        await RunAsync(server!, $"CREATE DATABASE {fresh}");
        return new TestDatabase(folder, new NpgsqlConnectionStringBuilder(server) { Database = fresh, MaxPoolSize = 12 }.ConnectionString, server, fresh);
    }

    /// <summary>A context of its own, for looking at what is stored.</summary>
    public BuddyDbContext Open() => Open(DatabaseAddress.From(ConnectionString, Folder));

    /// <summary>A context of the database at an address.</summary>
    public static BuddyDbContext Open(DatabaseAddress address) => address.IsSqlite
        ? new SqliteBuddyDbContext(Options<SqliteBuddyDbContext>(address))
        : new PostgresBuddyDbContext(Options<PostgresBuddyDbContext>(address));

    private static DbContextOptions<T> Options<T>(DatabaseAddress address)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        DatabaseServices.Configure(options, address);
        return options.Options;
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(admin, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
