using LearningBuddy.XApi.Lrs.Storage.Postgres;
using LearningBuddy.XApi.Lrs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>A store of another version is left as it is, and the start says what to do.</summary>
public sealed class StoreVersionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lrs-version-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1, "The record store has schema 1, from before the first release; this version needs 2. Move the file ")]
    [InlineData(99, "The record store has schema 99, which this version of the tool does not know.")]
    public void SQLite_says_so(int version, string words)
    {
        var path = Path.Combine(folder, "lrs.db");
        using (var old = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            old.Open();
            SqliteSchema.Run(old, $"PRAGMA user_version = {version}");
        }

        var stop = Assert.Throws<InvalidDataException>(() => new SqliteDatabase(path).OpenForWriting());

        Assert.StartsWith(words, stop.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "The record store has schema 3, from before the first release; this version needs 4. Move the tables and the view lrs_… away")]
    [InlineData(99, "The record store has schema 99, which this version of the tool does not know.")]
    public async Task PostgreSQL_says_so(int version, string words)
    {
        var (address, cleanUp) = await PostgresDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(address);
        await using (var old = source.CreateCommand($"CREATE TABLE lrs_schema (version integer NOT NULL); INSERT INTO lrs_schema VALUES ({version})"))
        {
            await old.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var stop = Assert.Throws<InvalidDataException>(() => new PostgresSession(source));

        Assert.StartsWith(words, stop.Message, StringComparison.Ordinal);
        await cleanUp();
    }
}
