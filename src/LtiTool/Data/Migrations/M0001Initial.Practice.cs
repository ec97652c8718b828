using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

internal sealed partial class M0001Initial
{
    private static void CreatePractice(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "file_blob",
            table => new
            {
                Sha256 = table.Column<string>(maxLength: 64, nullable: false),
                Content = table.Column<byte[]>(nullable: false),
                StoredAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_file_blob", row => row.Sha256);
            });

        migrationBuilder.CreateTable(
            "buddy_pair",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ParticipationId = table.Column<Guid>(nullable: false),
                BuddyId = table.Column<Guid>(nullable: true),
                Code = table.Column<string>(nullable: true),
                State = table.Column<string>(maxLength: 32, nullable: false),
                InvitationEventId = table.Column<Guid>(nullable: false),
                InvitedAt = table.Column<DateTime>(nullable: false),
                ExpiresAt = table.Column<DateTime>(nullable: false),
                AnsweredAt = table.Column<DateTime>(nullable: true),
                Reason = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_buddy_pair", row => row.Id);
                table.ForeignKey("FK_buddy_pair_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_buddy_pair_person_BuddyId", row => row.BuddyId, "person", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_buddy_pair_BuddyId_State", "buddy_pair", ["BuddyId", "State"]);
        migrationBuilder.CreateIndex("IX_buddy_pair_Code", "buddy_pair", "Code", unique: true);
        migrationBuilder.CreateIndex("IX_buddy_pair_ParticipationId", "buddy_pair", "ParticipationId", unique: true, filter: "\"State\" IN ('Invited', 'Active')");

        migrationBuilder.CreateTable(
            "evidence",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ParticipationId = table.Column<Guid>(nullable: false),
                State = table.Column<string>(maxLength: 32, nullable: false),
                Draft = table.Column<string>(nullable: false),
                DraftNumber = table.Column<int>(nullable: false),
                StartedAt = table.Column<DateTime>(nullable: false),
                DraftSavedAt = table.Column<DateTime>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                SubmittedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_evidence", row => row.Id);
                table.CheckConstraint("ck_evidence_revision", "\"Revision\" >= 0");
                table.ForeignKey("FK_evidence_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_evidence_ParticipationId_State", "evidence", ["ParticipationId", "State"]);
        migrationBuilder.CreateIndex("IX_evidence_State_SubmittedAt", "evidence", ["State", "SubmittedAt"]);

        migrationBuilder.CreateTable(
            "evidence_version",
            table => new
            {
                EvidenceId = table.Column<Guid>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                Text = table.Column<string>(nullable: false),
                SubmissionEventId = table.Column<Guid>(nullable: false),
                SubmittedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_evidence_version", row => new { row.EvidenceId, row.Revision });
                table.ForeignKey("FK_evidence_version_evidence_EvidenceId", row => row.EvidenceId, "evidence", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "attestation",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                EvidenceId = table.Column<Guid>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                PersonId = table.Column<Guid>(nullable: false),
                Words = table.Column<string>(nullable: false),
                AttestedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_attestation", row => row.Id);
                table.ForeignKey("FK_attestation_evidence_EvidenceId", row => row.EvidenceId, "evidence", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_attestation_person_PersonId", row => row.PersonId, "person", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_attestation_EvidenceId_Revision_PersonId", "attestation", ["EvidenceId", "Revision", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_attestation_PersonId", "attestation", "PersonId");

        migrationBuilder.CreateTable(
            "review",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                EvidenceId = table.Column<Guid>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                ReviewerId = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(nullable: false),
                ReviewedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_review", row => row.Id);
                table.ForeignKey("FK_review_evidence_EvidenceId", row => row.EvidenceId, "evidence", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_review_person_ReviewerId", row => row.ReviewerId, "person", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_review_EvidenceId_Revision", "review", ["EvidenceId", "Revision"], unique: true);
        migrationBuilder.CreateIndex("IX_review_ReviewerId", "review", "ReviewerId");

        migrationBuilder.CreateTable(
            "review_draft",
            table => new
            {
                EvidenceId = table.Column<Guid>(nullable: false),
                ReviewerId = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(nullable: false),
                SavedAt = table.Column<DateTime>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_review_draft", row => new { row.EvidenceId, row.ReviewerId });
                table.ForeignKey("FK_review_draft_evidence_EvidenceId", row => row.EvidenceId, "evidence", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            "nudge",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                ParticipationId = table.Column<Guid>(nullable: false),
                ExerciseId = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
                BehaviourId = table.Column<string>(nullable: false),
                Step = table.Column<int>(nullable: false),
                Of = table.Column<int>(nullable: false),
                DueAt = table.Column<DateTime>(nullable: false),
                SentAt = table.Column<DateTime>(nullable: true),
                OpenedAt = table.Column<DateTime>(nullable: true),
                SettledAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_nudge", row => row.Id);
                table.ForeignKey("FK_nudge_participation_ParticipationId", row => row.ParticipationId, "participation", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_nudge_DueAt", "nudge", "DueAt", filter: "\"SentAt\" IS NULL AND \"SettledAt\" IS NULL");
        migrationBuilder.CreateIndex("IX_nudge_ParticipationId_DueAt", "nudge", ["ParticipationId", "DueAt"]);
    }
}
