using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Sessions;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Review;

/// <summary>Keeps a review while it is written.</summary>
public sealed class ReviewDrafts(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Nothing filled in.</summary>
    public static readonly ReviewText Empty = new(true, new Dictionary<string, int>(), "", "");

    /// <summary>What this reviewer typed so far.</summary>
    public async Task<ReviewText> FindAsync(Guid evidenceId, CancellationToken ct) =>
        (await db.ReviewDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.EvidenceId == evidenceId && draft.ReviewerId == me.PersonId, ct))?.Text ?? Empty;

    /// <summary>Keeps it.</summary>
    public Task KeepAsync(Guid evidenceId, ReviewText text, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            var row = await db.ReviewDrafts.SingleOrDefaultAsync(draft => draft.EvidenceId == evidenceId && draft.ReviewerId == me.PersonId, ct);
            if (row is null)
            {
                row = new ReviewDraftRow { EvidenceId = evidenceId, ReviewerId = me.PersonId };
                db.ReviewDrafts.Add(row);
            }

            row.Text = text;
            row.SavedAt = change.Now;
            return true;
        },
        ct);
}
