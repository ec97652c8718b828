using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>Whoever facilitates opens a group session, arranges its groups, and ends it.</summary>
[Needs(Thing.GroupSession, Right.Write)]
[OfTheme(typeof(SessionsSection))]
internal sealed class LeadModel(SessionPictures pictures, LiveVersions live, SessionLead lead, BuddyDbContext db, CurrentSession me)
    : SessionPage(pictures, live, me)
{
    /// <summary>Whether groups can be made by sprint.</summary>
    public bool HasSprints => SprintsSection.IsChosenIn(Design);

    /// <summary>How groups are usually made here.</summary>
    public Grouping Usual => SessionsSection.UsualGrouping(Design);

    /// <summary>The session while it is open.</summary>
    public SessionPicture? Open => Picture is { IsOpen: true } open ? open : null;

    /// <summary>Learners who are not there, by their names.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Absent { get; private set; } = [];

    /// <inheritdoc />
    protected override string PartName => "_Arrivals";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Open is { } open)
        {
            var learners = await (
                from participation in Groups.OnTheirWay(db, Session, JourneyId)
                join person in db.People on participation.PersonId equals person.Id
                select new { participation.Id, person }).AsNoTracking().ToListAsync(ct);
            Absent = [.. learners.Where(one => open.Find(one.Id) is null).Select(one => (one.Id, one.person.DisplayName))
                .OrderBy(one => one.DisplayName, StringComparer.CurrentCulture)];
        }

        return Page();
    }

    /// <summary>Opens one.</summary>
    public async Task<IActionResult> OnPostStartAsync(Grouping grouping, CancellationToken ct)
    {
        await lead.OpenAsync(Enum.IsDefined(grouping) ? grouping : Usual, ct);
        return Here("/Sessions/Lead", "sessions.done-started");
    }

    /// <summary>Proposes groups.</summary>
    public async Task<IActionResult> OnPostProposeAsync(CancellationToken ct)
    {
        await lead.ProposeAsync(ct);
        return Here("/Sessions/Lead");
    }

    /// <summary>Moves people.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Dictionary<Guid, int> move, CancellationToken ct)
    {
        await lead.MoveAsync(move, ct);
        return Here("/Sessions/Lead", "sessions.done-moved");
    }

    /// <summary>Lets everybody see the groups.</summary>
    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct)
    {
        await lead.PublishAsync(ct);
        return Here("/Sessions/Lead", "sessions.done-published");
    }

    /// <summary>Somebody is there who pressed nothing.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid learner, CancellationToken ct)
    {
        await lead.AddAsync(learner, ct);
        return Here("/Sessions/Lead");
    }

    /// <summary>Somebody isn't there.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(Guid learner, CancellationToken ct)
    {
        await lead.TakeOutAsync(learner, ct);
        return Here("/Sessions/Lead");
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        await lead.EndAsync(ct);
        return Here("/Sessions/Lead", "sessions.done-ended");
    }
}
