using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner asks people outside the course, by mail, to say what they saw of one piece of evidence; and takes it back.</summary>
internal sealed class Witnesses(
    BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, GuestMails mails, CurrentSession me, TimeProvider clock)
{
    /// <summary>As many as a page shows.</summary>
    private const int Most = 20;

    /// <summary>Whom the learner asked about a piece, newest first; without those whom the learner took back.</summary>
    public async Task<IReadOnlyList<AskedWitness>> OfAsync(Guid evidenceId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from request in db.WitnessRequests
            join person in db.People on request.PersonId equals (Guid?)person.Id into who
            from person in who.DefaultIfEmpty()
            where request.EvidenceId == evidenceId && request.State != WitnessState.Withdrawn
            orderby request.AskedAt descending
            select new { request, person }).AsNoTracking().Take(Most).ToListAsync(ct);
        return rows.ConvertAll(row => new AskedWitness(
            row.request, row.person is { HasNoName: false } known ? known.DisplayName : row.request.Address, row.request.IsOpen(now)));
    }

    /// <summary>Asks. Asking again at an address that has not answered yet is the same request.</summary>
    /// <returns>Why it can't be sent, or null.</returns>
    public async Task<MailFault?> AskAsync(EvidenceAccess piece, string? address, string? message, CancellationToken ct)
    {
        var letter = await MailInvitation.ReadAsync(db, me, address, message, ct);
        if (letter.Fault is { } fault)
        {
            return fault;
        }

        var sent = await writer.ChangeAsync(
            Subjects.Of(piece.Participation.Id).And(GuestMails.KeyOf(letter.Address)),
            me.Actor,
            change => AskAsync(piece.Evidence.Id, letter, change, ct),
            ct);
        return sent ? null : MailFault.TooOften;
    }

    /// <summary>The learner takes a request back: the link opens nothing any more. False when it was over, or somebody else's.</summary>
    public async Task<bool> WithdrawAsync(EvidenceAccess piece, Guid requestId, CancellationToken ct) => await writer.ChangeAsync(
        Subjects.Of(piece.Participation.Id),
        me.Actor,
        async change =>
        {
            var asked = await db.WitnessRequests.SingleOrDefaultAsync(
                request => request.Id == requestId && request.EvidenceId == piece.Evidence.Id, ct);
            if (asked?.Withdraw(change.Now) != true)
            {
                return false;
            }

            change.Happened(piece.Participation.Id, new WitnessEnded(piece.Evidence.Id, requestId));
            return true;
        },
        ct);

    private async Task<bool> AskAsync(Guid evidenceId, MailInvitation letter, JourneyChange change, CancellationToken ct)
    {
        if (await pieces.FindAsync(evidenceId, ct) is not
            { Relation: Relation.Self, Latest: not null, Evidence.State: not EvidenceState.SetAside } piece)
        {
            return true;
        }

        if (await db.WitnessRequests.AnyAsync(
            other => other.EvidenceId == evidenceId && other.Address == letter.Address && other.State == WitnessState.Asked
                && other.ExpiresAt > change.Now,
            ct))
        {
            return true;
        }

        var own = piece.Participation.Id;
        if (!await mails.MayInviteAsync(own, letter.Address, change.Now, ct))
        {
            return false;
        }

        var request = new WitnessRequest(change.NewId(), evidenceId, own, letter.Address, letter.Words, change.Now);
        db.WitnessRequests.Add(request);
        change.Happened(own, new WitnessAsked(evidenceId, request.Id, request.GuestId, request.ExpiresAt));
        return true;
    }
}

/// <summary>Somebody who was asked, as the learner sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Name">A name after a yes, an address before; null once neither is known any more.</param>
/// <param name="IsOpen">Whether an answer is waited for.</param>
public sealed record AskedWitness(WitnessRequest Request, string? Name, bool IsOpen)
{
    /// <summary>Whether there is something to take back.</summary>
    public bool CanWithdraw => IsOpen || Request.State == WitnessState.Accepted;
}
