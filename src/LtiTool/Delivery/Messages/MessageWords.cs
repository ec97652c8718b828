using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Says messages in words: names and titles are looked up now, so that nothing that was erased is told.</summary>
internal sealed class MessageWords(BuddyDbContext db, DesignLibrary designs)
{
    /// <summary>The designs of the journeys these messages are about.</summary>
    public async Task<IReadOnlyDictionary<Guid, JourneyDesign>> DesignsAsync(IEnumerable<MessageRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.JourneyId).Distinct().ToList();
        var journeys = await db.Journeys.AsNoTracking().Where(journey => ids.Contains(journey.Id)).ToListAsync(ct);
        var found = new Dictionary<Guid, JourneyDesign>();
        foreach (var journey in journeys)
        {
            if (journey.DesignId is { } design)
            {
                found[journey.Id] = await designs.GetAsync(db, design, journey.DesignNumber, ct);
            }
        }

        return found;
    }

    /// <summary>One line for each message, in the reader's language.</summary>
    /// <param name="rows">The messages.</param>
    /// <param name="journeys">The designs of their journeys.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<LocalizedText>> LinesAsync(
        IReadOnlyList<MessageRow> rows, IReadOnlyDictionary<Guid, JourneyDesign> journeys, Localizer texts, TimeZoneInfo zone,
        CancellationToken ct)
    {
        var names = await NamesAsync(rows, ct);
        var titles = await TitlesAsync(rows, ct);
        var waiting = await WaitingReviews.CountAsync(db, rows, ct);
        var meetings = await MeetingsAsync(rows, ct);
        return
        [
            .. rows.Select(row => MessageTexts.Line(
                row.Kind,
                new(
                    names.GetValueOrDefault(row.FromId),
                    row.BehaviourId is { } behaviour
                        ? journeys.GetValueOrDefault(row.JourneyId)?.FindBehaviour(behaviour)?.Statement ?? ""
                        : titles.GetValueOrDefault(row.SubjectId, ""),
                    waiting.GetValueOrDefault(row.JourneyId),
                    meetings.TryGetValue(row.SubjectId, out var meeting) ? texts.Moment(meeting.StartsAt, zone) : ""),
                texts)),
        ];
    }

    /// <summary>The meetings that messages are about, by their keys.</summary>
    public async Task<IReadOnlyDictionary<Guid, Meeting>> MeetingsAsync(IReadOnlyList<MessageRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(row => row.Kind is MessageName.TalkPlanned or MessageName.TalkCancelled).Select(row => row.SubjectId)
            .Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, Meeting>()
            : await db.Meetings.AsNoTracking().Where(meeting => ids.Contains(meeting.Id)).ToDictionaryAsync(meeting => meeting.Id, ct);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<MessageRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.FromId).Distinct().ToList();
        return await db.People.Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, person.Name, person.ChosenName })
            .ToDictionaryAsync(person => person.Id, person => Person.NameOf(person.Id, person.Name, person.ChosenName), ct);
    }

    /// <summary>What pieces of evidence were called when they were sent last.</summary>
    private async Task<Dictionary<Guid, string>> TitlesAsync(IReadOnlyList<MessageRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(row => row.SubjectId).Distinct().ToList();
        var versions = await (
            from piece in db.Evidence
            join version in db.EvidenceVersions
                on new { EvidenceId = piece.Id, piece.Revision } equals new { version.EvidenceId, version.Revision }
            where ids.Contains(piece.Id)
            select version).AsNoTracking().ToListAsync(ct);
        return versions.ToDictionary(version => version.EvidenceId, version => version.Text.Title);
    }
}
