using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// Designs an instructor may work with: those of this course, and of courses it was copied from. Only
/// those of this course are changed here.
/// </summary>
public sealed class JourneyDesigns(BuddyDbContext db, JourneyWriter writer, DesignLibrary library, CurrentSession me)
{
    /// <summary>A design this session may see, or null.</summary>
    public async Task<Design?> FindAsync(Guid id, CancellationToken ct)
    {
        var design = await db.Designs.SingleOrDefaultAsync(design => design.Id == id && design.PlatformId == me.PlatformId, ct);
        return design is not null && IsVisible(design) ? design : null;
    }

    /// <summary>The newest version of a design.</summary>
    public async Task<JourneyDesign> NewestAsync(Design design, CancellationToken ct) =>
        await library.GetAsync(db, design.Id, design.LatestNumber, ct);

    /// <summary>Designs to copy settings from, newest first.</summary>
    public async Task<IReadOnlyList<Design>> ToCopyFromAsync(CancellationToken ct)
    {
        var contexts = me.Facts.CopiedFrom.Append(me.Facts.ContextId ?? "").ToList();
        return await db.Designs.AsNoTracking()
            .Where(design => design.PlatformId == me.PlatformId
                && design.Shelf == DesignShelf.None
                && (contexts.Contains(design.ContextId) || design.Id == me.Facts.OfferedContentId))
            .OrderByDescending(design => design.CreatedAt)
            .Take(20)
            .ToListAsync(ct);
    }

    /// <summary>Makes a design of this course from a template or another design.</summary>
    public Task<Guid> MakeAsync(JourneyDesign content, CancellationToken ct) => MakeAsync(content, before: 0, ct);

    /// <summary>
    /// The journey's design where it was made in this course and nothing else follows it, else a copy with the same number: evidence is
    /// reviewed by the number it was written under.
    /// </summary>
    public async Task<Guid> OwnOfJourneyAsync(CancellationToken ct)
    {
        var journey = await db.Journeys.AsNoTracking().SingleAsync(journey => journey.Id == me.JourneyId, ct);
        var isOwn = journey.DesignId is { } id && await FindAsync(id, ct) is { } design && IsOwn(design)
            && await db.Journeys.CountAsync(other => other.DesignId == id, ct) == 1;
        return isOwn ? journey.DesignId!.Value : await MakeAsync(me.Design!, journey.DesignNumber - 1, ct);
    }

    /// <summary>Makes a design of this course hold what another holds, unless a journey follows it.</summary>
    public Task<bool> AlignAsync(Guid id, JourneyDesign content, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None.And(id),
        me.Actor,
        async change =>
        {
            if (await FindAsync(id, ct) is not { } design || !IsOwn(design)
                || await db.Journeys.AnyAsync(journey => journey.DesignId == id, ct))
            {
                return false;
            }

            db.DesignVersions.Add(design.Publish(content, change.Actor.PersonId, change.Now));
            return true;
        },
        ct);

    private Task<Guid> MakeAsync(JourneyDesign content, int before, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        me.Actor,
        change =>
        {
            var design = new Design(change.NewId(), me.PlatformId, me.Facts.ContextId ?? "", change.Now, before);
            db.Designs.Add(design);
            db.DesignVersions.Add(design.Publish(content, change.Actor.PersonId, change.Now));
            return design.Id;
        },
        ct);

    /// <summary>
    /// The design itself where it was made in this course, else a copy of its newest version that is; null where nobody here may see it.
    /// </summary>
    public async Task<Guid?> OwnAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is not { } design ? null
        : IsOwn(design) ? id
        : await MakeAsync(await NewestAsync(design, ct), ct);

    /// <summary>Keeps what was typed, and makes it the next version of the design, and of the session's journey, once it holds.</summary>
    /// <returns>Whether it holds. Somebody else's design is never changed from here.</returns>
    public async Task<bool> EditAsync(Guid id, Func<JourneyDesign, JourneyDesign> edit, CancellationToken ct) =>
        await EditAsync(id, default, edit, ct) == EditResult.Saved;

    /// <summary>The same for what was typed over a version that may not be the newest any more: then it is kept as the draft.</summary>
    /// <param name="id">The design.</param>
    /// <param name="builtOn">What was shown.</param>
    /// <param name="edit">Puts what was typed over a design.</param>
    /// <param name="ct">Stops saving.</param>
    public Task<EditResult> EditAsync(Guid id, ShownDesign builtOn, Func<JourneyDesign, JourneyDesign> edit, CancellationToken ct) =>
        writer.ChangeAsync(
            (me.JourneyId is { } journeyId ? Subjects.Design(journeyId) : Subjects.None).And(id),
            me.Actor,
            change => EditAsync(id, builtOn, edit, change, ct),
            ct);

    /// <summary>Who saved the newest version of a design, and when; null where that person is gone.</summary>
    public async Task<(string Name, DateTimeOffset At)?> SavedLastAsync(Design design, CancellationToken ct)
    {
        var last = await (
            from version in db.DesignVersions
            join person in db.People on version.MadeBy equals person.Id
            where version.DesignId == design.Id && version.Number == design.LatestNumber
            select new { person, version.MadeAt }).AsNoTracking().SingleOrDefaultAsync(ct);
        return last is null ? null : (last.person.DisplayName, last.MadeAt);
    }

