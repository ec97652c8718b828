using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sprints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Shelf",
                table: "design",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "IsPractised",
                table: "behaviour_standing",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "choice_lock",
                columns: table => new
                {
                    JourneyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_choice_lock", x => x.JourneyId);
                    table.ForeignKey(
                        name: "FK_choice_lock_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "choice_reason",
                columns: table => new
                {
                    ParticipationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_choice_reason", x => x.ParticipationId);
                    table.ForeignKey(
                        name: "FK_choice_reason_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "competency_model",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlatformId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContextId = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competency_model", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sprint_choice",
                columns: table => new
                {
                    ParticipationId = table.Column<Guid>(type: "uuid", nullable: false),
                    SprintId = table.Column<string>(type: "text", nullable: false),
                    JourneyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sprint_choice", x => new { x.ParticipationId, x.SprintId });
                    table.ForeignKey(
                        name: "FK_sprint_choice_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_competency_model_PlatformId_ContextId",
                table: "competency_model",
                columns: new[] { "PlatformId", "ContextId" });

            migrationBuilder.CreateIndex(
                name: "IX_sprint_choice_JourneyId_SprintId",
                table: "sprint_choice",
                columns: new[] { "JourneyId", "SprintId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "choice_lock");

            migrationBuilder.DropTable(
                name: "choice_reason");

            migrationBuilder.DropTable(
                name: "competency_model");

            migrationBuilder.DropTable(
                name: "sprint_choice");

            migrationBuilder.DropColumn(
                name: "Shelf",
                table: "design");

            migrationBuilder.DropColumn(
                name: "IsPractised",
                table: "behaviour_standing");
        }
    }
}
