using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class PracticeMappings :
    IEntityTypeConfiguration<EvidencePiece>, IEntityTypeConfiguration<EvidenceVersion>, IEntityTypeConfiguration<Attestation>,
    IEntityTypeConfiguration<WitnessRequest>,
    IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<FileBlob>, IEntityTypeConfiguration<ReviewDraftRow>,
    IEntityTypeConfiguration<Question>, IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<EvidencePiece> builder)
    {
        builder.ToTable(
            "evidence", table => table.HasCheckConstraint("ck_evidence_revision", $"\"{nameof(EvidencePiece.Revision)}\" >= 0"));
        builder.Property(evidence => evidence.Id).ValueGeneratedNever();
        builder.Property(evidence => evidence.Draft).HasJsonConversion().IsRequired();
        builder.Property(evidence => evidence.DraftNumber).IsConcurrencyToken();
        builder.Ignore(evidence => evidence.CanWrite);
        builder.HasIndex(evidence => new { evidence.ParticipationId, evidence.State });
        builder.HasIndex(evidence => new { evidence.State, evidence.SubmittedAt });
        builder.HasIndex(evidence => new { evidence.ParticipationId, evidence.FoundStatementId }).IsUnique();
        builder.HasOne<Participation>().WithMany().HasForeignKey(evidence => evidence.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(evidence => evidence.Versions).WithOne()
            .HasForeignKey(version => version.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(evidence => evidence.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<EvidenceVersion> builder)
    {
        builder.ToTable("evidence_version");
        builder.HasKey(version => new { version.EvidenceId, version.Revision });
        builder.Property(version => version.Revision).ValueGeneratedNever();
        builder.Property(version => version.Text).HasJsonConversion().IsRequired();
    }

    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("attestation");
        builder.Property(attestation => attestation.Id).ValueGeneratedNever();

        // What was said before there was a choice counted as seen.
        builder.Property(attestation => attestation.Basis).HasDefaultValue(AttestationBasis.Present);
        builder.HasIndex(attestation => new { attestation.EvidenceId, attestation.Revision, attestation.PersonId }).IsUnique();
        builder.HasOne<EvidencePiece>().WithMany().HasForeignKey(attestation => attestation.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(attestation => attestation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WitnessRequest> builder)
    {
        builder.ToTable("witness_request");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Address).HasMaxLength(Account.LongestName);
        builder.Property(request => request.Words).HasMaxLength(Invitation.LongestWords);
        builder.Ignore(request => request.GuestId);

        // How often an address was written to, and which addresses are to be forgotten.
        builder.HasIndex(request => request.Address).HasFilter($"\"{nameof(WitnessRequest.Address)}\" IS NOT NULL");
        builder.HasIndex(request => request.EvidenceId);
        builder.HasIndex(request => request.ParticipationId);
        builder.HasOne<EvidencePiece>().WithMany().HasForeignKey(request => request.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Participation>().WithMany().HasForeignKey(request => request.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("review");
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.Text).HasJsonConversion().IsRequired();
        builder.HasIndex(review => new { review.EvidenceId, review.Revision }).IsUnique();
        builder.HasOne<EvidencePiece>().WithMany().HasForeignKey(review => review.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewDraftRow> builder)
    {
        builder.ToTable("review_draft");
        builder.HasKey(draft => new { draft.EvidenceId, draft.ReviewerId });
        builder.Property(draft => draft.Text).HasJsonConversion().IsRequired();
        builder.Property(draft => draft.Number).IsConcurrencyToken();
        builder.HasOne<EvidencePiece>().WithMany().HasForeignKey(draft => draft.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FileBlob> builder)
    {
        builder.ToTable("file_blob");
        builder.HasKey(file => file.Sha256);
        builder.Property(file => file.Sha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("question");
        builder.Property(question => question.Id).ValueGeneratedNever();
        builder.HasIndex(question => new { question.JourneyId, question.AnsweredAt, question.AnswerBy });
        builder.HasIndex(question => question.ParticipationId);
        builder.HasOne<Participation>().WithMany().HasForeignKey(question => question.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<EvidencePiece>().WithMany().HasForeignKey(question => question.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("answer");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.HasIndex(answer => new { answer.QuestionId, answer.AnsweredAt });
        builder.HasOne<Question>().WithMany().HasForeignKey(answer => answer.QuestionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
