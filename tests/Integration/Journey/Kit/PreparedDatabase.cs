using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: Xunit.AssemblyFixture(typeof(PreparedDatabases))]

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Databases as the tool leaves them after its first start: made once a run, and copied for each test.</summary>
public sealed class PreparedDatabases : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> OnSqlite = new(() => PrepareAsync(onPostgres: false));
    private static readonly Lazy<Task<TestDatabase>> OnPostgres = new(() => PrepareAsync(onPostgres: true));

    /// <summary>The one to copy.</summary>
    internal static Task<TestDatabase> OfAsync(bool onPostgres) => (onPostgres ? OnPostgres : OnSqlite).Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var made in new[] { OnSqlite, OnPostgres }.Where(made => made is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await made.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> PrepareAsync(bool onPostgres)
    {
        var database = await TestDatabase.CreateAsync(onPostgres);
        var tool = await LearningBuddyApp.BuildAsync(
            [$"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["LearningBuddy:PublicUrl"] = "http://localhost",
                    ["LearningBuddy:DataDirectory"] = database.Folder,
                    ["LearningBuddy:Demo"] = "true",
                    ["LearningBuddy:AllowInsecureHttp"] = "true",
                    ["LearningBuddy:Admin:Token"] = "integration-tests-only",
                    ["ConnectionStrings:Database"] = database.ConnectionString,
                });
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            });
        await tool.Services.GetRequiredService<IToolKeyStore>().GetKeysAsync(CancellationToken.None);
        await tool.DisposeAsync();
        TestDatabase.Close();
        return database;
    }
}
