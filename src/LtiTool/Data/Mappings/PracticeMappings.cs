using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Practice;
using LearningBuddy.Shared.Reinforcement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class PracticeMappings :
    IEntityTypeConfiguration<BuddyPair>, IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<EvidenceVersion>,
    IEntityTypeConfiguration<Attestation>, IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<Nudge>, IEntityTypeConfiguration<FileBlob>,
    IEntityTypeConfiguration<ReviewDraftRow>
{
    public void Configure(EntityTypeBuilder<BuddyPair> builder)
    {
        builder.ToTable("buddy_pair");
        builder.Property(pair => pair.Id).ValueGeneratedNever();
        // One standing invitation or pairing a learner, whoever presses first.
        builder.HasIndex(pair => pair.ParticipationId).IsUnique().HasFilter("\"State\" IN ('Invited', 'Active')");
        builder.HasIndex(pair => pair.Code).IsUnique();
        builder.HasIndex(pair => new { pair.BuddyId, pair.State });
        builder.HasOne<Participation>().WithMany().HasForeignKey(pair => pair.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(pair => pair.BuddyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("evidence", table => table.HasCheckConstraint("ck_evidence_revision", "\"Revision\" >= 0"));
        builder.Property(evidence => evidence.Id).ValueGeneratedNever();
        builder.Property(evidence => evidence.Draft).HasJsonConversion().IsRequired();
        builder.Property(evidence => evidence.DraftNumber).IsConcurrencyToken();
        builder.Ignore(evidence => evidence.CanWrite);
        builder.HasIndex(evidence => new { evidence.ParticipationId, evidence.State });
        builder.HasIndex(evidence => new { evidence.State, evidence.SubmittedAt });
        builder.HasOne<Participation>().WithMany().HasForeignKey(evidence => evidence.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(evidence => evidence.Versions).WithOne().HasForeignKey(version => version.EvidenceId).OnDelete(DeleteBehavior.Cascade);
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
        builder.HasIndex(attestation => new { attestation.EvidenceId, attestation.Revision, attestation.PersonId }).IsUnique();
        builder.HasOne<Evidence>().WithMany().HasForeignKey(attestation => attestation.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(attestation => attestation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("review");
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.Text).HasJsonConversion().IsRequired();
        builder.HasIndex(review => new { review.EvidenceId, review.Revision }).IsUnique();
        builder.HasOne<Evidence>().WithMany().HasForeignKey(review => review.EvidenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(review => review.ReviewerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewDraftRow> builder)
    {
        builder.ToTable("review_draft");
        builder.HasKey(draft => new { draft.EvidenceId, draft.ReviewerId });
        builder.Property(draft => draft.Text).HasJsonConversion().IsRequired();
        builder.Property(draft => draft.Number).IsConcurrencyToken();
        builder.HasOne<Evidence>().WithMany().HasForeignKey(draft => draft.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Nudge> builder)
    {
        builder.ToTable("nudge");
        builder.Property(nudge => nudge.Id).ValueGeneratedNever();
        builder.Ignore(nudge => nudge.Facts);
        builder.HasIndex(nudge => new { nudge.ParticipationId, nudge.DueAt });
        builder.HasIndex(nudge => nudge.DueAt).HasFilter("\"SentAt\" IS NULL AND \"SettledAt\" IS NULL");
        builder.HasOne<Participation>().WithMany().HasForeignKey(nudge => nudge.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FileBlob> builder)
    {
        builder.ToTable("file_blob");
        builder.HasKey(file => file.Sha256);
        builder.Property(file => file.Sha256).HasMaxLength(64);
    }
}
