using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Makes the context from which migrations and the compiled model for SQLite are generated (docs/architecture.md tells the commands).
/// </summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteBuddyDbContext>
{
    /// <inheritdoc />
    public SqliteBuddyDbContext CreateDbContext(string[] args) => new(
        (DbContextOptions<SqliteBuddyDbContext>)DatabaseServices.Configure(
            new DbContextOptionsBuilder<SqliteBuddyDbContext>(), new("Data Source=design.db", IsSqlite: true)).Options);
}

/// <summary>Makes the context from which migrations and the compiled model for PostgreSQL are generated.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresBuddyDbContext>
{
    /// <inheritdoc />
    public PostgresBuddyDbContext CreateDbContext(string[] args) => new(
        (DbContextOptions<PostgresBuddyDbContext>)DatabaseServices.Configure(
            new DbContextOptionsBuilder<PostgresBuddyDbContext>(), new("Host=design", IsSqlite: false)).Options);
}
