using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>What only a teacher can know of a link: whether it is an earlier one, whether content that was selected again counts.</summary>
public sealed class LinkChoices(BuddyDbContext db, JourneyWriter writer, JourneyDesigns designs, CurrentSession me)
{
    /// <summary>The earlier journey of this course whose link is the same but for percent-encoding; null when there is none.</summary>
    public async Task<EarlierLink?> EarlierAsync(CancellationToken ct)
    {
        if (me.Design is not null || await OwnAsync(ct) is not { } own)
        {
            return null;
        }

        var others = await db.Journeys.AsNoTracking()
            .Where(journey => journey.CourseId == own.CourseId && journey.Id != own.Id && journey.DesignId != null).ToListAsync(ct);
        if (others.Find(other => LinkSpelling.IsSame(other.ResourceLinkId, own.ResourceLinkId)) is not { } earlier)
        {
            return null;
        }

        var title = await db.Designs.Where(design => design.Id == earlier.DesignId).Select(design => design.Title).SingleAsync(ct);
        return new(earlier.Id, title, await db.Participations.CountAsync(row => row.JourneyId == earlier.Id, ct));
    }

    /// <summary>It is the earlier one: everybody's link leads there from now on.</summary>
    public async Task<bool> JoinAsync(CancellationToken ct) =>
        await EarlierAsync(ct) is { } earlier && await OwnAsync(ct) is { } own && await writer.ChangeAsync(
            Subjects.Design(earlier.JourneyId),
            me.Actor,
            async _ =>
            {
                if (await db.Participations.AnyAsync(row => row.JourneyId == own.Id, ct))
                {
                    return false;
                }

                await db.Sessions.Where(row => row.JourneyId == own.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.JourneyId, earlier.JourneyId), ct);
                await db.Journeys.Where(row => row.Id == own.Id).ExecuteDeleteAsync(ct);
                var kept = await db.Journeys.SingleAsync(row => row.Id == earlier.JourneyId, ct);
                kept.TakeLinkOf(own);
                return true;
            },
            ct);

    /// <summary>It is another one: it follows the design that it names.</summary>
    /// <returns>False when it names none that may be seen here: then the teacher chooses.</returns>
    public async Task<bool> BeginAsync(CancellationToken ct) =>
        me is { JourneyId: { } journeyId, Facts.OfferedContentId: { } offered }
        && await designs.FindAsync(offered, ct) is { LatestNumber: > 0 } design
        && await writer.ChangeAsync(
            Subjects.Design(journeyId),
            me.Actor,
            async _ =>
            {
                var version = await db.DesignVersions.SingleAsync(
                    row => row.DesignId == design.Id && row.Number == design.LatestNumber, ct);
                (await db.Journeys.SingleAsync(row => row.Id == journeyId, ct)).Follow(version);
                return true;
            },
            ct);

    /// <summary>Content that was selected for this link in the LMS after people had started, or null.</summary>
    public async Task<SelectedContent?> SelectedAsync(CancellationToken ct)
    {
        if (me is not { Design: { } held, Facts.OfferedContentId: { } id } || await OwnAsync(ct) is not { } own || own.LinkedDesignId == id
            || await designs.FindAsync(id, ct) is not { LatestNumber: > 0 } design)
        {
            return null;
        }

        var content = await designs.NewestAsync(design, ct);
        return new(id, content, held.Title, await db.Participations.CountAsync(row => row.JourneyId == own.Id, ct));
    }

    /// <summary>What was selected becomes the next version of the journey's own design; whoever has begun goes on with it.</summary>
    public async Task<bool> TakeAsync(CancellationToken ct)
    {
        if (await SelectedAsync(ct) is not { } selected)
        {
            return false;
        }

        await designs.EditAsync(await designs.OwnOfJourneyAsync(ct), _ => selected.Content, ct);
        await SettleAsync(selected.DesignId, ct);
        return true;
    }

    /// <summary>The journey stays as it is; what the link names becomes the same, so that a copy of the course has it too.</summary>
    public async Task<bool> KeepAsync(CancellationToken ct)
    {
        if (await SelectedAsync(ct) is not { } selected || me.Design is not { } held)
        {
            return false;
        }

        await designs.AlignAsync(selected.DesignId, held, ct);
        await SettleAsync(selected.DesignId, ct);
        return true;
    }

    private Task<bool> SettleAsync(Guid designId, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Design(me.JourneyId!.Value),
        me.Actor,
        async _ =>
        {
            (await db.Journeys.SingleAsync(row => row.Id == me.JourneyId, ct)).LinkedDesignId = designId;
            return true;
        },
        ct);

    private Task<Journey?> OwnAsync(CancellationToken ct) =>
        db.Journeys.AsNoTracking().SingleOrDefaultAsync(journey => journey.Id == me.JourneyId, ct);
}

/// <summary>A journey whose link looks like this one's.</summary>
/// <param name="JourneyId">Which.</param>
/// <param name="Title">What learners read first.</param>
/// <param name="Learners">How many have started.</param>
public sealed record EarlierLink(Guid JourneyId, string Title, int Learners);

/// <summary>Content that was selected in the LMS for an activity that people have started.</summary>
/// <param name="DesignId">The design the link names now.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Held">Title of the set-up that holds.</param>
/// <param name="Learners">How many have started.</param>
public sealed record SelectedContent(Guid DesignId, JourneyDesign Content, string Held, int Learners);
