using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class CourseMappings :
    IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Enrolment>,
    IEntityTypeConfiguration<Journey>, IEntityTypeConfiguration<JourneyContent>, IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("course");
        builder.Property(course => course.Id).ValueGeneratedNever();
        builder.HasIndex(course => new { course.PlatformId, course.DeploymentId, course.ContextId }).IsUnique();
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(course => course.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Subject).HasMaxLength(255);
        builder.Ignore(person => person.DisplayName).Ignore(person => person.HasNoName);
        builder.HasIndex(person => new { person.PlatformId, person.Subject }).IsUnique();
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(person => person.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("enrolment");
        builder.HasKey(enrolment => new { enrolment.CourseId, enrolment.PersonId });
        builder.HasOne<Course>().WithMany().HasForeignKey(enrolment => enrolment.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(enrolment => enrolment.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Journey> builder)
    {
        builder.ToTable("journey");
        builder.Property(journey => journey.Id).ValueGeneratedNever();
        builder.Property(journey => journey.Definition).HasJsonConversion();
        builder.HasIndex(journey => new { journey.CourseId, journey.ResourceLinkId }).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(journey => journey.CourseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<JourneyContent> builder)
    {
        builder.ToTable("journey_content");
        builder.Property(content => content.Id).ValueGeneratedNever();
        builder.Property(content => content.Definition).HasJsonConversion().IsRequired();
        builder.Property(content => content.Draft).HasJsonConversion();
        builder.HasIndex(content => new { content.PlatformId, content.ContextId });
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(content => content.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("participation");
        builder.Property(participation => participation.Id).ValueGeneratedNever();
        builder.HasIndex(participation => new { participation.JourneyId, participation.PersonId }).IsUnique();
        builder.HasOne<Journey>().WithMany().HasForeignKey(participation => participation.JourneyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(participation => participation.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
