using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>What a person was told in this journey: new first, then what was read.</summary>
[Needs(Thing.Journey)]
internal sealed class IndexModel(BuddyDbContext db, MessageWords words, JourneyWriter writer, Localizer texts, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>As many as one page shows.</summary>
    private const int Most = 50;

    /// <summary>What was read longer ago is forgotten with the next that is read.</summary>
    private static readonly TimeSpan ReadKept = TimeSpan.FromDays(180);

    /// <summary>What is new, newest first.</summary>
    public IReadOnlyList<NewsLine> New { get; private set; } = [];

    /// <summary>What was read, or is done, newest first.</summary>
    public IReadOnlyList<NewsLine> Read { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await Own().AsNoTracking().OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(ct);
        var lines = await words.LinesAsync(rows, await words.DesignsAsync(rows, ct), texts, Session.Zone, ct);
        var told = rows.Zip(lines, (row, line) => (row.ReadAt, Line: new NewsLine(row.Id, line, row.CreatedAt))).ToList();
        New = [.. told.Where(one => one.ReadAt is null).Select(one => one.Line)];
        Read = [.. told.Where(one => one.ReadAt is not null).Select(one => one.Line)];
    }

    /// <summary>Goes where something can be seen, and marks it as read.</summary>
    public async Task<IActionResult> OnGetOpenAsync(Guid id, CancellationToken ct)
    {
        if (await Own().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return NotFound();
        }

        await ReadAsync(Own().Where(own => own.Id == id), ct);
        var link = NewsLinks.Of(row);
        return RedirectToPage(link.Page, new { id = link.Id });
    }

    /// <summary>Marks everything as read: what was read here need not be told by mail.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        await ReadAsync(Own(), ct);
        return RedirectToPage();
    }

    private Task ReadAsync(IQueryable<MessageRow> rows, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        Session.Actor,
        async change =>
        {
            var before = change.Now - ReadKept;
            await db.Messages.Where(row => row.PersonId == Session.PersonId && row.JourneyId == JourneyId && row.ReadAt < before)
                .ExecuteDeleteAsync(ct);
            return await rows.Where(row => row.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, change.Now), ct);
        },
        ct);

    private IQueryable<MessageRow> Own() =>
        db.Messages.Where(row => row.PersonId == Session.PersonId && row.JourneyId == JourneyId && row.IsInInbox);
}

/// <summary>One line.</summary>
/// <param name="Id">The message.</param>
/// <param name="Text">What is new.</param>
/// <param name="At">Since when, UTC.</param>
internal sealed record NewsLine(Guid Id, LocalizedText Text, DateTimeOffset At);
