using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class SprintMappings :
    IEntityTypeConfiguration<SprintChoiceRow>, IEntityTypeConfiguration<ChoiceLock>, IEntityTypeConfiguration<ChoiceReason>,
    IEntityTypeConfiguration<CompetencyModelRow>
{
    public void Configure(EntityTypeBuilder<SprintChoiceRow> builder)
    {
        builder.ToTable("sprint_choice");
        builder.HasKey(choice => new { choice.ParticipationId, choice.SprintId });
        builder.HasIndex(choice => new { choice.JourneyId, choice.SprintId });
        builder.HasOne<Participation>().WithMany().HasForeignKey(choice => choice.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ChoiceLock> builder)
    {
        builder.ToTable("choice_lock");
        builder.HasKey(closed => closed.JourneyId);
        builder.Property(closed => closed.JourneyId).ValueGeneratedNever();
        builder.HasOne<Journey>().WithOne().HasForeignKey<ChoiceLock>(closed => closed.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ChoiceReason> builder)
    {
        builder.ToTable("choice_reason");
        builder.HasKey(reason => reason.ParticipationId);
        builder.Property(reason => reason.ParticipationId).ValueGeneratedNever();
        builder.Property(reason => reason.Text).HasMaxLength(ChoiceReason.Longest);
        builder.HasOne<Participation>().WithOne()
            .HasForeignKey<ChoiceReason>(reason => reason.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CompetencyModelRow> builder)
    {
        builder.ToTable("competency_model");
        builder.Property(model => model.Id).ValueGeneratedNever();
        builder.Property(model => model.Name).HasMaxLength(DesignRules.LongestTitle);
        builder.HasIndex(model => new { model.PlatformId, model.ContextId });
    }
}
