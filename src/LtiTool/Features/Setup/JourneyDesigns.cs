using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Designs an instructor may work with: those of this course, and of courses it was copied from.</summary>
public sealed class JourneyDesigns(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>A design this session may see, or null.</summary>
    public async Task<JourneyContent?> FindAsync(Guid id, CancellationToken ct)
    {
        var content = await db.Contents.SingleOrDefaultAsync(content => content.Id == id && content.PlatformId == me.PlatformId, ct);
        return content is not null && IsOurs(content) ? content : null;
    }

    /// <summary>Designs to copy settings from, newest first.</summary>
    public async Task<IReadOnlyList<JourneyContent>> ToCopyFromAsync(CancellationToken ct)
    {
        var contexts = me.Facts.CopiedFrom.Append(me.Facts.ContextId ?? "").ToList();
        return await db.Contents.AsNoTracking()
            .Where(content => content.PlatformId == me.PlatformId && (contexts.Contains(content.ContextId) || content.Id == me.Facts.OfferedContentId))
            .OrderByDescending(content => content.CreatedAt)
            .Take(20)
            .ToListAsync(ct);
    }

    /// <summary>Makes a design of this course from a template or another design.</summary>
    public Task<Guid> MakeAsync(JourneyDefinition definition, CancellationToken ct) => writer.WriteAsync(
        change =>
        {
            var content = new JourneyContent(change.NewId(), me.PlatformId, me.Facts.ContextId ?? "", definition, change.Now);
            db.Contents.Add(content);
            return Task.FromResult(content.Id);
        },
        ct);

    /// <summary>Keeps what was typed, and gives it to the session's journey once it holds.</summary>
    /// <returns>Whether it holds.</returns>
    public Task<bool> EditAsync(Guid id, Func<JourneyDefinition, JourneyDefinition> edit, CancellationToken ct) => writer.WriteAsync(
        async _ =>
        {
            if (await FindAsync(id, ct) is not { } content)
            {
                return false;
            }

            var holds = content.Edit(edit(content.Draft ?? content.Definition)).Count == 0;
            if (holds && me.JourneyId is { } journeyId)
            {
                var journey = await db.Journeys.SingleAsync(journey => journey.Id == journeyId, ct);
                journey.SetUp(content.Definition, content.Id);
            }

            return holds;
        },
        ct);

    private bool IsOurs(JourneyContent content) =>
        content.ContextId == me.Facts.ContextId || me.Facts.CopiedFrom.Contains(content.ContextId) || content.Id == me.Facts.OfferedContentId;
}
