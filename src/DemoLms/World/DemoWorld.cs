using System.Collections.Concurrent;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.World;

/// <summary>Everything the demo LMS knows, in memory and safe to use from any thread.</summary>
public sealed class DemoWorld
{
    private static readonly DateTimeOffset MinutesAreCountedFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<ReceivedScore> receivedScores = new();
    private readonly PublicAddress address;
    private int lastNumber;

    public DemoWorld(DemoClock clock, PublicAddress address, DemoLmsOptions options)
    {
        Clock = clock;
        this.address = address;
        lastNumber = options.FirstNumber ?? (int)(clock.GetUtcNow() - MinutesAreCountedFrom).TotalMinutes;
        Schools = Seed.Schools(clock.GetUtcNow(), MoodleRelease.Of(options.MoodleRelease));
    }

    public DemoClock Clock { get; }

    public FailureSwitches Failures { get; } = new();

    public IReadOnlyList<School> Schools { get; }

    /// <value>Every score the tool has posted, whatever the answer was, oldest first.</value>
    public IReadOnlyList<ReceivedScore> ReceivedScores => [.. receivedScores];

    /// <value>The address of this host without a trailing slash.</value>
    public string BaseUrl => address.Value;

    public string IssuerOf(Platform platform) => BaseUrl + platform.Path;

    public School? FindSchool(string slug) => Schools.FirstOrDefault(s => s.Slug == slug);

    public IEnumerable<School> SchoolsOf(string platformPath) => Schools.Where(s => s.Platform.Path == platformPath);

    /// <summary>Finds the school that knows the tool by this client id.</summary>
    public School? FindByClientId(string platformPath, string? clientId) =>
        SchoolsOf(platformPath).FirstOrDefault(s => s.Tool?.ClientId == clientId);

    /// <summary>Whose address this is; null for strangers.</summary>
    /// <param name="email">In upper or lower case.</param>
    public (School School, Person Person)? FindByEmail(string email)
    {
        var found =
            from school in Schools
            from person in school.People
            where string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase)
            select ((School, Person)?)(school, person);
        return found.FirstOrDefault();
    }

    /// <summary>A number that no activity, column or copied course has yet.</summary>
    public int NextNumber() => Interlocked.Increment(ref lastNumber);

    public void Record(ReceivedScore score) => receivedScores.Enqueue(score);
}

/// <summary>A score as it arrived.</summary>
/// <param name="Body">The raw request body.</param>
/// <param name="Status">The answer's status code.</param>
/// <param name="WasStored">False when the LMS refused it, also where the status says 200.</param>
public sealed record ReceivedScore(string School, int LineItem, string UserId, string Body, int Status, bool WasStored, DateTimeOffset At);
