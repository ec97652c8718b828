using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace LearningBuddy.LtiTool.Data.Migrations;

internal sealed partial class M0001Initial
{
    private static void CreateHistory(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "journey_event",
            table => new
            {
                Sequence = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Id = table.Column<Guid>(nullable: false),
                JourneyId = table.Column<Guid>(nullable: false),
                ParticipationId = table.Column<Guid>(nullable: false),
                LearnerId = table.Column<Guid>(nullable: false),
                ActorId = table.Column<Guid>(nullable: false),
                OccurredAt = table.Column<DateTime>(nullable: false),
                Type = table.Column<string>(nullable: false),
                Payload = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_journey_event", row => row.Sequence);
                table.ForeignKey("FK_journey_event_journey_JourneyId", row => row.JourneyId, "journey", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_journey_event_Id", "journey_event", "Id", unique: true);
        migrationBuilder.CreateIndex("IX_journey_event_JourneyId_Sequence", "journey_event", ["JourneyId", "Sequence"]);
        migrationBuilder.CreateIndex("IX_journey_event_ParticipationId_Sequence", "journey_event", ["ParticipationId", "Sequence"]);

        migrationBuilder.CreateTable(
            "delivery",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(maxLength: 32, nullable: false),
                Destination = table.Column<string>(nullable: false),
                DedupeKey = table.Column<string>(nullable: false),
                EventId = table.Column<Guid>(nullable: false),
                SubjectId = table.Column<Guid>(nullable: false),
                Payload = table.Column<byte[]>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Attempts = table.Column<int>(nullable: false),
                NextAttemptAt = table.Column<DateTime>(nullable: false),
                LeaseOwner = table.Column<string>(nullable: true),
                LeasedUntil = table.Column<DateTime>(nullable: true),
                LastAnswer = table.Column<string>(nullable: true),
                CreatedAt = table.Column<DateTime>(nullable: false),
                SettledAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_delivery", row => row.Id);
                table.CheckConstraint("ck_delivery_attempts", "\"Attempts\" >= 0");
            });
        migrationBuilder.CreateIndex("IX_delivery_DedupeKey", "delivery", "DedupeKey", unique: true);
        migrationBuilder.CreateIndex("IX_delivery_State_NextAttemptAt", "delivery", ["State", "NextAttemptAt"]);
        migrationBuilder.CreateIndex("IX_delivery_SubjectId", "delivery", "SubjectId");

        migrationBuilder.CreateTable(
            "grade_posting",
            table => new
            {
                ParticipationId = table.Column<Guid>(nullable: false),
                JourneyId = table.Column<Guid>(nullable: false),
                Given = table.Column<double>(nullable: false),
                Maximum = table.Column<double>(nullable: false),
                Comment = table.Column<string>(nullable: false),
                SubmittedAt = table.Column<DateTime>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Reason = table.Column<string>(nullable: true),
                SentGiven = table.Column<double>(nullable: true),
                SentAt = table.Column<DateTime>(nullable: true),
                FoundInLms = table.Column<double>(nullable: true),
                OverwriteAllowed = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_grade_posting", row => row.ParticipationId);
                table.CheckConstraint("ck_grade_posting_points", "\"Given\" >= 0 AND \"Maximum\" > 0");
                table.ForeignKey("FK_grade_posting_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_grade_posting_JourneyId_State", "grade_posting", ["JourneyId", "State"]);
    }
}
