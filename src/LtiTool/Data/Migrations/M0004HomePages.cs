using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>Other addresses under which a platform's people are known in statements of other systems.</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125080000_HomePages")]
internal sealed class M0004HomePages : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("HomePages", "platform", nullable: false, defaultValue: "");
}
