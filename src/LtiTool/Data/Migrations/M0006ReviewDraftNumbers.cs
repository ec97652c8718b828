using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>Saves of a review's draft are counted, so that one that builds on an older version is noticed.</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125100000_ReviewDraftNumbers")]
internal sealed class M0006ReviewDraftNumbers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("Number", "review_draft", nullable: false, defaultValue: 0);
}
