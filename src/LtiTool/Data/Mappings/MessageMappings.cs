using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class MessageMappings : IEntityTypeConfiguration<MessageRow>, IEntityTypeConfiguration<MessagePreferences>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable(Tables.Message);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Kind).HasMaxLength(40);

        // What is open about one person, and their inbox in one journey.
        builder.HasIndex(message => message.PersonId).HasFilter($"\"{nameof(MessageRow.Pending)}\" <> '{nameof(MessageChannels.None)}'")
            .HasDatabaseName("ix_message_pending");
        builder.HasIndex(message => new { message.PersonId, message.JourneyId, message.ReadAt });
        builder.HasIndex(message => new { message.SubjectId, message.Kind });
        builder.HasIndex(message => message.SendingId);
        builder.HasIndex(message => new { message.PersonId, message.SentAt });
        builder.HasOne<Participation>().WithMany().HasForeignKey(message => message.ParticipationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessagePreferences> builder)
    {
        builder.ToTable(Tables.MessagePreferences);
        builder.HasKey(preferences => preferences.PersonId);
        builder.Property(preferences => preferences.UnprovedAddress).HasMaxLength(Account.LongestName);
        builder.Property(preferences => preferences.RefusedAddress).HasMaxLength(Account.LongestName);
        builder.Ignore(preferences => preferences.Quiet);
        builder.Property(preferences => preferences.JourneysOff).HasJsonConversion();
        builder.Property(preferences => preferences.KindsOff).HasJsonConversion().HasDefaultValueSql("'[]'");
        builder.HasOne<Person>().WithOne()
            .HasForeignKey<MessagePreferences>(preferences => preferences.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
