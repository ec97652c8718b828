using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>Who needs the facilitator today: the longest wait first, at most seven.</summary>
[Needs(Thing.Group)]
public sealed class IndexModel(
    BuddyDbContext db, GroupRoad road, ReviewWaits waits, GroupStandings standings, StuckPeople people, QuietDay quiet, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>More than this many rows make nobody act.</summary>
    private const int MostRows = 7;

    /// <summary>Minutes a review takes, from experience.</summary>
    private const int MinutesEach = 6;

    /// <summary>The rows.</summary>
    public IReadOnlyList<WaitingEvidence> Waiting { get; private set; } = [];

    /// <summary>How many pieces wait in all.</summary>
    public int WaitingInAll { get; private set; }

    /// <summary>How many people wait in all.</summary>
    public int PeopleWaiting { get; private set; }

    /// <summary>How long it takes to answer the rows, in minutes.</summary>
    public int Minutes => Waiting.Count * MinutesEach;

    /// <summary>Scores that need a decision or were refused.</summary>
    public int MarksToLookAt { get; private set; }

    /// <summary>Where everyone is, phase by phase.</summary>
    public IReadOnlyList<PhaseCount> Phases { get; private set; } = [];

    /// <summary>How long people waited for the last reviews; nothing when there were none.</summary>
    public IReadOnlyList<WaitCount> Waits { get; private set; } = [];

    /// <summary>What the group can show.</summary>
    public GroupTable Table { get; private set; } = new([], Paged<GroupTableRow>.Nothing);

    /// <summary>Good things to do when nobody waits; null otherwise.</summary>
    public QuietThings? Quiet { get; private set; }

    /// <summary>Who can't go on because of somebody else.</summary>
    public IReadOnlyList<StuckPerson> Stuck { get; private set; } = [];

    /// <summary>Learners of the course who have not begun, by name; and how many there are.</summary>
    public (IReadOnlyList<string> Names, int Total) NotStarted { get; private set; } = ([], 0);

    /// <summary>The journey, for what other themes say about the group.</summary>
    public Guid OfGroup => JourneyId;

    /// <summary>Learners who have started.</summary>
    public int Learners => Table.Learners.Total;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Session.Design is null)
        {
            return RedirectToPage(Session.IsInstructor ? "/Setup/Index" : "/Today/NotReady");
        }

        var waiting =
            from evidence in db.Evidence
            join participation in db.Participations on evidence.ParticipationId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            where participation.JourneyId == JourneyId && evidence.State == EvidenceState.Submitted
            select new { evidence, learner, IsTest = TestPeople.In(db, JourneyId).Contains(participation.Id) };
        if (Groups.SeenBy(db, Session) is { } seen)
        {
            waiting = waiting.Where(row => seen.Contains(row.evidence.ParticipationId));
        }

        WaitingInAll = await waiting.CountAsync(ct);
        PeopleWaiting = await waiting.Select(row => row.evidence.ParticipationId).Distinct().CountAsync(ct);
        var rows = await waiting
            .OrderBy(row => row.evidence.SubmittedAt).ThenBy(row => row.evidence.Id)
            .Take(MostRows).AsNoTracking().ToListAsync(ct);
        Waiting = rows.ConvertAll(row => new WaitingEvidence(
            row.evidence.Id, row.learner.DisplayName, row.IsTest, row.evidence.Draft.Title, row.evidence.Revision,
            row.evidence.SubmittedAt!.Value));
        MarksToLookAt = await CountMarksAsync(ct);
        Phases = await road.OfAsync(JourneyId, Design, ct);
        Waits = await waits.OfAsync(JourneyId, ct);
        Table = await standings.OfAsync(JourneyId, Design, ct);
        Stuck = await people.OfAsync(JourneyId, Design, ct);
        NotStarted = await people.NotStartedAsync(JourneyId, ct);
        Quiet = WaitingInAll + Stuck.Count == 0 ? await quiet.OfAsync(JourneyId, Design, ct) : null;
        return Page();
    }

    private Task<int> CountMarksAsync(CancellationToken ct)
    {
        var postings = db.GradePostings.Where(posting => posting.JourneyId == JourneyId
            && (posting.State == GradePostingState.ChangedInLms || posting.State == GradePostingState.KeptInLms
                || posting.State == GradePostingState.MissingInLms || posting.State == GradePostingState.Refused));
        return (Groups.SeenBy(db, Session) is { } seen ? postings.Where(posting => seen.Contains(posting.ParticipationId)) : postings)
            .CountAsync(ct);
    }
}

/// <summary>A piece of evidence that waits for a review.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Learner">Whose it is.</param>
/// <param name="IsTest">Whether that is a platform's test person.</param>
/// <param name="Title">Its first words.</param>
/// <param name="Revision">Which version.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record WaitingEvidence(Guid Id, string Learner, bool IsTest, string Title, int Revision, DateTimeOffset Since);
