using System.Globalization;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>How much waits for a person in a journey, by audience and kind, as it stood when the request came.</summary>
public readonly struct WaitingCounts
{
    private readonly (AttentionAudience Audience, AttentionKind Kind, int Count)[] counts;

    private WaitingCounts((AttentionAudience Audience, AttentionKind Kind, int Count)[] counts) => this.counts = counts;

    /// <summary>How many; 0 where nothing waits, and for facilitators' matters where the person doesn't facilitate.</summary>
    public int Of(AttentionAudience audience, AttentionKind kind)
    {
        foreach (var one in counts ?? [])
        {
            if (one.Audience == audience && one.Kind == kind)
            {
                return one.Count;
            }
        }

        return 0;
    }

    /// <summary>Reads what the question for a session answers: audience, kind and number, one after the other; null for nothing.</summary>
    internal static WaitingCounts Read(string? words)
    {
        if (words is null)
        {
            return default;
        }

        var parts = words.Split(' ');
        var read = new (AttentionAudience, AttentionKind, int)[parts.Length / 3];
        for (var at = 0; at < read.Length; at++)
        {
            read[at] = (
                Enum.Parse<AttentionAudience>(parts[3 * at]),
                Enum.Parse<AttentionKind>(parts[(3 * at) + 1]),
                int.Parse(parts[(3 * at) + 2], CultureInfo.InvariantCulture));
        }

        return new(read);
    }
}
