using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>The first tables. Written by hand for both databases: column types are left to the provider (docs/adr/0003).</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125000000_Initial")]
internal sealed partial class M0001Initial : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateProtocol(migrationBuilder);
        CreateCourses(migrationBuilder);
        CreatePractice(migrationBuilder);
        CreateHistory(migrationBuilder);
    }
}
