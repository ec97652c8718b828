using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class HistoryMappings :
    IEntityTypeConfiguration<JourneyEventRow>, IEntityTypeConfiguration<DeliveryRow>, IEntityTypeConfiguration<GradePosting>,
    IEntityTypeConfiguration<BehaviourStanding>
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
        builder.ToTable("delivery", table => table.HasCheckConstraint("ck_delivery_attempts", "\"Attempts\" >= 0"));
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.HasIndex(delivery => delivery.DedupeKey).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.Kind, delivery.Destination, delivery.NextAttemptAt });
        builder.HasIndex(delivery => delivery.SubjectId);
    }

    public void Configure(EntityTypeBuilder<GradePosting> builder)
    {
        builder.ToTable("grade_posting", table => table.HasCheckConstraint("ck_grade_posting_points", "\"Given\" >= 0 AND \"Maximum\" > 0"));
        builder.HasKey(posting => posting.ParticipationId);
        builder.HasIndex(posting => new { posting.JourneyId, posting.State });
        builder.HasOne<Participation>().WithOne().HasForeignKey<GradePosting>(posting => posting.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BehaviourStanding> builder)
    {
        builder.ToTable("behaviour_standing", table => table.HasCheckConstraint("ck_behaviour_standing_waiting", "\"Waiting\" >= 0"));
        builder.HasKey(standing => new { standing.ParticipationId, standing.BehaviourId });
        builder.HasIndex(standing => new { standing.JourneyId, standing.BehaviourId });
        builder.HasOne<Participation>().WithMany().HasForeignKey(standing => standing.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }
}
