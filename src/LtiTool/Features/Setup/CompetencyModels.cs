using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Setup.Models;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// Models of this course: those kept under a name, and those that were brought in a file and wait for a yes. A frame has no cookie to
/// keep them in, and an address is too short.
/// </summary>
internal sealed class CompetencyModels(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>As many are kept under a name that one page can show.</summary>
    public const int Most = 40;

    /// <summary>How long one that was brought waits for a yes.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private string Context => me.Facts.ContextId ?? "";

    private IQueryable<CompetencyModelRow> Own =>
        db.CompetencyModels.Where(row => row.PlatformId == me.PlatformId && row.ContextId == Context);

    /// <summary>Those kept under a name, by name.</summary>
    public async Task<IReadOnlyList<CompetencyModelRow>> KeptAsync(CancellationToken ct) =>
        await Own.AsNoTracking().Where(row => row.Name != "").OrderBy(row => row.Name).ThenBy(row => row.Id).Take(Most).ToListAsync(ct);

    /// <summary>One of this course, or null.</summary>
    public async Task<CompetencyModel?> FindAsync(Guid id, CancellationToken ct) =>
        await Own.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } row ? ModelJson.Open(row.Content) : null;

    /// <summary>Keeps one that was brought until somebody says yes to it.</summary>
    /// <returns>Its key.</returns>
    public Task<Guid> OfferAsync(CompetencyModel model, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        me.Actor,
        async change =>
        {
            var old = change.Now - Waits;
            await Own.Where(row => row.Name == "" && row.KeptAt < old).ExecuteDeleteAsync(ct);
            var row = Row(change, name: "", model);
            db.CompetencyModels.Add(row);
            return row.Id;
        },
        ct);

    /// <summary>Keeps one under a name, in place of an earlier one of that name.</summary>
    /// <returns>False where as many as there may be are kept already.</returns>
    public Task<bool> KeepAsync(string name, CompetencyModel model, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"competency models of {me.PlatformId} {Context}"),
        me.Actor,
        async change =>
        {
            if (await Own.SingleOrDefaultAsync(row => row.Name == name, ct) is { } before)
            {
                (before.Content, before.KeptAt) = (ModelJson.Write(model), change.Now);
                return true;
            }

            if (await Own.CountAsync(row => row.Name != "", ct) >= Most)
            {
                return false;
            }

            db.CompetencyModels.Add(Row(change, name, model));
            return true;
        },
        ct);

    /// <summary>Removes one; journeys that took it stay as they are.</summary>
    public Task RemoveAsync(Guid id, CancellationToken ct) => RemoveAsync(Own.Where(row => row.Id == id), ct);

    /// <summary>Removes one that waited for a yes; one that is kept under a name stays.</summary>
    public Task SettleAsync(Guid id, CancellationToken ct) => RemoveAsync(Own.Where(row => row.Id == id && row.Name == ""), ct);

    private Task RemoveAsync(IQueryable<CompetencyModelRow> rows, CancellationToken ct) =>
        writer.ChangeAsync(Subjects.None, me.Actor, _ => rows.ExecuteDeleteAsync(ct), ct);

    private CompetencyModelRow Row(JourneyChange change, string name, CompetencyModel model) => new()
    {
        Id = change.NewId(),
        PlatformId = me.PlatformId,
        ContextId = Context,
        Name = name,
        Content = ModelJson.Write(model),
        KeptAt = change.Now,
    };
}
