using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Guests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "invitation",
                type: "character varying(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsAddressRefused",
                table: "invitation",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "invitation",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_Address",
                table: "invitation",
                column: "Address",
                filter: "\"Address\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_SubjectId",
                table: "guest_link",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_invitation_Address",
                table: "invitation");

            migrationBuilder.DropIndex(
                name: "IX_guest_link_SubjectId",
                table: "guest_link");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "invitation");

            migrationBuilder.DropColumn(
                name: "IsAddressRefused",
                table: "invitation");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "invitation");
        }
    }
}