    /// <summary>
    /// Names what is typed and not saved, and the version below it: whoever types over anything else has not seen what somebody else, or
    /// another tab, typed.
    /// </summary>
    public static int DraftNumberOf(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var draft = design.Draft is { } typed ? DesignJson.Write(typed) : "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{design.LatestNumber} {draft}"));
        return BinaryPrimitives.ReadInt32BigEndian(hash) & int.MaxValue;
    }

    /// <summary>Keeps what is being typed, beside the newest version.</summary>
    /// <param name="id">The design.</param>
    /// <param name="draftNumber">What it was typed over; null keeps it whatever somebody else typed meanwhile.</param>
    /// <param name="edit">Puts what was typed over a design.</param>
    /// <param name="ct">Stops keeping.</param>
    /// <returns>What became of it; null for a design that isn't of this course.</returns>
    public Task<KeptDraft?> KeepAsync(Guid id, int? draftNumber, Func<JourneyDesign, JourneyDesign> edit, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.None.And(id),
            me.Actor,
            async _ =>
            {
                if (await FindAsync(id, ct) is not { } design || !IsOwn(design))
                {
                    return null;
                }

                if (draftNumber is { } seen && seen != DraftNumberOf(design))
                {
                    return new KeptDraft(IsKept: false, DraftNumberOf(design));
                }

                var before = await NewestAsync(design, ct);
                design.KeepDraft(DesignEdit.Next(before, edit(design.Draft ?? before)));
                return new KeptDraft(IsKept: true, DraftNumberOf(design));
            },
            ct);

    /// <summary>Discards what was typed: the newest version holds.</summary>
    public Task DiscardAsync(Guid id, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None.And(id),
        me.Actor,
        async _ =>
        {
            if (await FindAsync(id, ct) is { } design && IsOwn(design))
            {
                design.DropDraft();
            }

            return true;
        },
        ct);

    /// <summary>Whether it was made in this course, for an activity: a template is copied, and never changed by a form.</summary>
    public bool IsOwn(Design design) => design.Shelf == DesignShelf.None && design.ContextId == (me.Facts.ContextId ?? "");

    private async Task<EditResult> EditAsync(
        Guid id, ShownDesign builtOn, Func<JourneyDesign, JourneyDesign> edit, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } design || !IsOwn(design))
        {
            return EditResult.Faulty;
        }

        var before = await NewestAsync(design, ct);
        var typed = DesignEdit.Next(before, edit(design.Draft ?? before));
        var isLate = builtOn.Version < design.LatestNumber && DesignJson.Write(typed) != DesignJson.Write(before);
        var isShared = !isLate && design.Draft is not null && builtOn.Draft is { } draft && draft != DraftNumberOf(design);
        if (isLate || isShared || DesignRules.Check(typed).Count > 0)
        {
            design.KeepDraft(typed);
            return isLate ? EditResult.Late : isShared ? EditResult.Shared : EditResult.Faulty;
        }

        var version = await VersionAsync(design, before, typed, change, ct);
        await FollowAsync(version, change, ct);
        return EditResult.Saved;
    }

    /// <summary>The next version; the newest where nothing was changed.</summary>
    private async Task<DesignVersion> VersionAsync(
        Design design, JourneyDesign before, JourneyDesign typed, JourneyChange change, CancellationToken ct)
    {
        if (DesignJson.Write(typed) == DesignJson.Write(before))
        {
            design.DropDraft();
            return await db.DesignVersions.SingleAsync(row => row.DesignId == design.Id && row.Number == design.LatestNumber, ct);
        }

        var version = design.Publish(typed, change.Actor.PersonId, change.Now);
        db.DesignVersions.Add(version);
        return version;
    }

    /// <summary>The journey follows the version, and every learner's figures are worked out again under it.</summary>
    private async Task FollowAsync(DesignVersion version, JourneyChange change, CancellationToken ct)
    {
        if (me.JourneyId is not { } journeyId)
        {
            return;
        }

        var journey = await db.Journeys.SingleAsync(journey => journey.Id == journeyId, ct);
        if (journey.DesignId == version.DesignId && journey.DesignNumber == version.Number)
        {
            return;
        }

        journey.Follow(version);
        var learners = await db.Participations.Where(participation => participation.JourneyId == journeyId)
            .Select(participation => participation.Id).ToListAsync(ct);
        learners.ForEach(learner => change.Plan(DueKind.DesignChange, learner, change.Now, learner));
    }

    private bool IsVisible(Design design) =>
        design.ContextId == (me.Facts.ContextId ?? "")
            || design.Shelf == DesignShelf.Platform
            || me.Facts.CopiedFrom.Contains(design.ContextId)
            || design.Id == me.Facts.OfferedContentId;
}

/// <summary>What became of what was typed into a set-up.</summary>
public enum EditResult
{
    /// <summary>It is the newest version.</summary>
    Saved,

    /// <summary>It does not hold, and is kept as the draft.</summary>
    Faulty,

    /// <summary>Somebody saved another version meanwhile: that one stands, and this is kept as the draft.</summary>
    Late,

    /// <summary>Somebody else has typed meanwhile: nobody's half sentence is published unseen, and both are kept as the draft.</summary>
    Shared,
}

/// <summary>What somebody saw of a design when they began to type.</summary>
/// <param name="Version">The number of the version; null takes no notice of what was saved meanwhile.</param>
/// <param name="Draft">See <see cref="JourneyDesigns.DraftNumberOf"/>; null takes no notice of what was typed meanwhile.</param>
public readonly record struct ShownDesign(int? Version, int? Draft);

/// <summary>What became of something typed.</summary>
/// <param name="IsKept">Whether it is the draft now; otherwise somebody else has typed meanwhile.</param>
/// <param name="Number">Names the draft as it is now.</param>
public sealed record KeptDraft(bool IsKept, int Number);
