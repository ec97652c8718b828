using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class CourseMappings :
    IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<Enrolment>, IEntityTypeConfiguration<Journey>,
    IEntityTypeConfiguration<JourneyLink>, IEntityTypeConfiguration<Design>, IEntityTypeConfiguration<DesignVersion>,
    IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable(Tables.Course);
        builder.Property(course => course.Id).ValueGeneratedNever();
        builder.HasIndex(course => new { course.PlatformId, course.DeploymentId, course.ContextId }).IsUnique();
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(course => course.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable(Tables.Enrolment);
        builder.HasKey(enrolment => new { enrolment.CourseId, enrolment.PersonId });
        builder.HasOne<Course>().WithMany().HasForeignKey(enrolment => enrolment.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(enrolment => enrolment.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Journey> builder)
    {
        builder.ToTable(Tables.Journey);
        builder.Property(journey => journey.Id).ValueGeneratedNever();
        builder.HasIndex(journey => new { journey.CourseId, journey.ResourceLinkId }).IsUnique();
        builder.HasIndex(journey => journey.DesignId);
        builder.HasOne<Course>().WithMany().HasForeignKey(journey => journey.CourseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<JourneyLink> builder)
    {
        builder.ToTable(Tables.JourneyLink);
        builder.HasKey(link => new { link.CourseId, link.ResourceLinkId });
        builder.HasOne<Course>().WithMany().HasForeignKey(link => link.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Journey>().WithMany().HasForeignKey(link => link.JourneyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Design> builder)
    {
        builder.ToTable(Tables.Design);
        builder.Property(design => design.Id).ValueGeneratedNever();
        builder.Property(design => design.Draft).HasDesignConversion();
        builder.Property(design => design.LatestNumber).IsConcurrencyToken();
        builder.Property(design => design.Shelf).HasDefaultValue(DesignShelf.None);
        builder.HasIndex(design => new { design.PlatformId, design.ContextId });
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(design => design.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DesignVersion> builder)
    {
        builder.ToTable(Tables.DesignVersion);
        builder.HasKey(version => new { version.DesignId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Content).IsRequired().HasDesignConversion();
        builder.HasOne<Design>().WithMany().HasForeignKey(version => version.DesignId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable(Tables.Participation);
        builder.Property(participation => participation.Id).ValueGeneratedNever();
        builder.HasIndex(participation => new { participation.JourneyId, participation.PersonId }).IsUnique();
        builder.HasOne<Journey>().WithMany().HasForeignKey(participation => participation.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(participation => participation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
