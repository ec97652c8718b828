using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>A learner in the group session: comes in, talks through the questions with the group, and writes what they take away.</summary>
[Needs(Thing.GroupSession)]
[OfTheme(typeof(SessionsSection))]
internal sealed class IndexModel(
    SessionPictures pictures, LiveVersions live, SessionVisits visits, LearnerReader learners, BuddyDbContext db, CurrentSession me)
    : SessionPage(pictures, live, me)
{
    /// <summary>Past the last question, whatever their number: where the plan is written.</summary>
    private const int LastPrompt = int.MaxValue;

    /// <summary>The learner in it, or null while they have not come in.</summary>
    public SessionPerson? Own => Picture?.Find(Session.ParticipationId);

    /// <summary>The learner's breakout group, once everybody sees the groups.</summary>
    public SessionGroup? Group => Picture is { Stage: SessionStage.Published or SessionStage.Ended, Session.PublishedAt: not null }
        ? Picture.Session.Groups.FirstOrDefault(group => group.Number == Own?.GroupNumber)
        : null;

    /// <summary>Who is there and may be known of.</summary>
    public IReadOnlyList<SessionPerson> Others { get; private set; } = [];

    /// <summary>Which question is shown, from 1.</summary>
    public int Prompt { get; private set; } = 1;

    /// <summary>What the learner wrote, whole or not; null before the first word.</summary>
    public Takeaway? Written { get; private set; }

    /// <summary>Whether it was looked at again, which ends writing.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Whether a half was missing.</summary>
    public bool IsHalf { get; private set; }

    /// <summary>What a challenge can be about.</summary>
    public IReadOnlyList<Behaviour> Behaviours { get; private set; } = [];

    /// <inheritdoc />
    protected override string PartName => "_Room";

    /// <summary>Shows it.</summary>
    /// <param name="prompt">Which question.</param>
    /// <param name="half">True after a plan of which a half was missing.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(int? prompt, bool half, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage(Rights.Allow(Session.Relations, Thing.GroupSession, Right.Write) ? "/Sessions/Lead" : "/Today/Index");
        }

        await ReadAsync(ct);
        (Prompt, IsHalf) = (prompt ?? 1, half);
        var progress = await learners.ProgressAsync(own, ct);
        Behaviours = SprintChoice.Practised(Design, progress);
        if (Group is not null)
        {
            var id = Takeaway.IdOf(Picture!.Session.Id, own);
            Written = await db.Takeaways.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
            IsAnswered = progress.Of<SessionsProgress>().Find(id)?.Done is not null;
        }

        return Page();
    }

    /// <summary>The learner is there.</summary>
    public async Task<IActionResult> OnPostComeAsync(string? behaviour, string? hard, CancellationToken ct) =>
        Here("/Sessions/Index", await visits.ArriveAsync(behaviour, hard, ct) ? "sessions.done-here" : null);

    /// <summary>The learner writes what they take away.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid session, string? when, string? will, bool share, CancellationToken ct)
    {
        var isWhole = await visits.TakeAwayAsync(session, when, will, share, ct);
        Pictures.Forget();
        return RedirectToPage(
            "/Sessions/Index", null,
            new { prompt = LastPrompt, half = isWhole == false, done = isWhole == true ? "sessions.done-taken" : null });
    }

    /// <summary>The learner looked at it again.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid takeaway, bool isDone, CancellationToken ct)
    {
        var isAnswered = await visits.AnswerAsync(takeaway, isDone, ct);
        return Done("/Today/Index", !isAnswered ? "" : isDone ? "sessions.done-did" : "sessions.done-not-yet");
    }

    /// <inheritdoc />
    protected override async Task<bool> ReadAsync(CancellationToken ct)
    {
        await base.ReadAsync(ct);
        var seen = await Pictures.SeenAsync(ct);
        Others = [.. Picture?.People.Where(person => seen?.Contains(person.ParticipationId) != false) ?? []];
        return Session.ParticipationId is not null;
    }

    private SessionPictures Pictures { get; } = pictures;
}
