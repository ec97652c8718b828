using System.Collections.Immutable;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>Everybody's choice on one board. Everybody who sees the same people is shown the same reading of it.</summary>
internal sealed class SprintBoard(BuddyDbContext db, BoardReadings readings, CurrentSession me)
{
    private Guid JourneyId => me.JourneyId ?? throw new InvalidOperationException("This launch has no journey.");

    /// <summary>Changes whenever the board does: short, and the same on every node.</summary>
    public Task<string> VersionAsync() => readings.VersionAsync(JourneyId);

    /// <summary>The board of this journey; people of other groups are not on it where the journey keeps to groups.</summary>
    public async Task<BoardPicture> ReadAsync(SprintsSection section, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var version = await VersionAsync();
        var sight = Groups.AreKept(me) ? string.Join(' ', me.Facts.Groups!.Order(StringComparer.Ordinal)) : "";
        return await readings.SharedAsync(
            JourneyId, (version, sight), section, () => PictureAsync(section, version, CancellationToken.None));
    }

    /// <summary>Keys of what somebody chose: read apart, since they may not be on the picture that others share.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(Guid? participationId, CancellationToken ct) =>
        await db.SprintChoices.Where(row => row.ParticipationId == participationId).Select(row => row.SprintId).ToHashSetAsync(ct);

    /// <summary>How many of the others chose each sprint, by its key.</summary>
    /// <param name="participationId">Beside whom.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyDictionary<string, int>> OthersAsync(Guid participationId, CancellationToken ct)
    {
        var counted = BoardReadings.Present(db, JourneyId, Groups.Counted(db, me, JourneyId)).Select(participation => participation.Id);
        return await db.SprintChoices
            .Where(row => row.JourneyId == JourneyId && row.ParticipationId != participationId && counted.Contains(row.ParticipationId))
            .GroupBy(row => row.SprintId)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
    }

    /// <summary>
    /// Three questions, however many people there are. In the order of names as people write them, accents and small letters too: a
    /// database may go by bytes. Everybody shares this picture, so that the order is nobody's own language's.
    /// </summary>
    private async Task<BoardPicture> PictureAsync(SprintsSection section, string version, CancellationToken ct)
    {
        var counted = BoardReadings.Present(db, JourneyId, Groups.Counted(db, me, JourneyId));
        var people = await (
            from participation in counted
            join person in db.People on participation.PersonId equals person.Id
            orderby participation.Id
            select new { participation.Id, person }).AsNoTracking().ToListAsync(ct);
        var ids = counted.Select(participation => participation.Id);
        var chosen = await db.SprintChoices.AsNoTracking()
            .Where(row => row.JourneyId == JourneyId && ids.Contains(row.ParticipationId)).ToListAsync(ct);
        var isClosed = await db.ChoiceLocks.AnyAsync(row => row.JourneyId == JourneyId, ct);

        var bySprint = chosen.ToLookup(row => row.SprintId, row => row.ParticipationId);
        var known = section.Sprints.Select(sprint => sprint.Id).ToHashSet(StringComparer.Ordinal);
        var counts = chosen.Where(row => known.Contains(row.SprintId)).CountBy(row => row.ParticipationId).ToDictionary();
        var names = people.Select(one => new BoardPerson(one.Id, one.person.DisplayName))
            .OrderBy(one => one.Name, StringComparer.InvariantCulture).ToList();
        return new(
            [.. section.Sprints.Select(sprint => new BoardColumn(sprint, Of(names, bySprint[sprint.Id].ToHashSet())))],
            [.. names.Where(person => counts.GetValueOrDefault(person.ParticipationId) < section.Choose)],
            names.Count,
            isClosed,
            version);
    }

    private static ImmutableArray<BoardPerson> Of(IEnumerable<BoardPerson> all, HashSet<Guid> chosenBy) =>
        [.. all.Where(person => chosenBy.Contains(person.ParticipationId))];
}

/// <summary>What is on the board.</summary>
/// <param name="Columns">One per sprint, in the design's order.</param>
/// <param name="Choosing">Those who have not chosen all of theirs.</param>
/// <param name="People">How many there are.</param>
/// <param name="IsClosed">Whether whoever facilitates closed the choice.</param>
/// <param name="Version">Which state of the board it is.</param>
internal sealed record BoardPicture(
    ImmutableArray<BoardColumn> Columns, ImmutableArray<BoardPerson> Choosing, int People, bool IsClosed, string Version);

/// <summary>A sprint and who chose it.</summary>
/// <param name="Sprint">Which.</param>
/// <param name="People">In the order of names.</param>
internal sealed record BoardColumn(Sprint Sprint, ImmutableArray<BoardPerson> People);

/// <summary>Somebody on the board.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The name.</param>
internal sealed record BoardPerson(Guid ParticipationId, string Name);
