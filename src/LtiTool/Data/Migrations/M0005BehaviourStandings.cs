using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>How far each learner is with each behaviour. Filled from the history at the next start.</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125090000_BehaviourStandings")]
internal sealed class M0005BehaviourStandings : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "behaviour_standing",
            table => new
            {
                ParticipationId = table.Column<Guid>(nullable: false),
                BehaviourId = table.Column<string>(nullable: false),
                JourneyId = table.Column<Guid>(nullable: false),
                Waiting = table.Column<int>(nullable: false),
                ConfirmedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_behaviour_standing", row => new { row.ParticipationId, row.BehaviourId });
                table.ForeignKey("FK_behaviour_standing_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
                table.CheckConstraint("ck_behaviour_standing_waiting", "\"Waiting\" >= 0");
            });
        migrationBuilder.CreateIndex("IX_behaviour_standing_JourneyId_BehaviourId", "behaviour_standing", ["JourneyId", "BehaviourId"]);
    }
}
