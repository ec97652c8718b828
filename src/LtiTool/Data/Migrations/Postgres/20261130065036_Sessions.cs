using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Sessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "group_session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    JourneyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Grouping = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_group_session_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_group",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TopicId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_group", x => new { x.SessionId, x.Number });
                    table.ForeignKey(
                        name: "FK_session_group_group_session_SessionId",
                        column: x => x.SessionId,
                        principalTable: "group_session",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_member",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GroupNumber = table.Column<int>(type: "integer", nullable: true),
                    BehaviourId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Challenge = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_member", x => new { x.SessionId, x.ParticipationId });
                    table.ForeignKey(
                        name: "FK_session_member_group_session_SessionId",
                        column: x => x.SessionId,
                        principalTable: "group_session",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_session_member_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "takeaway",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "uuid", nullable: false),
                    When = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Will = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    IsShared = table.Column<bool>(type: "boolean", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_takeaway", x => x.Id);
                    table.ForeignKey(
                        name: "FK_takeaway_group_session_SessionId",
                        column: x => x.SessionId,
                        principalTable: "group_session",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_takeaway_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_group_session_JourneyId_OpenedAt",
                table: "group_session",
                columns: new[] { "JourneyId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "ix_group_session_open",
                table: "group_session",
                column: "JourneyId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_session_member_ParticipationId",
                table: "session_member",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_takeaway_ParticipationId",
                table: "takeaway",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_takeaway_SessionId",
                table: "takeaway",
                column: "SessionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "session_group");

            migrationBuilder.DropTable(
                name: "session_member");

            migrationBuilder.DropTable(
                name: "takeaway");

            migrationBuilder.DropTable(
                name: "group_session");
        }
    }
}
