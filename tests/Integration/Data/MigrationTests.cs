using LearningBuddy.LtiTool.Data;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace LearningBuddy.Tests.Integration.Data;

/// <summary>The migrations are written by hand: these tests hold them against the model, on both databases.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_migrated_database_equals_the_model(bool onPostgres)
    {
        await using var migrated = await TestDatabase.CreateAsync(onPostgres);
        await using var created = await TestDatabase.CreateAsync(onPostgres);
        await using (var db = Context(migrated))
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        }

        await using (var db = Context(created))
        {
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(await SchemaAsync(created, onPostgres), await SchemaAsync(migrated, onPostgres));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_of_the_first_version_upgrades_and_keeps_its_rows(bool onPostgres)
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres);
        var platform = Guid.NewGuid();
        await using (var db = Context(database))
        {
            await db.GetService<IMigrator>().MigrateAsync("20261125000000_Initial", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO platform ("Id", "Issuer", "ClientId", "AuthorizationEndpoint", "TokenEndpoint", "JwksUri", "ProductFamilyCode", "Name", "Scopes", "Status", "RegisteredAt")
                VALUES ({platform}, 'https://lms.example', 'abc', 'https://lms.example/a', 'https://lms.example/t', 'https://lms.example/k', '', 'School', '', 'Active', {DateTime.UtcNow})
                """,
                TestContext.Current.CancellationToken);
        }

        await using (var db = Context(database))
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            Assert.Equal("School", (await db.Platforms.SingleAsync(row => row.Id == platform, TestContext.Current.CancellationToken)).Name);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task SQLite_waits_for_the_disk_at_every_commit_but_a_launchs()
    {
        await using var database = await TestDatabase.CreateAsync(onPostgres: false);
        await using var db = Context(database);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
    }

    private static BuddyDbContext Context(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<BuddyDbContext>();
        DatabaseServices.Configure(options, DatabaseAddress.From(database.ConnectionString, database.Folder));
        return new BuddyDbContext(options.Options);
    }

    /// <summary>Every column, index and constraint as the database itself describes it, one a line.</summary>
    private static async Task<string> SchemaAsync(TestDatabase database, bool onPostgres)
    {
        await using var db = Context(database);
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
