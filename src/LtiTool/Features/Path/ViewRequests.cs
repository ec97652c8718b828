using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Path;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>A learner asks people outside the course, by mail, how they see the learner; and takes it back.</summary>
internal sealed class ViewRequests(
    BuddyDbContext db, LearnerReader learners, JourneyWriter writer, GuestMails mails, CurrentSession me, TimeProvider clock)
{
    /// <summary>As many as a page shows.</summary>
    private const int Most = 20;

    /// <summary>
    /// Whom this session's learner asked, newest first, without those whom the learner took back; null where nobody can be asked: before
    /// the start, for anybody but a learner, or in a journey without the theme.
    /// </summary>
    public async Task<AskedViews?> OfOwnAsync(CancellationToken ct)
    {
        if (me is not { IsLearner: true, ParticipationId: { } own } || me.Design?.Find<PathSection>() is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var rows = await (
            from request in db.ViewRequests
            join person in db.People on request.PersonId equals (Guid?)person.Id into who
            from person in who.DefaultIfEmpty()
            where request.ParticipationId == own && request.State != ViewRequestState.Withdrawn
            orderby request.AskedAt descending
            select new { request, person }).AsNoTracking().Take(Most).ToListAsync(ct);
        var answers = rows.Exists(row => row.request.PersonId is not null) ? await AnswersAsync(own, ct) : [];
        return new(
            rows.ConvertAll(row => new AskedView(
                row.request,
                row.person is { HasNoName: false } known ? known.DisplayName : row.request.Address,
                row.request.IsOpen(now),
                row.request.PersonId is { } who && answers.TryGetValue(who, out var at) && at >= row.request.AskedAt ? at : null)),
            await CountAsync(own, now, ct) >= ViewRequest.MostAtOnce);
    }

    /// <summary>Asks. Asking again at an address that has not answered yet is the same request.</summary>
    /// <param name="by">What the person asked is to the learner; as <see cref="ViewRequest.ByMail"/> says.</param>
    /// <param name="address">What was typed.</param>
    /// <param name="message">What was typed.</param>
    /// <param name="ct">Stops.</param>
    public async Task<AskingForView> AskAsync(Viewer by, string? address, string? message, CancellationToken ct)
    {
        if (me.ParticipationId is not { } own)
        {
            return new(IsAsked: false);
        }

        var letter = await MailInvitation.ReadAsync(db, me, address, message, ct);
        return letter.Fault is { } fault
            ? new(IsAsked: false, fault)
            : await writer.ChangeAsync(
                Subjects.Of(own).And(GuestMails.KeyOf(letter.Address)), me.Actor, change => AskAsync(own, by, letter, change, ct), ct);
    }

    /// <summary>The learner takes a request back: the link opens nothing any more. False when it was over, or somebody else's.</summary>
    public async Task<bool> WithdrawAsync(Guid requestId, CancellationToken ct) =>
        me.ParticipationId is { } own && await writer.ChangeAsync(
            Subjects.Of(own),
            me.Actor,
            async change =>
            {
                var asked = await db.ViewRequests.SingleOrDefaultAsync(
                    request => request.Id == requestId && request.ParticipationId == own, ct);
                if (asked?.Withdraw(change.Now) != true)
                {
                    return false;
                }

                change.Happened(own, new ViewEnded(requestId));
                return true;
            },
            ct);

    private async Task<AskingForView> AskAsync(Guid own, Viewer by, MailInvitation letter, JourneyChange change, CancellationToken ct)
    {
        if (change.Learner(own)?.Design.Find<PathSection>() is null || !ViewRequest.ByMail(by))
        {
            return new(IsAsked: false);
        }

        if (await db.ViewRequests.AnyAsync(
            other => other.ParticipationId == own && other.Address == letter.Address && other.State == ViewRequestState.Asked
                && other.ExpiresAt > change.Now,
            ct))
        {
            return new(IsAsked: true);
        }

        if (await CountAsync(own, change.Now, ct) >= ViewRequest.MostAtOnce)
        {
            return new(IsAsked: false);
        }

        if (!await mails.MayInviteAsync(own, letter.Address, change.Now, ct))
        {
            return new(IsAsked: false, MailFault.TooOften);
        }

        var request = new ViewRequest(change.NewId(), own, by, letter.Address, letter.Words, change.Now);
        db.ViewRequests.Add(request);
        change.Happened(own, new ViewAsked(request.Id, request.GuestId, by, request.ExpiresAt));
        return new(IsAsked: true);
    }

    /// <summary>How many wait for an answer, or have a yes that is new.</summary>
    private Task<int> CountAsync(Guid own, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - ViewRequest.Open;
        return db.ViewRequests.CountAsync(
            request => request.ParticipationId == own && ((request.State == ViewRequestState.Accepted && request.SettledAt > since)
                || (request.State == ViewRequestState.Asked && request.ExpiresAt > now)),
            ct);
    }

    /// <summary>When each person last said how they see the learner.</summary>
    private async Task<Dictionary<Guid, DateTimeOffset>> AnswersAsync(Guid own, CancellationToken ct) =>
        (await learners.ProgressAsync(own, ct)).Of<PathProgress>().Views.Values.SelectMany(views => views)
            .GroupBy(view => view.PersonId).ToDictionary(views => views.Key, views => views.Max(view => view.At));
}

/// <summary>Whom a learner asked.</summary>
/// <param name="People">Newest first.</param>
/// <param name="IsFull">Whether as many as may be are asked at once.</param>
public sealed record AskedViews(IReadOnlyList<AskedView> People, bool IsFull);

/// <summary>Somebody who was asked, as the learner sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Name">A name after a yes, an address before; null once neither is known any more.</param>
/// <param name="IsOpen">Whether a yes or no is waited for.</param>
/// <param name="AnsweredAt">When they last gave a view, UTC, or null.</param>
public sealed record AskedView(ViewRequest Request, string? Name, bool IsOpen, DateTimeOffset? AnsweredAt)
{
    /// <summary>Whether there is something to take back.</summary>
    public bool CanWithdraw => IsOpen || Request.State == ViewRequestState.Accepted;
}

/// <summary>What became of asking somebody.</summary>
/// <param name="IsAsked">Whether a request stands: a new one, or the same as before.</param>
/// <param name="Fault">Why the mail can't be sent; null also where as many as may be are asked already.</param>
public sealed record AskingForView(bool IsAsked, MailFault? Fault = null);
