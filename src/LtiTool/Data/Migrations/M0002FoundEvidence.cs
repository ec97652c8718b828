using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>Evidence found elsewhere: offers, how far was read, and which statement a piece of evidence was made from.</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125050000_FoundEvidence")]
internal sealed class M0002FoundEvidence : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("FoundStatementId", "evidence", nullable: true);
        migrationBuilder.CreateTable(
            "found_evidence",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ParticipationId = table.Column<Guid>(nullable: false),
                StatementId = table.Column<Guid>(nullable: false),
                ActivityName = table.Column<string>(nullable: false),
                BehaviourId = table.Column<string>(nullable: false),
                HappenedAt = table.Column<DateTime>(nullable: false),
                FoundAt = table.Column<DateTime>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_found_evidence", row => row.Id);
                table.ForeignKey("FK_found_evidence_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_found_evidence_ParticipationId_StatementId", "found_evidence", ["ParticipationId", "StatementId"], unique: true);
        migrationBuilder.CreateIndex("IX_found_evidence_StatementId", "found_evidence", "StatementId");
        migrationBuilder.CreateTable(
            "statement_cursor",
            table => new
            {
                Source = table.Column<string>(nullable: false),
                Sequence = table.Column<long>(nullable: false),
                StoredAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_statement_cursor", row => row.Source));
    }
}
