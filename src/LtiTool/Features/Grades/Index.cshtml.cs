using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Grades;

/// <summary>Whether each learner's score has reached the LMS, and what to do where it hasn't.</summary>
[Needs(Thing.Grades)]
[OfTheme(typeof(GradesSection))]
public sealed class IndexModel(BuddyDbContext db, JourneyWriter writer, OutboxSignal outbox, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The rows: what needs somebody, then what is on its way, then the rest.</summary>
    public Paged<MarkRow> Marks { get; private set; } = Paged<MarkRow>.Nothing;

    /// <summary>How many need somebody, on this page and all others.</summary>
    public int ToLookAt { get; private set; }

    /// <summary>What the LMS says of the columns of further links that took no score, a line each.</summary>
    public IReadOnlyList<string> ColumnFaults { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(int? start, CancellationToken ct)
    {
        var seen = Groups.SeenBy(db, Session);
        var postings = seen is null ? db.GradePostings : db.GradePostings.Where(posting => seen.Contains(posting.ParticipationId));
        var page = await (
            from posting in postings
            join participation in db.Participations on posting.ParticipationId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            join delivery in db.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Score)
                on participation.Id equals delivery.SubjectId
            where posting.JourneyId == JourneyId
            orderby
                posting.State == GradePostingState.ChangedInLms || posting.State == GradePostingState.KeptInLms
                    || posting.State == GradePostingState.MissingInLms || posting.State == GradePostingState.Refused ? 0
                    : posting.State == GradePostingState.Waiting ? 1 : 2,
                person.Name ?? person.ChosenName,
                posting.ParticipationId
            select new { posting, person, delivery }).AsNoTracking().PageAsync(start, ct);
        ToLookAt = await postings.CountAsync(
            posting => posting.JourneyId == JourneyId
                && (posting.State == GradePostingState.ChangedInLms || posting.State == GradePostingState.KeptInLms
                    || posting.State == GradePostingState.MissingInLms || posting.State == GradePostingState.Refused),
            ct);
        ColumnFaults = await db.JourneyLinks
            .Where(link => link.JourneyId == JourneyId && link.ColumnFault != null).Select(link => link.ColumnFault!).ToListAsync(ct);
        Marks = page.As(row => new MarkRow(
            row.posting, row.person.DisplayName, row.delivery.State == DeliveryState.Waiting ? row.delivery.NextAttemptAt : null,
            row.delivery.Attempts, row.delivery.LastAnswer));
    }

    /// <summary>Sends a score once more; over a mark changed by hand only when that is said here.</summary>
    public Task<IActionResult> OnPostAgainAsync(Guid id, bool overwrite, CancellationToken ct) => ChangeAsync(
        id,
        "grades.done-again",
        async (posting, change) =>
        {
            posting.State = GradePostingState.Waiting;
            posting.OverwriteAllowed = overwrite;
            await ScoreQueue.AddAsync(db, posting, Session.PlatformId, Guid.Empty, change.Now, ct);
        },
        ct);

    /// <summary>Leaves the mark in the LMS as somebody set it there.</summary>
    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "grades.done-keep",
        (posting, _) =>
        {
            posting.State = GradePostingState.Sent;
            return Task.CompletedTask;
        },
        ct);

    /// <summary>Has roster and gradebook looked at now and not with the next day: the worker does it, the page doesn't wait.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.None,
            Session.Actor,
            change =>
            {
                change.Plan(DueKind.Roster, Session.CourseId, change.Now);
                return true;
            },
            ct);
        return Done("/Grades/Index", "grades.done-look");
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string done, Func<GradePosting, JourneyChange, Task> apply, CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.Of(id),
            Session.Actor,
            async change =>
            {
                if (await db.GradePostings.SingleOrDefaultAsync(
                    posting => posting.ParticipationId == id && posting.JourneyId == JourneyId && posting.IsFinal, ct) is { } posting)
                {
                    posting.Reason = null;
                    await apply(posting, change);
                }

                return true;
            },
            ct);
        outbox.Wake();
        return Done("/Grades/Index", done);
    }
}

/// <summary>One learner's score.</summary>
/// <param name="Posting">What should stand in the gradebook, and what was sent.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="NextTryAt">The next try, UTC, or null when none is planned.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Answer">What the platform answered last, or null.</param>
public sealed record MarkRow(GradePosting Posting, string Name, DateTimeOffset? NextTryAt, int Attempts, string? Answer)
{
    /// <summary>What kind of thing there is to do.</summary>
    public MarkNeed Need => Posting.State switch
    {
        GradePostingState.ChangedInLms or GradePostingState.KeptInLms => MarkNeed.Decision,
        GradePostingState.MissingInLms or GradePostingState.Refused => MarkNeed.Look,
        GradePostingState.Waiting => MarkNeed.Patience,
        _ => MarkNeed.Nothing,
    };
}

/// <summary>What there is to do about a score.</summary>
public enum MarkNeed
{
    /// <summary>Two figures differ: somebody says which holds.</summary>
    Decision,

    /// <summary>It did not arrive, or is gone.</summary>
    Look,

    /// <summary>It is on its way.</summary>
    Patience,

    /// <summary>It arrived, or there is nothing to send.</summary>
    Nothing,
}
