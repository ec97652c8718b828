using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Practice;
using LearningBuddy.Shared.Reinforcement;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data;

/// <summary>All state of the tool but the record store's. One model for SQLite and PostgreSQL; how they differ is in <see cref="DatabaseServices"/>.</summary>
public sealed class BuddyDbContext(DbContextOptions<BuddyDbContext> options) : DbContext(options)
{
    /// <summary>Registrations.</summary>
    public DbSet<PlatformRow> Platforms => Set<PlatformRow>();

    /// <summary>Deployments of registrations.</summary>
    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();

    /// <summary>Courses.</summary>
    public DbSet<Course> Courses => Set<Course>();

    /// <summary>Persons.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Persons in courses.</summary>
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    /// <summary>Runs of learning designs.</summary>
    public DbSet<Journey> Journeys => Set<Journey>();

    /// <summary>Designs that deep links point at.</summary>
    public DbSet<JourneyContent> Contents => Set<JourneyContent>();

    /// <summary>Learners in journeys.</summary>
    public DbSet<Participation> Participations => Set<Participation>();

    /// <summary>Learning buddies.</summary>
    public DbSet<BuddyPair> BuddyPairs => Set<BuddyPair>();

    /// <summary>Practice evidence.</summary>
    public DbSet<Evidence> Evidence => Set<Evidence>();

    /// <summary>Attestations.</summary>
    public DbSet<Attestation> Attestations => Set<Attestation>();

    /// <summary>Reviews.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Reviews being written.</summary>
    public DbSet<ReviewDraftRow> ReviewDrafts => Set<ReviewDraftRow>();

    /// <summary>What other systems recorded that may be practice.</summary>
    public DbSet<FoundEvidence> FoundEvidence => Set<FoundEvidence>();

    /// <summary>How far other systems' statements were read.</summary>
    public DbSet<StatementCursor> StatementCursors => Set<StatementCursor>();

    /// <summary>Nudges.</summary>
    public DbSet<Nudge> Nudges => Set<Nudge>();

    /// <summary>The append-only history.</summary>
    public DbSet<JourneyEventRow> Events => Set<JourneyEventRow>();

    /// <summary>The outbox.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <summary>What was last posted to which line item.</summary>
    public DbSet<GradePosting> GradePostings => Set<GradePosting>();

    /// <summary>How far learners are.</summary>
    public DbSet<BehaviourStanding> BehaviourStandings => Set<BehaviourStanding>();

    /// <summary>Content of files, once each.</summary>
    public DbSet<FileBlob> Files => Set<FileBlob>();

    /// <summary>Open sessions.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Nonces and tickets that can't be used again.</summary>
    public DbSet<UsedNonceRow> UsedNonces => Set<UsedNonceRow>();

    /// <summary>The tool's signing keys.</summary>
    public DbSet<ToolKeyRow> ToolKeys => Set<ToolKeyRow>();

    /// <summary>Secrets the tool made for itself.</summary>
    public DbSet<ToolSecretRow> ToolSecrets => Set<ToolSecretRow>();

    /// <summary>Keys of the framework's data protection.</summary>
    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BuddyDbContext).Assembly);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }
}
