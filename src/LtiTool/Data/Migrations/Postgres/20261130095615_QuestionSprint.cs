using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class QuestionSprint : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SprintId",
                table: "question",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SprintId",
                table: "question");
        }
    }
}
