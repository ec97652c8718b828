using System.Collections.Concurrent;
using LearningBuddy.XApi.Client;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>
/// Which sources are left alone for a while, and which don't do what they are asked. Kept in memory: a start asks everyone again.
/// </summary>
internal sealed class SourcePauses(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan Misconfigured = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ReadWhole = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> pauses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> forgetful = new(StringComparer.Ordinal);

    /// <summary>Whether a source may be asked now.</summary>
    public bool MayAsk(string source) => !pauses.TryGetValue(source, out var pause) || clock.GetUtcNow() >= pause.Until;

    /// <summary>It answered: the next fault begins with a short pause again.</summary>
    public void Succeeded(string source)
    {
        if (MayAsk(source))
        {
            pauses.TryRemove(source, out _);
        }
    }

    /// <summary>
    /// It did not. What it asked for by <c>Retry-After</c> is kept; otherwise the pause doubles with each fault in a row.
    /// </summary>
    public void Failed(string source, LrsReadException failure)
    {
        var failures = pauses.TryGetValue(source, out var before) ? before.Failures + 1 : 1;
        var pause = failure switch
        {
            { RetryAfter: { } asked } => Shorter(asked, LongestAskedFor),
            { MayPass: false } => Misconfigured,
            _ => Shorter(First * Math.Pow(2, Math.Min(failures - 1, 10)), Longest),
        };
        pauses[source] = (failures, clock.GetUtcNow() + pause);
    }

    /// <summary>It has to be read whole each time.</summary>
    public void Rest(string source) => pauses[source] = (0, clock.GetUtcNow() + ReadWhole);

    /// <summary>Whether it was seen to send what was stored before the moment that was asked for.</summary>
    public bool IgnoresSince(string source) => forgetful.ContainsKey(source);

    /// <summary>It sends what was stored before the moment that was asked for.</summary>
    public void SawOld(string source) => forgetful[source] = true;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
