using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LearningBuddy.XApi.Lrs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>The record store alone behind a real port, on one of the two databases.</summary>
public sealed class LrsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<Task> cleanUp;

    private LrsHost(WebApplication app, Func<Task> cleanUp)
    {
        this.app = app;
        this.cleanUp = cleanUp;
        Client = ClientOf("key", "secret");
    }

    /// <value>May do everything.</value>
    public HttpClient Client { get; }

    /// <value>Services of the host.</value>
    public IServiceProvider Services => app.Services;

    /// <value>Its address.</value>
    public Uri Address => new(app.Urls.Single());

    /// <value>What the host logged as a fault of its own; a failing test shows it.</value>
    public IEnumerable<string> Faults => app.Services.GetRequiredService<FaultLog>().Faults;

    /// <summary>In a file of its own.</summary>
    public static Task<LrsHost> OnSqliteAsync(params (string Name, string Value)[] settings) => OnSqliteAsync(TimeProvider.System, settings);

    /// <summary>In a file of its own, at another time.</summary>
    public static async Task<LrsHost> OnSqliteAsync(TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("lrs-test-").FullName;
        return await StartAsync(clock, [("LearningBuddy:DataDirectory", directory), .. settings], () =>
        {
            Directory.Delete(directory, recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>In a database of its own at the server that <c>LEARNINGBUDDY_TEST_POSTGRES</c> names.</summary>
    public static async Task<LrsHost> OnPostgresAsync(params (string Name, string Value)[] settings)
    {
        var (connection, cleanUp) = await PostgresDatabase.CreateAsync();
        return await StartAsync(TimeProvider.System, [("ConnectionStrings:Database", connection), .. settings], cleanUp);
    }

    /// <summary>A client with another key, or with none.</summary>
    public HttpClient ClientOf(string? key, string? secret, string version = "2.0.0") => ClientOf(Address, key, secret, version);

    /// <summary>A client of the record store at an address.</summary>
    public static HttpClient ClientOf(Uri address, string? key, string? secret, string version = "2.0.0")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));
        }

        client.DefaultRequestHeaders.Add("X-Experience-API-Version", version);
        return client;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await cleanUp();
    }

    private static async Task<LrsHost> StartAsync(TimeProvider clock, (string Name, string Value)[] settings, Func<Task> cleanUp)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings
            .Append(("LearningBuddy:Lrs:Credentials:0:Key", "key"))
            .Append(("LearningBuddy:Lrs:Credentials:0:Secret", "secret"))
            .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<FaultLog>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<FaultLog>());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddEmbeddedLrs(builder.Configuration);
        var built = builder.Build();
        built.MapEmbeddedLrs();
        await built.StartAsync();
        return new LrsHost(built, cleanUp);
    }
}

/// <summary>A fresh database at the PostgreSQL server of the tests.</summary>
internal static class PostgresDatabase
{
    private const string Variable = "LEARNINGBUDDY_TEST_POSTGRES";

    public static async Task<(string Connection, Func<Task> CleanUp)> CreateAsync()
    {
        var admin = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} names no PostgreSQL server; ./test.sh starts one and sets it.");
        var name = string.Create(CultureInfo.InvariantCulture, $"lrs_{Guid.NewGuid():N}");
        await RunAsync(admin, $"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(admin) { Database = name }.ToString();
        return (connection, () => RunAsync(admin, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
