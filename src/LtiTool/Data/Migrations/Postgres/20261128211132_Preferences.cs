using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Preferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ChosenLanguage",
                table: "person",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Look",
                table: "person",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Auto");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChosenLanguage",
                table: "person");

            migrationBuilder.DropColumn(
                name: "Look",
                table: "person");
        }
    }
}
