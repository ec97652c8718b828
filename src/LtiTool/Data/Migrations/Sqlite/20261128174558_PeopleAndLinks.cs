using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleAndLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "LinkedDesignId",
                table: "journey",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "enrolment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NamesToldAt",
                table: "course",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RosterFault",
                table: "course",
                type: "TEXT",
                maxLength: 32,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LinkedDesignId",
                table: "journey");

            migrationBuilder.DropColumn(
                name: "Groups",
                table: "enrolment");

            migrationBuilder.DropColumn(
                name: "NamesToldAt",
                table: "course");

            migrationBuilder.DropColumn(
                name: "RosterFault",
                table: "course");
        }
    }
}
