using System.Collections.Concurrent;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.World;

/// <summary>Everything the demo LMS knows, in memory and safe to use from any thread.</summary>
public sealed class DemoWorld
{
    private static readonly DateTimeOffset MinutesAreCountedFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentQueue<ReceivedScore> receivedScores = new();
    private readonly ConcurrentQueue<Mail> mailbox = new();
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

    public IReadOnlyList<Mail> Mailbox => [.. mailbox];

    /// <value>The address of this host without a trailing slash.</value>
    public string BaseUrl => address.Value;

    public string IssuerOf(Platform platform) => BaseUrl + platform.Path;

    public School? FindSchool(string slug) => Schools.FirstOrDefault(s => s.Slug == slug);

    public IEnumerable<School> SchoolsOf(string platformPath) => Schools.Where(s => s.Platform.Path == platformPath);

    /// <summary>Finds the school that knows the tool by this client id.</summary>
    public School? FindByClientId(string platformPath, string? clientId) =>
        SchoolsOf(platformPath).FirstOrDefault(s => s.Tool?.ClientId == clientId);

    /// <summary>A number that no activity, column or copied course has yet.</summary>
    public int NextNumber() => Interlocked.Increment(ref lastNumber);

    public void Record(ReceivedScore score) => receivedScores.Enqueue(score);

    public void Deliver(Mail mail) => mailbox.Enqueue(mail);
}

/// <summary>A score as it arrived.</summary>
/// <param name="Body">The raw request body.</param>
/// <param name="Status">The answer's status code.</param>
/// <param name="WasStored">False when the LMS refused it, also where the status says 200.</param>
public sealed record ReceivedScore(string School, int LineItem, string UserId, string Body, int Status, bool WasStored, DateTimeOffset At);

/// <summary>A letter that the tool handed over instead of sending it.</summary>
public sealed record Mail(string From, string To, string Subject, string Text, string? Html, DateTimeOffset ReceivedAt);
