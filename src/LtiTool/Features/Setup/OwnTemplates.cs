using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// Templates that people made themselves: for their course, or for all courses of the platform. Each is a design that no journey follows,
/// with numbered versions like any other; whoever starts from one gets a copy.
/// </summary>
internal sealed class OwnTemplates(
    BuddyDbContext db, JourneyWriter writer, JourneyDesigns designs, DesignLibrary library, CurrentSession me)
{
    /// <summary>More than this nobody looks through.</summary>
    private const int Most = 40;

    private string Context => me.Facts.ContextId ?? "";

    /// <summary>The templates of this course and those that are shared, by title.</summary>
    public async Task<IReadOnlyList<OwnTemplate>> ListAsync(CancellationToken ct)
    {
        var rows = await db.Designs.AsNoTracking()
            .Where(design => design.PlatformId == me.PlatformId
                && (design.Shelf == DesignShelf.Platform || (design.Shelf == DesignShelf.Course && design.ContextId == Context)))
            .OrderBy(design => design.ContextId != Context).ThenBy(design => design.Title).ThenBy(design => design.Id)
            .Take(Most)
            .ToListAsync(ct);
        var found = new List<OwnTemplate>();
        foreach (var row in rows)
        {
            found.Add(new(row, await library.GetAsync(db, row.Id, row.LatestNumber, ct), row.ContextId == Context));
        }

        return found;
    }

    /// <summary>
    /// Keeps a design as a template: the next version of the one of this course with the same title, else a new one. Days of the calendar
    /// stay behind, and what was retired.
    /// </summary>
    /// <returns>False where nobody here may see the design.</returns>
    public async Task<bool> KeepAsync(Guid id, DesignShelf shelf, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } source || shelf is not (DesignShelf.Course or DesignShelf.Platform))
        {
            return false;
        }

        var content = TemplateFile.Portable(await designs.NewestAsync(source, ct)) with { StartsOn = null, EndsOn = null };
        return DesignRules.Check(content).Count == 0 && await writer.ChangeAsync(
            Subjects.Work($"templates of {me.PlatformId:N} {Context}"), me.Actor, change => KeepAsync(content, shelf, change, ct), ct);
    }

    /// <summary>Takes a template of this course off the shelf. Journeys that were made from it stay as they are.</summary>
    public Task TakeOffAsync(Guid id, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"templates of {me.PlatformId:N} {Context}"),
        me.Actor,
        async _ =>
        {
            var template = await db.Designs.SingleOrDefaultAsync(
                design => design.Id == id && design.PlatformId == me.PlatformId && design.ContextId == Context
                    && (design.Shelf == DesignShelf.Course || design.Shelf == DesignShelf.Platform),
                ct);
            template?.PutOn(DesignShelf.Removed);
            return true;
        },
        ct);

    private async Task<bool> KeepAsync(JourneyDesign content, DesignShelf shelf, JourneyChange change, CancellationToken ct)
    {
        var template = await db.Designs.FirstOrDefaultAsync(
            design => design.PlatformId == me.PlatformId && design.ContextId == Context
                && (design.Shelf == DesignShelf.Course || design.Shelf == DesignShelf.Platform)
                && design.Title == content.Title,
            ct);
        if (template is null)
        {
            template = new Design(change.NewId(), me.PlatformId, Context, change.Now);
            db.Designs.Add(template);
        }

        // What others start from is not taken from them by the way.
        template.PutOn(template.Shelf == DesignShelf.Platform ? DesignShelf.Platform : shelf);
        db.DesignVersions.Add(template.Publish(content, change.Actor.PersonId, change.Now));
        return true;
    }
}

/// <summary>A template that somebody made.</summary>
/// <param name="Row">The design.</param>
/// <param name="Content">Its newest version.</param>
/// <param name="IsOfThisCourse">Whether it can be taken off here.</param>
internal sealed record OwnTemplate(Design Row, JourneyDesign Content, bool IsOfThisCourse);
