using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Look",
                table: "person",
                type: "TEXT",
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
