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

    /// <summary>An empty one.</summary>
    public static Task<TestDatabase> CreateAsync(bool onPostgres) => onPostgres ? OnPostgresAsync("") : Task.FromResult(OnSqlite());

    /// <summary>One as the tool leaves it after its first start.</summary>
    public static async Task<TestDatabase> CopyAsync(bool onPostgres)
    {
        var prepared = await PreparedDatabases.OfAsync(onPostgres);
        if (onPostgres)
        {
            return await OnPostgresAsync($" TEMPLATE {prepared.name}");
        }

        var copy = OnSqlite();
        foreach (var file in Directory.EnumerateFiles(prepared.Folder))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Lets go of every connection that is kept open for the next one.</summary>
    public static void Close()
    {
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
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

    /// <summary>Empties the tables, while the tool runs.</summary>
    /// <exception cref="System.Data.Common.DbException">The tool is at work on them.</exception>
    public async Task EmptyAsync()
    {
        await using var db = Open();
        await (name is null ? Forgetting.OnSqliteAsync(db) : Forgetting.OnPostgresAsync(db));
    }

    /// <summary>Deletes what the tool put beside its database: mails, say.</summary>
    /// <exception cref="IOException">The tool is at work on it.</exception>
    public void DeleteFiles()
    {
        foreach (var folder in Directory.EnumerateDirectories(Folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is not null)
        {
            await RunAsync(admin, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static TestDatabase OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("learning-buddy-").FullName;
        return new TestDatabase(folder, $"Data Source={Path.Combine(folder, "tool.db")}", null, null);
    }

    private static async Task<TestDatabase> OnPostgresAsync(string like)
    {
        var server = Environment.GetEnvironmentVariable("LEARNINGBUDDY_TEST_POSTGRES");
        Assert.True(
            server is not null,
            "Set LEARNINGBUDDY_TEST_POSTGRES to an administrator's connection string, or run ./test.sh, which starts a PostgreSQL.");
        var fresh = "lb_" + Guid.NewGuid().ToString("N");
        await RunAsync(server!, $"CREATE DATABASE {fresh}{like}");
        var folder = Directory.CreateTempSubdirectory("learning-buddy-").FullName;
        var own = new NpgsqlConnectionStringBuilder(server) { Database = fresh, MaxPoolSize = 12 }.ConnectionString;
        return new TestDatabase(folder, own, server, fresh);
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
