using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Talks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pair_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_pair_note_learning_group_PairId",
                        column: x => x.PairId,
                        principalTable: "learning_group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talk",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Recall = table.Column<string>(type: "TEXT", nullable: true),
                    Understood = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Asked = table.Column<string>(type: "TEXT", nullable: true),
                    When = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Will = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talk", x => x.Id);
                    table.ForeignKey(
                        name: "FK_talk_learning_group_PairId",
                        column: x => x.PairId,
                        principalTable: "learning_group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "talk_time",
                columns: table => new
                {
                    TalkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_talk_time", x => new { x.TalkId, x.Number });
                    table.ForeignKey(
                        name: "FK_talk_time_talk_TalkId",
                        column: x => x.TalkId,
                        principalTable: "talk",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pair_note_PairId_WrittenAt",
                table: "pair_note",
                columns: new[] { "PairId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_talk_PairId",
                table: "talk",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_talk_ParticipationId",
                table: "talk",
                column: "ParticipationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pair_note");

            migrationBuilder.DropTable(
                name: "talk_time");

            migrationBuilder.DropTable(
                name: "talk");
        }
    }
}
