using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Lti;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LearningBuddy.Tests.Integration.Data;

/// <summary>Migrations and compiled models are generated: these tests hold that they were, on both databases.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_migrated_database_equals_the_model(bool onPostgres)
    {
        await using var migrated = await TestDatabase.CreateAsync(onPostgres);
        await using var created = await TestDatabase.CreateAsync(onPostgres);
        await using (var db = migrated.Open())
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        }

        await using (var db = created.Open())
        {
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(await SchemaAsync(created, onPostgres), await SchemaAsync(migrated, onPostgres));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_migrations_and_the_compiled_model_are_those_of_the_mappings(bool onPostgres)
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres);
        await using var db = database.Open();

        Assert.Equal(db.Database.GetMigrations().Last(), AppliedMigrations.Newest(DatabaseAddress.From(database.ConnectionString, "")));
        Assert.False(db.Database.HasPendingModelChanges(), "The mappings changed: add a migration (docs/architecture.md).");
        var mapped = db.GetService<IDesignTimeModel>().Model;
        Assert.NotSame(mapped, db.Model);
        Assert.Equal(Described(mapped), Described(db.Model));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_of_another_version_is_refused_and_left_as_it_is(bool onPostgres)
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres);
        await using (var db = database.Open())
        {
            await db.GetService<IHistoryRepository>().CreateAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20251125000000_Initial', '10.0.0')
                """,
                TestContext.Current.CancellationToken);
        }

        var before = await OwnSchemaAsync();
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => BuildAsync(database));

        Assert.Contains("20251125000000_Initial", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Equal(before, await OwnSchemaAsync());

        // The record store looks after its own tables.
        async Task<string> OwnSchemaAsync() => string.Join(
            '\n', (await SchemaAsync(database, onPostgres)).Split('\n').Where(line => !line.Contains("lrs_", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_first_start_asks_the_database_nothing_that_fails_and_a_second_migrates_nothing(bool onPostgres)
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres);
        using var first = new CapturedLog("Microsoft.EntityFrameworkCore");
        using var second = new CapturedLog("Microsoft.EntityFrameworkCore");

        await using (await BuildAsync(database, first))
        {
        }

        await using (await BuildAsync(database, second))
        {
        }

        Assert.Contains(first.Lines, line => line.Contains("CREATE TABLE", StringComparison.Ordinal));
        Assert.DoesNotContain(first.Lines, line => line.Contains($" {RelationalEventId.CommandError.Id} ", StringComparison.Ordinal));
        Assert.Empty(second.Lines);
    }

    [Fact]
    public async Task SQLite_waits_for_the_disk_at_every_commit_but_a_launchs()
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres: false);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
    }

    private static Task<WebApplication> BuildAsync(TestDatabase database, CapturedLog? log = null) => LearningBuddyApp.BuildAsync(
        [$"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["LearningBuddy:PublicUrl"] = "http://localhost",
                ["LearningBuddy:DataDirectory"] = database.Folder,
                ["LearningBuddy:AllowInsecureHttp"] = "true",
                ["ConnectionStrings:Database"] = database.ConnectionString,
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
            });
            if (log is not null)
            {
                builder.Logging.ClearProviders().AddProvider(log);
            }
        });

    /// <summary>Tables, columns, keys, indexes: what both models must agree on.</summary>
    private static string Described(IReadOnlyModel model) => string.Join('\n', model.GetEntityTypes().OrderBy(type => type.Name).Select(type =>
        type.ToDebugString(MetadataDebugStringOptions.ShortDefault)));

    /// <summary>Every column, index and constraint as the database itself describes it, one a line.</summary>
    private static async Task<string> SchemaAsync(TestDatabase database, bool onPostgres)
    {
        await using var db = database.Open();
        var question = onPostgres
            ? (FormattableString)$"""
              SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type || ' ' || c.is_nullable || ' ' || coalesce(c.character_maximum_length::text, '') || ' ' || c.is_identity AS "Value"
              FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\_\_EF%'
              UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
              UNION ALL SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%EFMigrations%'
              """
            : (FormattableString)$"""
              SELECT m.name || '.' || p.name || ' ' || p.type || ' ' || p."notnull" || ' ' || p.pk AS "Value" FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
              UNION ALL SELECT m.name || ' -> ' || f."table" || '.' || f."to" || ' ' || f."from" || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
              UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
              UNION ALL SELECT name || ' checks ' || substr(sql, instr(sql, 'CHECK')) FROM sqlite_master WHERE type = 'table' AND instr(sql, 'CHECK') > 0 AND name <> 'evidence'
              """;
        var lines = await db.Database.SqlQuery<string>(question).ToListAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', lines.Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal));
    }
}
