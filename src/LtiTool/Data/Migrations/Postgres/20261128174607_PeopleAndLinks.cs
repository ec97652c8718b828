using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Groups",
                table: "enrolment",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NamesToldAt",
                table: "course",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RosterFault",
                table: "course",
                type: "character varying(32)",
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
