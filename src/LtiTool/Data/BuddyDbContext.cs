using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// All state of the tool but the record store's. One model for SQLite and PostgreSQL; each has a class of its own only because its
/// migrations and its compiled model belong to it.
/// </summary>
public abstract class BuddyDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Registrations.</summary>
    public DbSet<PlatformRow> Platforms => Set<PlatformRow>();

    /// <summary>Deployments of registrations.</summary>
    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();

    /// <summary>How systems name persons.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Ways in for people from outside.</summary>
    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();

    /// <summary>Devices of people's own.</summary>
    public DbSet<Device> Devices => Set<Device>();

    /// <summary>Courses.</summary>
    public DbSet<Course> Courses => Set<Course>();

    /// <summary>Persons.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Persons in courses.</summary>
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    /// <summary>Runs of learning designs.</summary>
    public DbSet<Journey> Journeys => Set<Journey>();

    /// <summary>Further links to journeys.</summary>
    public DbSet<JourneyLink> JourneyLinks => Set<JourneyLink>();

    /// <summary>Designs that deep links point at.</summary>
    public DbSet<Design> Designs => Set<Design>();

    /// <summary>Their versions.</summary>
    public DbSet<DesignVersion> DesignVersions => Set<DesignVersion>();

    /// <summary>Learners in journeys.</summary>
    public DbSet<Participation> Participations => Set<Participation>();

    /// <summary>Buddy pairs, practice pairs, circles, coachings.</summary>
    public DbSet<Group> Groups => Set<Group>();

    /// <summary>Who is in them.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Who was asked to join.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>When they meet.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>What pairs wrote for their talks.</summary>
    public DbSet<Talk> Talks => Set<Talk>();

    /// <summary>What pairs wrote to each other.</summary>
    public DbSet<PairNote> PairNotes => Set<PairNote>();

    /// <summary>Who chose which sprint.</summary>
    public DbSet<SprintChoiceRow> SprintChoices => Set<SprintChoiceRow>();

    /// <summary>Journeys whose choice is closed.</summary>
    public DbSet<ChoiceLock> ChoiceLocks => Set<ChoiceLock>();

    /// <summary>Why learners chose what they chose.</summary>
    public DbSet<ChoiceReason> ChoiceReasons => Set<ChoiceReason>();

    /// <summary>Group sessions.</summary>
    public DbSet<GroupSession> GroupSessions => Set<GroupSession>();

    /// <summary>Who is in them.</summary>
    public DbSet<SessionMember> SessionMembers => Set<SessionMember>();

    /// <summary>What learners take away from them.</summary>
    public DbSet<Takeaway> Takeaways => Set<Takeaway>();

    /// <summary>Behaviours that courses keep for further journeys.</summary>
    public DbSet<CompetencyModelRow> CompetencyModels => Set<CompetencyModelRow>();

    /// <summary>Practice evidence.</summary>
    public DbSet<EvidencePiece> Evidence => Set<EvidencePiece>();

    /// <summary>Versions of evidence that were sent.</summary>
    public DbSet<EvidenceVersion> EvidenceVersions => Set<EvidenceVersion>();

    /// <summary>Attestations.</summary>
    public DbSet<Attestation> Attestations => Set<Attestation>();

    /// <summary>Who was asked, outside the courses, to say what they saw of a piece of evidence.</summary>
    public DbSet<WitnessRequest> WitnessRequests => Set<WitnessRequest>();

    /// <summary>Who was asked, outside the courses, how they see a learner.</summary>
    public DbSet<ViewRequest> ViewRequests => Set<ViewRequest>();

    /// <summary>Reviews.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Reviews being written.</summary>
    public DbSet<ReviewDraftRow> ReviewDrafts => Set<ReviewDraftRow>();

    /// <summary>What other systems recorded that may be practice.</summary>
    public DbSet<FoundEvidence> FoundEvidence => Set<FoundEvidence>();

    /// <summary>How far other systems' statements were read.</summary>
    public DbSet<StatementCursor> StatementCursors => Set<StatementCursor>();

    /// <summary>Questions.</summary>
    public DbSet<Question> Questions => Set<Question>();

    /// <summary>Answers.</summary>
    public DbSet<Answer> Answers => Set<Answer>();

    /// <summary>The append-only history.</summary>
    public DbSet<JourneyEventRow> Events => Set<JourneyEventRow>();

    /// <summary>The outbox.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    /// <summary>What was last posted to which line item.</summary>
    public DbSet<GradePosting> GradePostings => Set<GradePosting>();

    /// <summary>How far learners are.</summary>
    public DbSet<BehaviourStandingRow> BehaviourStandings => Set<BehaviourStandingRow>();

    /// <summary>What waits for whom.</summary>
    public DbSet<AttentionRow> Attention => Set<AttentionRow>();

    /// <summary>What people are told.</summary>
    public DbSet<MessageRow> Messages => Set<MessageRow>();

    /// <summary>Where and when people want to be reached.</summary>
    public DbSet<MessagePreferences> MessagePreferences => Set<MessagePreferences>();

    /// <summary>What becomes due.</summary>
    public DbSet<DueItemRow> DueItems => Set<DueItemRow>();

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

    /// <summary>The tool's key towards push services: one row.</summary>
    public DbSet<PushKeyRow> PushKeys => Set<PushKeyRow>();

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

/// <summary>The tool's state in an SQLite file.</summary>
public sealed class SqliteBuddyDbContext(DbContextOptions<SqliteBuddyDbContext> options) : BuddyDbContext(options);

/// <summary>The tool's state in PostgreSQL.</summary>
public sealed class PostgresBuddyDbContext(DbContextOptions<PostgresBuddyDbContext> options) : BuddyDbContext(options);
