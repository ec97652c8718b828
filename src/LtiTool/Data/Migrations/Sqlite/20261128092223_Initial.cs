using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningBuddy.LtiTool.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Destination = table.Column<string>(type: "TEXT", nullable: false),
                    DedupeKey = table.Column<string>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsEmptied = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastAnswer = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery", x => x.Id);
                    table.CheckConstraint("ck_delivery_attempts", "\"Attempts\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "file_blob",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_blob", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    ChosenName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorizationEndpoint = table.Column<string>(type: "TEXT", nullable: false),
                    TokenEndpoint = table.Column<string>(type: "TEXT", nullable: false),
                    JwksUri = table.Column<string>(type: "TEXT", nullable: false),
                    TokenAudience = table.Column<string>(type: "TEXT", nullable: true),
                    ProductFamilyCode = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AccountDomain = table.Column<string>(type: "TEXT", nullable: true),
                    HomePages = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastLaunchAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastRefusal = table.Column<string>(type: "TEXT", nullable: true),
                    LastRefusalAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_key", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HandleHash = table.Column<string>(type: "TEXT", nullable: false),
                    CookieHash = table.Column<string>(type: "TEXT", nullable: true),
                    Door = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DoorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "statement_cursor",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_cursor", x => x.Source);
                });

            migrationBuilder.CreateTable(
                name: "tool_key",
                columns: table => new
                {
                    KeyId = table.Column<string>(type: "TEXT", nullable: false),
                    PrivateKeyPem = table.Column<string>(type: "TEXT", nullable: false),
                    SignsFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tool_key", x => x.KeyId);
                });

            migrationBuilder.CreateTable(
                name: "tool_secret",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tool_secret", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "used_nonce",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nonce = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_nonce", x => new { x.OwnerId, x.Nonce });
                });

            migrationBuilder.CreateTable(
                name: "device",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_device", x => x.Id);
                    table.ForeignKey(
                        name: "FK_device_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_account_platform_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "platform",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeploymentId = table.Column<string>(type: "TEXT", nullable: false),
                    ContextId = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    MembershipsUrl = table.Column<string>(type: "TEXT", nullable: true),
                    RosterReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course", x => x.Id);
                    table.ForeignKey(
                        name: "FK_course_platform_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "platform",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deployment",
                columns: table => new
                {
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeploymentId = table.Column<string>(type: "TEXT", nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deployment", x => new { x.PlatformId, x.DeploymentId });
                    table.ForeignKey(
                        name: "FK_deployment_platform_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "platform",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "design",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlatformId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContextId = table.Column<string>(type: "TEXT", nullable: false),
                    LatestNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_design", x => x.Id);
                    table.ForeignKey(
                        name: "FK_design_platform_PlatformId",
                        column: x => x.PlatformId,
                        principalTable: "platform",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enrolment",
                columns: table => new
                {
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsTestUser = table.Column<bool>(type: "INTEGER", nullable: false),
                    RoleFromLaunch = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment", x => new { x.CourseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_enrolment_course_CourseId",
                        column: x => x.CourseId,
                        principalTable: "course",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_enrolment_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResourceLinkId = table.Column<string>(type: "TEXT", nullable: false),
                    DesignId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DesignNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LineItemUrl = table.Column<string>(type: "TEXT", nullable: true),
                    LineItemsUrl = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey", x => x.Id);
                    table.ForeignKey(
                        name: "FK_journey_course_CourseId",
                        column: x => x.CourseId,
                        principalTable: "course",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "design_version",
                columns: table => new
                {
                    DesignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_design_version", x => new { x.DesignId, x.Number });
                    table.ForeignKey(
                        name: "FK_design_version_design_DesignId",
                        column: x => x.DesignId,
                        principalTable: "design",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guest_link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConsentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_link", x => x.Id);
                    table.ForeignKey(
                        name: "FK_guest_link_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "journey_event",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DesignNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    OccasionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_event", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_journey_event_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_participation_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_participation_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attention",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attention", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attention_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "behaviour_standing",
                columns: table => new
                {
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BehaviourId = table.Column<string>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CertifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_behaviour_standing", x => new { x.ParticipationId, x.BehaviourId });
                    table.CheckConstraint("ck_behaviour_standing_waiting", "\"Waiting\" >= 0");
                    table.ForeignKey(
                        name: "FK_behaviour_standing_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "due_item",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFault = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseOwner = table.Column<string>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_item", x => x.Id);
                    table.CheckConstraint("ck_due_item_attempts", "\"Attempts\" >= 0");
                    table.ForeignKey(
                        name: "FK_due_item_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundStatementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    DraftNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DraftSavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.Id);
                    table.CheckConstraint("ck_evidence_revision", "\"Revision\" >= 0");
                    table.ForeignKey(
                        name: "FK_evidence_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "found_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityName = table.Column<string>(type: "TEXT", nullable: false),
                    BehaviourId = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_found_evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_found_evidence_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grade_posting",
                columns: table => new
                {
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Given = table.Column<double>(type: "REAL", nullable: false),
                    Maximum = table.Column<double>(type: "REAL", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsFinal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    SentGiven = table.Column<double>(type: "REAL", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FoundInLms = table.Column<double>(type: "REAL", nullable: true),
                    OverwriteAllowed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grade_posting", x => x.ParticipationId);
                    table.CheckConstraint("ck_grade_posting_points", "\"Given\" >= 0 AND \"Maximum\" > 0");
                    table.ForeignKey(
                        name: "FK_grade_posting_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "learning_group",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_group", x => x.Id);
                    table.ForeignKey(
                        name: "FK_learning_group_journey_JourneyId",
                        column: x => x.JourneyId,
                        principalTable: "journey",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_learning_group_participation_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attestation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    AttestedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attestation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attestation_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_attestation_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_version",
                columns: table => new
                {
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    SubmissionEventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DesignNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_version", x => new { x.EvidenceId, x.Revision });
                    table.ForeignKey(
                        name: "FK_evidence_version_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "question",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JourneyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    BehaviourId = table.Column<string>(type: "TEXT", nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedEventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsOverdue = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_question", x => x.Id);
                    table.ForeignKey(
                        name: "FK_question_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_question_participation_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "participation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review", x => x.Id);
                    table.ForeignKey(
                        name: "FK_review_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_review_person_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_draft",
                columns: table => new
                {
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_draft", x => new { x.EvidenceId, x.ReviewerId });
                    table.ForeignKey(
                        name: "FK_review_draft_evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_invitation_learning_group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "learning_group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_invitation_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Moves = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting", x => x.Id);
                    table.CheckConstraint("ck_meeting_minutes", "\"Minutes\" > 0");
                    table.ForeignKey(
                        name: "FK_meeting_learning_group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "learning_group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership", x => new { x.GroupId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_membership_learning_group_GroupId",
                        column: x => x.GroupId,
                        principalTable: "learning_group",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_membership_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HelpedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_answer_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_answer_question_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "question",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_Name",
                table: "account",
                column: "Name",
                unique: true,
                filter: "\"Kind\" = 'Email'");

            migrationBuilder.CreateIndex(
                name: "IX_account_PersonId",
                table: "account",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_account_PlatformId_Name",
                table: "account",
                columns: new[] { "PlatformId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_answer_PersonId",
                table: "answer",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_answer_QuestionId_AnsweredAt",
                table: "answer",
                columns: new[] { "QuestionId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_attention_JourneyId_Audience_PersonId_Kind",
                table: "attention",
                columns: new[] { "JourneyId", "Audience", "PersonId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_attention_ParticipationId",
                table: "attention",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_attestation_EvidenceId_Revision_PersonId",
                table: "attestation",
                columns: new[] { "EvidenceId", "Revision", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attestation_PersonId",
                table: "attestation",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_behaviour_standing_JourneyId_BehaviourId",
                table: "behaviour_standing",
                columns: new[] { "JourneyId", "BehaviourId" });

            migrationBuilder.CreateIndex(
                name: "IX_course_PlatformId_DeploymentId_ContextId",
                table: "course",
                columns: new[] { "PlatformId", "DeploymentId", "ContextId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delivery_DedupeKey",
                table: "delivery",
                column: "DedupeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_delivery_SettledAt",
                table: "delivery",
                column: "SettledAt",
                filter: "\"State\" = 'Sent' AND NOT \"IsEmptied\"");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_State_Kind_Destination_NextAttemptAt",
                table: "delivery",
                columns: new[] { "State", "Kind", "Destination", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_SubjectId",
                table: "delivery",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_design_PlatformId_ContextId",
                table: "design",
                columns: new[] { "PlatformId", "ContextId" });

            migrationBuilder.CreateIndex(
                name: "IX_device_PersonId",
                table: "device",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_device_TokenHash",
                table: "device",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_due_item_DueAt",
                table: "due_item",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_due_item_Kind_SubjectId",
                table: "due_item",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_due_item_ParticipationId",
                table: "due_item",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_PersonId",
                table: "enrolment",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_ParticipationId_FoundStatementId",
                table: "evidence",
                columns: new[] { "ParticipationId", "FoundStatementId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_ParticipationId_State",
                table: "evidence",
                columns: new[] { "ParticipationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_State_SubmittedAt",
                table: "evidence",
                columns: new[] { "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_found_evidence_ParticipationId_StatementId",
                table: "found_evidence",
                columns: new[] { "ParticipationId", "StatementId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_found_evidence_StatementId",
                table: "found_evidence",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_grade_posting_JourneyId_State",
                table: "grade_posting",
                columns: new[] { "JourneyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_JourneyId",
                table: "guest_link",
                column: "JourneyId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_PersonId",
                table: "guest_link",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_TokenHash",
                table: "guest_link",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_Code",
                table: "invitation",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_GroupId",
                table: "invitation",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_invitation_PersonId_State",
                table: "invitation",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_CourseId_ResourceLinkId",
                table: "journey",
                columns: new[] { "CourseId", "ResourceLinkId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_DesignId",
                table: "journey",
                column: "DesignId");

            migrationBuilder.CreateIndex(
                name: "IX_journey_event_Id",
                table: "journey_event",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journey_event_JourneyId_Sequence",
                table: "journey_event",
                columns: new[] { "JourneyId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_event_ParticipationId_Sequence",
                table: "journey_event",
                columns: new[] { "ParticipationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_group_JourneyId_Kind_State",
                table: "learning_group",
                columns: new[] { "JourneyId", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_group_OwnerId",
                table: "learning_group",
                column: "OwnerId",
                unique: true,
                filter: "\"Kind\" = 'BuddyPair' AND \"State\" <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_GroupId_Sequence",
                table: "meeting",
                columns: new[] { "GroupId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_membership_PersonId_State",
                table: "membership",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_participation_JourneyId_PersonId",
                table: "participation",
                columns: new[] { "JourneyId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_participation_PersonId",
                table: "participation",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Issuer_ClientId",
                table: "platform",
                columns: new[] { "Issuer", "ClientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_question_EvidenceId",
                table: "question",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_question_JourneyId_AnsweredAt_AnswerBy",
                table: "question",
                columns: new[] { "JourneyId", "AnsweredAt", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_question_ParticipationId",
                table: "question",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_review_EvidenceId_Revision",
                table: "review",
                columns: new[] { "EvidenceId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_ReviewerId",
                table: "review",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_session_HandleHash",
                table: "session",
                column: "HandleHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_session_LastSeenAt",
                table: "session",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_used_nonce_ExpiresAt",
                table: "used_nonce",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "answer");

            migrationBuilder.DropTable(
                name: "attention");

            migrationBuilder.DropTable(
                name: "attestation");

            migrationBuilder.DropTable(
                name: "behaviour_standing");

            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "deployment");

            migrationBuilder.DropTable(
                name: "design_version");

            migrationBuilder.DropTable(
                name: "device");

            migrationBuilder.DropTable(
                name: "due_item");

            migrationBuilder.DropTable(
                name: "enrolment");

            migrationBuilder.DropTable(
                name: "evidence_version");

            migrationBuilder.DropTable(
                name: "file_blob");

            migrationBuilder.DropTable(
                name: "found_evidence");

            migrationBuilder.DropTable(
                name: "grade_posting");

            migrationBuilder.DropTable(
                name: "guest_link");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "journey_event");

            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "protection_key");

            migrationBuilder.DropTable(
                name: "review");

            migrationBuilder.DropTable(
                name: "review_draft");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "statement_cursor");

            migrationBuilder.DropTable(
                name: "tool_key");

            migrationBuilder.DropTable(
                name: "tool_secret");

            migrationBuilder.DropTable(
                name: "used_nonce");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropTable(
                name: "design");

            migrationBuilder.DropTable(
                name: "learning_group");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "participation");

            migrationBuilder.DropTable(
                name: "journey");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "platform");
        }
    }
}
