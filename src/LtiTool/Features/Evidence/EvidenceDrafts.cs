using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>
/// What a learner is writing. A piece of evidence is there from its first word or file on, under the id that its page was opened with: who
/// opens the page and goes back has begun nothing.
/// </summary>
internal sealed class EvidenceDrafts(BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, CurrentSession me)
{
    /// <summary>The draft to write in, or null when there is none or it can't be written in any more.</summary>
    /// <param name="id">The piece.</param>
    /// <param name="start">What a new one starts from.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<DraftInHand?> OpenAsync(Guid id, EvidenceText start, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is { } found)
        {
            return found.CanWrite ? new(id, found.Evidence.Draft, found.Evidence.DraftNumber, found.Evidence.Revision > 0) : null;
        }

        return await NewOfAsync(id, ct) is null ? null : new(id, start, 0, WasSent: false);
    }

    /// <summary>Saves what was typed; the first words begin the piece.</summary>
    /// <param name="id">The piece.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="evenIfChanged">Whether it is kept also where it was changed in another tab meanwhile.</param>
    /// <param name="ct">Stops before the write.</param>
    /// <returns>The number of the save, 0 while there is nothing to keep; null when something newer is there or it was sent.</returns>
    public async Task<int?> SaveAsync(Guid id, EvidenceForm form, bool evenIfChanged, CancellationToken ct)
    {
        var own = await NewOfAsync(id, ct);
        if (own is not null && !form.HasContent)
        {
            return 0;
        }

        return await writer.ChangeAsync(
            (own is { } learner ? Subjects.Of(learner) : Subjects.None).And(id),
            me.Actor,
            async change =>
            {
                // Whoever lost the race to begin it finds it here.
                var found = await pieces.FindAsync(id, ct);
                var piece = found is null && own is { } beginner ? Begin(id, beginner, change)
                    : found is { CanWrite: true } ? found.Evidence
                    : null;
                if (piece is null || (!evenIfChanged && form.DraftNumber < piece.DraftNumber))
                {
                    return (int?)null;
                }

                piece.SaveDraft(form.ToText(me.Design!, piece.Draft), change.Now);
                return piece.DraftNumber;
            },
            ct);
    }

    /// <summary>Discards a draft of which nothing was ever sent; questions about it stay.</summary>
    public async Task DiscardAsync(Guid id, CancellationToken ct)
    {
        if (me.ParticipationId is { } own)
        {
            await writer.ChangeAsync(Subjects.Of(own).And(id), me.Actor, change => DiscardAsync(id, own, change, ct), ct);
        }
    }

    private async Task<bool> DiscardAsync(Guid id, Guid own, JourneyChange change, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { CanWrite: true, Evidence: { Revision: 0 } piece })
        {
            return false;
        }

        await db.Questions.Where(question => question.EvidenceId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(question => question.EvidenceId, (Guid?)null), ct);
        piece.Draft.Files.ToList().ForEach(file => UnusedFileDue.Plan(change, file.Sha256));
        db.Evidence.Remove(piece);
        change.Happened(own, new EvidenceDiscarded(id));
        return true;
    }

    private EvidencePiece Begin(Guid id, Guid own, JourneyChange change)
    {
        var piece = new EvidencePiece(id, own, change.Now);
        db.Evidence.Add(piece);
        change.Happened(own, new EvidenceDrafted(id));
        return piece;
    }

    /// <summary>The learner's participation where nobody has a piece with this id.</summary>
    private async Task<Guid?> NewOfAsync(Guid id, CancellationToken ct) =>
        me.ParticipationId is { } own && id != Guid.Empty && !await db.Evidence.AnyAsync(piece => piece.Id == id, ct) ? own : null;
}

/// <summary>A draft as its page shows it.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Text">What is written so far.</param>
/// <param name="Number">Counts the saves; 0 before the first.</param>
/// <param name="WasSent">Whether an earlier version was sent: then it is not discarded.</param>
internal sealed record DraftInHand(Guid Id, EvidenceText Text, int Number, bool WasSent);
