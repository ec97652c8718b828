using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class SessionMappings :
    IEntityTypeConfiguration<GroupSession>, IEntityTypeConfiguration<SessionMember>, IEntityTypeConfiguration<SessionGroup>,
    IEntityTypeConfiguration<Takeaway>
{
    private const int LongestKey = 64;

    public void Configure(EntityTypeBuilder<GroupSession> builder)
    {
        builder.ToTable("group_session");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Revision).IsConcurrencyToken();
        builder.Ignore(session => session.Stage);
        builder.Ignore(session => session.TimeIsOverAt);
        builder.Ignore(session => session.EndsAt);

        // One is open at a time, whoever presses the button.
        builder.HasIndex(session => session.JourneyId).IsUnique().HasFilter($"\"{nameof(GroupSession.EndedAt)}\" IS NULL")
            .HasDatabaseName("ix_group_session_open");
        builder.HasIndex(session => new { session.JourneyId, session.OpenedAt });
        builder.HasOne<Journey>().WithMany().HasForeignKey(session => session.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(session => session.Members).WithOne().HasForeignKey(member => member.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(session => session.Groups).WithOne().HasForeignKey(group => group.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(session => session.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(session => session.Groups).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<SessionMember> builder)
    {
        builder.ToTable("session_member");
        builder.HasKey(member => new { member.SessionId, member.ParticipationId });
        builder.Property(member => member.BehaviourId).HasMaxLength(LongestKey);
        builder.Property(member => member.Challenge).HasMaxLength(SessionMember.LongestChallenge);
        builder.HasIndex(member => member.ParticipationId);
        builder.HasOne<Participation>().WithMany().HasForeignKey(member => member.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SessionGroup> builder)
    {
        builder.ToTable("session_group");
        builder.HasKey(group => new { group.SessionId, group.Number });
        builder.Property(group => group.Number).ValueGeneratedNever();
        builder.Property(group => group.TopicId).HasMaxLength(LongestKey);
    }

    public void Configure(EntityTypeBuilder<Takeaway> builder)
    {
        builder.ToTable("takeaway");
        builder.Property(takeaway => takeaway.Id).ValueGeneratedNever();
        builder.Property(takeaway => takeaway.When).HasMaxLength(IfThenPlan.Longest);
        builder.Property(takeaway => takeaway.Will).HasMaxLength(IfThenPlan.Longest);
        builder.Ignore(takeaway => takeaway.Plan);
        builder.HasIndex(takeaway => takeaway.SessionId);
        builder.HasIndex(takeaway => takeaway.ParticipationId);
        builder.HasOne<GroupSession>().WithMany().HasForeignKey(takeaway => takeaway.SessionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Participation>().WithMany().HasForeignKey(takeaway => takeaway.ParticipationId).OnDelete(DeleteBehavior.Cascade);
    }
}
