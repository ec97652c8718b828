using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class PeopleMappings :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<GuestLink>,
    IEntityTypeConfiguration<Device>, IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<Talk>,
    IEntityTypeConfiguration<TalkTime>, IEntityTypeConfiguration<PairNote>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable(Tables.Person);
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.ChosenLanguage).HasMaxLength(8);
        builder.Property(person => person.Look).HasDefaultValue(Look.Auto);
        builder.Ignore(person => person.DisplayName).Ignore(person => person.HasNoName);
    }

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable(Tables.Account);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Name).HasMaxLength(Account.LongestName);

        // A name at a platform is one person; an address is one person.
        builder.HasIndex(account => new { account.PlatformId, account.Name }).IsUnique();
        builder.HasIndex(account => account.Name).IsUnique().HasFilter($"\"{nameof(Account.Kind)}\" = '{nameof(AccountKind.Email)}'");
        builder.HasIndex(account => account.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(account => account.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(account => account.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GuestLink> builder)
    {
        builder.ToTable(Tables.GuestLink);
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Ignore(link => link.Scope).Ignore(link => link.ClosesAt);
        builder.HasIndex(link => link.SubjectId);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.PersonId);
        builder.HasOne<Journey>().WithMany().HasForeignKey(link => link.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable(Tables.Device);
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Name).HasMaxLength(Device.LongestName);
        builder.OwnsOne(device => device.Push, push =>
        {
            push.Property(one => one.Endpoint).HasMaxLength(PushSubscription.LongestEndpoint);
            push.Property(one => one.Key).HasMaxLength(200);
            push.Property(one => one.Secret).HasMaxLength(100);
        });
        builder.HasIndex(device => device.TokenHash).IsUnique();
        builder.HasIndex(device => device.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(device => device.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable(Tables.Group);
        builder.Property(group => group.Id).ValueGeneratedNever();
        builder.Ignore(group => group.Present);

        // One standing pair a learner, whoever presses first.
        builder.HasIndex(group => group.OwnerId).IsUnique().HasFilter(
            $"\"{nameof(Group.Kind)}\" = '{nameof(GroupKind.BuddyPair)}' AND \"{nameof(Group.State)}\" <> '{nameof(GroupState.Ended)}'");
        builder.HasIndex(group => new { group.JourneyId, group.Kind, group.State });
        builder.HasOne<Journey>().WithMany().HasForeignKey(group => group.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Participation>().WithMany().HasForeignKey(group => group.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(group => group.Members).WithOne().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(group => group.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("membership");
        builder.HasKey(member => new { member.GroupId, member.PersonId });
        builder.HasIndex(member => new { member.PersonId, member.State });
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitation");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Address).HasMaxLength(Account.LongestName);
        builder.Property(invitation => invitation.Words).HasMaxLength(Invitation.LongestWords);
        builder.Ignore(invitation => invitation.GuestId);

        // How often an address was written to, and which addresses are to be forgotten.
        builder.HasIndex(invitation => invitation.Address).HasFilter($"\"{nameof(Invitation.Address)}\" IS NOT NULL");
        builder.HasIndex(invitation => invitation.Code).IsUnique();
        builder.HasIndex(invitation => invitation.GroupId);
        builder.HasIndex(invitation => new { invitation.PersonId, invitation.State });
        builder.HasOne<Group>().WithMany().HasForeignKey(invitation => invitation.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meeting", table => table.HasCheckConstraint("ck_meeting_minutes", $"\"{nameof(Meeting.Minutes)}\" > 0"));
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.HasIndex(meeting => new { meeting.GroupId, meeting.Sequence });
        builder.HasOne<Group>().WithMany().HasForeignKey(meeting => meeting.GroupId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Talk> builder)
    {
        builder.ToTable(Tables.Talk);
        builder.Property(talk => talk.Id).ValueGeneratedNever();
        builder.Property(talk => talk.Place).HasMaxLength(Talk.LongestPlace);
        builder.Property(talk => talk.When).HasMaxLength(Talk.LongestPlan);
        builder.Property(talk => talk.Will).HasMaxLength(Talk.LongestPlan);
        builder.HasIndex(talk => talk.PairId);
        builder.HasIndex(talk => talk.ParticipationId);
        builder.HasOne<Group>().WithMany().HasForeignKey(talk => talk.PairId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(talk => talk.Times).WithOne().HasForeignKey(time => time.TalkId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(talk => talk.Times).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<TalkTime> builder)
    {
        builder.ToTable("talk_time");
        builder.HasKey(time => new { time.TalkId, time.Number });
    }

    public void Configure(EntityTypeBuilder<PairNote> builder)
    {
        builder.ToTable(Tables.PairNote);
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.HasIndex(note => new { note.PairId, note.WrittenAt });
        builder.HasOne<Group>().WithMany().HasForeignKey(note => note.PairId).OnDelete(DeleteBehavior.Cascade);
    }
}
