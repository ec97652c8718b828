using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class PathMappings : IEntityTypeConfiguration<ViewRequest>
{
    public void Configure(EntityTypeBuilder<ViewRequest> builder)
    {
        builder.ToTable("view_request");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Address).HasMaxLength(Account.LongestName);
        builder.Property(request => request.Words).HasMaxLength(Invitation.LongestWords);
        builder.Ignore(request => request.GuestId);

        // How often an address was written to, and which addresses are to be forgotten.
        builder.HasIndex(request => request.Address).HasFilter($"\"{nameof(ViewRequest.Address)}\" IS NOT NULL");
        builder.HasIndex(request => request.ParticipationId);
        builder.HasOne<Participation>().WithMany().HasForeignKey(request => request.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(request => request.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
