using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Messages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BehaviourId = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Pending = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsInInbox = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MailedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Dropped = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message", x => x.Id);
                    table.ForeignKey(
                        name: "FK_message_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_message_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_preferences",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnprovedAddress = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    RefusedAddress = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    QuietFrom = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    QuietUntil = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    QuietDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsMailOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    JourneysOff = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_preferences", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_message_preferences_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_message_MailId",
                table: "message",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_message_ParticipationId",
                table: "message",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "ix_message_pending",
                table: "message",
                column: "PersonId",
                filter: "\"Pending\" <> 'None'");

            migrationBuilder.CreateIndex(
                name: "IX_message_PersonId_JourneyId_ReadAt",
                table: "message",
                columns: new[] { "PersonId", "JourneyId", "ReadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_message_PersonId_MailedAt",
                table: "message",
                columns: new[] { "PersonId", "MailedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_message_SubjectId_Kind",
                table: "message",
                columns: new[] { "SubjectId", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "message");

            migrationBuilder.DropTable(
                name: "message_preferences");
        }
    }
}
