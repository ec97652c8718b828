using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Grades;

/// <summary>Whether each learner's score has reached the LMS, and what to do where it hasn't.</summary>
[For(Audience.Facilitators)]
public sealed class IndexModel(BuddyDbContext db, JourneyWriter writer, OutboxSignal outbox, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The rows, those that need a look first.</summary>
    public Paged<MarkRow> Marks { get; private set; } = Paged<MarkRow>.Nothing;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(int? start, CancellationToken ct)
    {
        var page = await (
            from posting in db.GradePostings
            join participation in db.Participations on posting.ParticipationId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            join delivery in db.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Score) on participation.Id equals delivery.SubjectId
            where posting.JourneyId == JourneyId
            orderby posting.State == GradePostingState.Sent, person.Name ?? person.ChosenName, posting.ParticipationId
            select new { posting, person, delivery }).AsNoTracking().PageAsync(start, ct);
        Marks = page.As(row =>
            new MarkRow(row.posting, row.person.DisplayName, row.delivery.State == DeliveryState.Waiting ? row.delivery.NextAttemptAt : null, row.delivery.Attempts));
    }

    /// <summary>Sends a score once more; over a mark changed by hand only when that is said here.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, bool overwrite, CancellationToken ct)
    {
        await writer.WriteAsync(
            async change =>
            {
                if (await db.GradePostings.SingleOrDefaultAsync(posting => posting.ParticipationId == id && posting.JourneyId == JourneyId, ct) is not { } posting)
                {
                    return false;
                }

                posting.State = GradePostingState.Waiting;
                posting.OverwriteAllowed = overwrite;
                posting.Reason = null;
                await ScoreQueue.AddAsync(db, posting, Guid.Empty, change.Now, ct);
                return true;
            },
            ct);
        outbox.Wake();
        return Done("/Grades/Index", "again");
    }

    /// <summary>Leaves the mark in the LMS as somebody set it there.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct)
    {
        await writer.WriteAsync(
            async _ =>
            {
                if (await db.GradePostings.SingleOrDefaultAsync(posting => posting.ParticipationId == id && posting.JourneyId == JourneyId, ct) is { } posting)
                {
                    posting.State = GradePostingState.Sent;
                    posting.Reason = null;
                }

                return true;
            },
            ct);
        return Done("/Grades/Index", "keep");
    }
}

/// <summary>One learner's score.</summary>
/// <param name="Posting">What should stand in the gradebook, and what was sent.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="NextTryAt">The next try, UTC, or null when none is planned.</param>
/// <param name="Attempts">Tries so far.</param>
public sealed record MarkRow(GradePosting Posting, string Name, DateTimeOffset? NextTryAt, int Attempts);
