using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LinkColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ColumnFault",
                table: "journey_link",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LineItemUrl",
                table: "journey_link",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ColumnFault",
                table: "journey_link");

            migrationBuilder.DropColumn(
                name: "LineItemUrl",
                table: "journey_link");
        }
    }
}
