using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

internal sealed partial class M0001Initial
{
    private static void CreateProtocol(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Issuer = table.Column<string>(nullable: false),
                ClientId = table.Column<string>(nullable: false),
                AuthorizationEndpoint = table.Column<string>(nullable: false),
                TokenEndpoint = table.Column<string>(nullable: false),
                JwksUri = table.Column<string>(nullable: false),
                TokenAudience = table.Column<string>(nullable: true),
                ProductFamilyCode = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                AccountDomain = table.Column<string>(nullable: true),
                Scopes = table.Column<string>(nullable: false),
                Status = table.Column<string>(maxLength: 32, nullable: false),
                RegisteredAt = table.Column<DateTime>(nullable: false),
                LastLaunchAt = table.Column<DateTime>(nullable: true),
                LastRefusal = table.Column<string>(nullable: true),
                LastRefusalAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_platform", row => row.Id);
            });
        migrationBuilder.CreateIndex("IX_platform_Issuer_ClientId", "platform", ["Issuer", "ClientId"], unique: true);

        migrationBuilder.CreateTable(
            "deployment",
            table => new
            {
                PlatformId = table.Column<Guid>(nullable: false),
                DeploymentId = table.Column<string>(nullable: false),
                FirstSeenAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_deployment", row => new { row.PlatformId, row.DeploymentId });
                table.ForeignKey("FK_deployment_platform_PlatformId", row => row.PlatformId, "platform", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "session",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                HandleHash = table.Column<string>(nullable: false),
                CookieHash = table.Column<string>(nullable: true),
                PersonId = table.Column<Guid>(nullable: false),
                CourseId = table.Column<Guid>(nullable: true),
                JourneyId = table.Column<Guid>(nullable: true),
                PlatformId = table.Column<Guid>(nullable: false),
                Role = table.Column<string>(maxLength: 32, nullable: false),
                Purpose = table.Column<string>(maxLength: 32, nullable: false),
                Facts = table.Column<string>(nullable: false),
                LastSeenAt = table.Column<DateTime>(nullable: false),
                OpenedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_session", row => row.Id);
            });
        migrationBuilder.CreateIndex("IX_session_HandleHash", "session", "HandleHash", unique: true);
        migrationBuilder.CreateIndex("IX_session_LastSeenAt", "session", "LastSeenAt");

        migrationBuilder.CreateTable(
            "used_nonce",
            table => new
            {
                OwnerId = table.Column<Guid>(nullable: false),
                Nonce = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_used_nonce", row => new { row.OwnerId, row.Nonce });
            });
        migrationBuilder.CreateIndex("IX_used_nonce_ExpiresAt", "used_nonce", "ExpiresAt");

        migrationBuilder.CreateTable(
            "tool_key",
            table => new
            {
                KeyId = table.Column<string>(nullable: false),
                PrivateKeyPem = table.Column<string>(nullable: false),
                SignsFrom = table.Column<DateTime>(nullable: false),
                RetiredAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tool_key", row => row.KeyId);
            });

        migrationBuilder.CreateTable(
            "protection_key",
            table => new
            {
                Name = table.Column<string>(nullable: false),
                Xml = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_protection_key", row => row.Name);
            });

        migrationBuilder.CreateTable(
            "tool_secret",
            table => new
            {
                Name = table.Column<string>(nullable: false),
                Hash = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_tool_secret", row => row.Name);
            });
    }
}
