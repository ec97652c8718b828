using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class FoundMappings : IEntityTypeConfiguration<FoundEvidence>, IEntityTypeConfiguration<StatementCursor>
{
    public void Configure(EntityTypeBuilder<FoundEvidence> builder)
    {
        builder.ToTable("found_evidence");
        builder.Property(found => found.Id).ValueGeneratedNever();

        // The same statement is never offered twice to the same learner.
        builder.HasIndex(found => new { found.ParticipationId, found.StatementId }).IsUnique();
        builder.HasIndex(found => found.StatementId);
        builder.HasOne<Participation>().WithMany().HasForeignKey(found => found.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StatementCursor> builder)
    {
        builder.ToTable("statement_cursor");
        builder.HasKey(cursor => cursor.Source);
    }
}
