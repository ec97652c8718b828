using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>Keeps a review while it is written.</summary>
public sealed class ReviewDrafts(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Nothing filled in.</summary>
    public static readonly ReviewDraft Empty = new(new(true, new Dictionary<string, int>(), "", ""), 0);

    /// <summary>What this reviewer typed so far.</summary>
    public async Task<ReviewDraft> FindAsync(Guid evidenceId, CancellationToken ct) =>
        await db.ReviewDrafts.AsNoTracking()
            .SingleOrDefaultAsync(draft => draft.EvidenceId == evidenceId && draft.ReviewerId == me.PersonId, ct) is { } row
            ? new ReviewDraft(row.Text, row.Number)
            : Empty;

    /// <summary>Discards what this reviewer typed.</summary>
    public Task DiscardAsync(Guid evidenceId, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None.And(KeyOf(evidenceId)),
        me.Actor,
        _ => db.ReviewDrafts.Where(draft => draft.EvidenceId == evidenceId && draft.ReviewerId == me.PersonId).ExecuteDeleteAsync(ct),
        ct);

    /// <summary>Keeps it.</summary>
    /// <param name="evidenceId">The piece of evidence.</param>
    /// <param name="text">What is typed.</param>
    /// <param name="builtOn">The version it builds on, or null to keep it whatever was saved meanwhile.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Its number, or null when something newer is there, which stays.</returns>
    public Task<int?> KeepAsync(Guid evidenceId, ReviewText text, int? builtOn, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None.And(KeyOf(evidenceId)),
        me.Actor,
        async change =>
        {
            var row = await db.ReviewDrafts.SingleOrDefaultAsync(
                draft => draft.EvidenceId == evidenceId && draft.ReviewerId == me.PersonId, ct);
            if (row is null)
            {
                row = new ReviewDraftRow { EvidenceId = evidenceId, ReviewerId = me.PersonId };
                db.ReviewDrafts.Add(row);
            }
            else if (builtOn < row.Number)
            {
                return (int?)null;
            }

            row.Text = text;
            row.Number++;
            row.SavedAt = change.Now;
            return row.Number;
        },
        ct);

    /// <summary>What saves of one review meet on: the row isn't there before the first.</summary>
    private Guid KeyOf(Guid evidenceId) => DerivedId.From(evidenceId, me.PersonId.ToString("N"));
}

/// <summary>A review that is being written.</summary>
/// <param name="Text">What is typed.</param>
/// <param name="Number">Counts its saves; 0 before the first.</param>
public sealed record ReviewDraft(ReviewText Text, int Number);
