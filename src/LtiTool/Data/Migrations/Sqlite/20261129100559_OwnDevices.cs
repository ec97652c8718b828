using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OwnDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "MailedAt",
                table: "message",
                newName: "SentAt");

            migrationBuilder.RenameColumn(
                name: "MailId",
                table: "message",
                newName: "SendingId");

            migrationBuilder.RenameIndex(
                name: "IX_message_PersonId_MailedAt",
                table: "message",
                newName: "IX_message_PersonId_SentAt");

            migrationBuilder.RenameIndex(
                name: "IX_message_MailId",
                table: "message",
                newName: "IX_message_SendingId");

            migrationBuilder.AddColumn<Guid>(
                name: "CalendarKey",
                table: "message_preferences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KindsOff",
                table: "message_preferences",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<bool>(
                name: "UsesLmsAddress",
                table: "message_preferences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "device",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Push_Endpoint",
                table: "device",
                type: "TEXT",
                maxLength: 2048,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Push_Key",
                table: "device",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Push_Secret",
                table: "device",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Push_Since",
                table: "device",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "push_key",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push_key", x => x.Number);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "push_key");

            migrationBuilder.DropColumn(
                name: "CalendarKey",
                table: "message_preferences");

            migrationBuilder.DropColumn(
                name: "KindsOff",
                table: "message_preferences");

            migrationBuilder.DropColumn(
                name: "UsesLmsAddress",
                table: "message_preferences");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "device");

            migrationBuilder.DropColumn(
                name: "Push_Endpoint",
                table: "device");

            migrationBuilder.DropColumn(
                name: "Push_Key",
                table: "device");

            migrationBuilder.DropColumn(
                name: "Push_Secret",
                table: "device");

            migrationBuilder.DropColumn(
                name: "Push_Since",
                table: "device");

            migrationBuilder.RenameColumn(
                name: "SentAt",
                table: "message",
                newName: "MailedAt");

            migrationBuilder.RenameColumn(
                name: "SendingId",
                table: "message",
                newName: "MailId");

            migrationBuilder.RenameIndex(
                name: "IX_message_SendingId",
                table: "message",
                newName: "IX_message_MailId");

            migrationBuilder.RenameIndex(
                name: "IX_message_PersonId_SentAt",
                table: "message",
                newName: "IX_message_PersonId_MailedAt");
        }
    }
}
