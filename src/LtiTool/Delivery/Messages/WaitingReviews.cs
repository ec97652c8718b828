using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What the daily mail to facilitators is about: how many pieces of evidence wait for a review at this moment.</summary>
internal static class WaitingReviews
{
    /// <summary>How many wait in each journey that a daily message is about; a journey in which none waits is missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        BuddyDbContext db, IReadOnlyList<MessageRow> rows, CancellationToken ct)
    {
        var journeys = rows.Where(row => row.Kind == MessageName.WaitingDaily).Select(row => row.JourneyId).Distinct().ToList();
        return journeys.Count == 0
            ? new Dictionary<Guid, int>()
            : await db.Attention
                .Where(row => journeys.Contains(row.JourneyId) && row.Audience == AttentionAudience.Facilitators
                    && row.Kind == AttentionKind.Review)
                .GroupBy(row => row.JourneyId).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }
}
