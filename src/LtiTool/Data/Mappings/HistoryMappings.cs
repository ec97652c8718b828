using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class HistoryMappings :
    IEntityTypeConfiguration<JourneyEventRow>, IEntityTypeConfiguration<DeliveryRow>, IEntityTypeConfiguration<GradePosting>,
    IEntityTypeConfiguration<BehaviourStandingRow>, IEntityTypeConfiguration<AttentionRow>, IEntityTypeConfiguration<DueItemRow>
{
    public void Configure(EntityTypeBuilder<JourneyEventRow> builder)
    {
        builder.ToTable("journey_event");
        builder.HasKey(row => row.Sequence);
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasIndex(row => new { row.ParticipationId, row.Sequence });
        builder.HasIndex(row => new { row.JourneyId, row.Sequence });
        builder.HasOne<Journey>().WithMany().HasForeignKey(row => row.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable(Tables.Delivery, table => table.HasCheckConstraint("ck_delivery_attempts", "\"Attempts\" >= 0"));
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.HasIndex(delivery => delivery.DedupeKey).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.Kind, delivery.Destination, delivery.NextAttemptAt });
        builder.HasIndex(delivery => delivery.SubjectId);

        // What was sent and still has its body: a year's rows are never walked.
        builder.HasIndex(delivery => delivery.SettledAt).HasFilter(
            $"\"{nameof(DeliveryRow.State)}\" = '{nameof(DeliveryState.Sent)}' AND NOT \"{nameof(DeliveryRow.IsEmptied)}\"");
    }

    public void Configure(EntityTypeBuilder<GradePosting> builder)
    {
        builder.ToTable(
            Tables.GradePosting, table => table.HasCheckConstraint("ck_grade_posting_points", "\"Given\" >= 0 AND \"Maximum\" > 0"));
        builder.HasKey(posting => posting.ParticipationId);
        builder.HasIndex(posting => new { posting.JourneyId, posting.State });
        builder.HasOne<Participation>().WithOne()
            .HasForeignKey<GradePosting>(posting => posting.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BehaviourStandingRow> builder)
    {
        builder.ToTable("behaviour_standing", table => table.HasCheckConstraint("ck_behaviour_standing_waiting", "\"Waiting\" >= 0"));
        builder.HasKey(standing => new { standing.ParticipationId, standing.BehaviourId });

        // Rows of before learners chose what to practise.
        builder.Property(standing => standing.IsPractised).HasDefaultValue(true).HasSentinel(true);
        builder.HasIndex(standing => new { standing.JourneyId, standing.BehaviourId });
        builder.HasOne<Participation>().WithMany().HasForeignKey(standing => standing.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AttentionRow> builder)
    {
        builder.ToTable(Tables.Attention);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.ParticipationId);
        builder.HasIndex(row => new { row.JourneyId, row.Audience, row.PersonId, row.Kind });
        builder.HasOne<Participation>().WithMany().HasForeignKey(row => row.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DueItemRow> builder)
    {
        builder.ToTable(
            Tables.DueItem, table => table.HasCheckConstraint("ck_due_item_attempts", $"\"{nameof(DueItemRow.Attempts)}\" >= 0"));
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => new { item.Kind, item.SubjectId }).IsUnique();
        builder.Property(item => item.Kind).HasMaxLength(40);

        // Answers "what is due": nothing that lies ahead is looked at.
        builder.HasIndex(item => item.DueAt);
        builder.HasIndex(item => item.ParticipationId);
        builder.HasOne<Participation>().WithMany().HasForeignKey(item => item.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }
}
