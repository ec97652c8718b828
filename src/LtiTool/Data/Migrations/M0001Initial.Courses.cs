using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

internal sealed partial class M0001Initial
{
    private static void CreateCourses(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "course",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PlatformId = table.Column<Guid>(nullable: false),
                DeploymentId = table.Column<string>(nullable: false),
                ContextId = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: true),
                MembershipsUrl = table.Column<string>(nullable: true),
                RosterReadAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_course", row => row.Id);
                table.ForeignKey("FK_course_platform_PlatformId", row => row.PlatformId, "platform", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_course_PlatformId_DeploymentId_ContextId", "course", ["PlatformId", "DeploymentId", "ContextId"], unique: true);

        migrationBuilder.CreateTable(
            "person",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PlatformId = table.Column<Guid>(nullable: false),
                Subject = table.Column<string>(maxLength: 255, nullable: false),
                Name = table.Column<string>(nullable: true),
                Email = table.Column<string>(nullable: true),
                Locale = table.Column<string>(nullable: true),
                TimeZone = table.Column<string>(nullable: true),
                ChosenName = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_person", row => row.Id);
                table.ForeignKey("FK_person_platform_PlatformId", row => row.PlatformId, "platform", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_person_PlatformId_Subject", "person", ["PlatformId", "Subject"], unique: true);

        migrationBuilder.CreateTable(
            "enrolment",
            table => new
            {
                CourseId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                Role = table.Column<string>(maxLength: 32, nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                IsTestUser = table.Column<bool>(nullable: false),
                RoleFromLaunch = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_enrolment", row => new { row.CourseId, row.PersonId });
                table.ForeignKey("FK_enrolment_course_CourseId", row => row.CourseId, "course", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_enrolment_person_PersonId", row => row.PersonId, "person", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_enrolment_PersonId", "enrolment", "PersonId");

        migrationBuilder.CreateTable(
            "journey",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                CourseId = table.Column<Guid>(nullable: false),
                ResourceLinkId = table.Column<string>(nullable: false),
                Definition = table.Column<string>(nullable: true),
                ContentId = table.Column<Guid>(nullable: true),
                LineItemUrl = table.Column<string>(nullable: true),
                LineItemsUrl = table.Column<string>(nullable: true),
                CreatedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_journey", row => row.Id);
                table.ForeignKey("FK_journey_course_CourseId", row => row.CourseId, "course", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_journey_CourseId_ResourceLinkId", "journey", ["CourseId", "ResourceLinkId"], unique: true);

        migrationBuilder.CreateTable(
            "journey_content",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PlatformId = table.Column<Guid>(nullable: false),
                ContextId = table.Column<string>(nullable: false),
                Definition = table.Column<string>(nullable: false),
                Draft = table.Column<string>(nullable: true),
                CreatedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_journey_content", row => row.Id);
                table.ForeignKey("FK_journey_content_platform_PlatformId", row => row.PlatformId, "platform", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_journey_content_PlatformId_ContextId", "journey_content", ["PlatformId", "ContextId"]);

        migrationBuilder.CreateTable(
            "participation",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                JourneyId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                StartedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_participation", row => row.Id);
                table.ForeignKey("FK_participation_journey_JourneyId", row => row.JourneyId, "journey", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_participation_person_PersonId", row => row.PersonId, "person", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_participation_JourneyId_PersonId", "participation", ["JourneyId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_participation_PersonId", "participation", "PersonId");
    }
}
