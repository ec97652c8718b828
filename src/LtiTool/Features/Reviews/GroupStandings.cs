using System.Collections.Immutable;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>What a group can show: learners by behaviours, read off the stored figures. Nobody's evidence is read.</summary>
public sealed class GroupStandings(BuddyDbContext db, GroupFigures group)
{
    /// <summary>More rows than this are a list, not something to take in at a glance.</summary>
    public const int MostRows = 30;

    /// <summary>The first <see cref="MostRows"/> learners in the order of names, without test persons.</summary>
    public async Task<GroupTable> OfAsync(Guid journeyId, JourneyDesign design, CancellationToken ct)
    {
        var learners = await (
            from participation in @group.Counted(journeyId)
            join person in db.People on participation.PersonId equals person.Id
            orderby person.Name ?? person.ChosenName, participation.Id
            select new { participation.Id, person }).AsNoTracking().PageAsync(null, ct, MostRows);
        var shown = learners.Rows.Select(row => row.Id).ToList();
        var rows = await db.BehaviourStandings.AsNoTracking().Where(row => shown.Contains(row.ParticipationId)).ToListAsync(ct);
        var standings = rows.ToDictionary(row => (row.ParticipationId, row.BehaviourId));
        ImmutableArray<Behaviour> behaviours = [.. design.ActiveBehaviours];
        var rule = design.Find<CertificationSection>();
        var isChosen = SprintsSection.IsChosenIn(design);
        return new(behaviours, learners.As(learner => new GroupTableRow(
            learner.Id,
            learner.person.DisplayName,
            [
                .. behaviours.Select(behaviour =>
                    ShownBehaviour.Of(standings.GetValueOrDefault((learner.Id, behaviour.Id)), rule, isChosen)),
            ])));
    }
}

/// <summary>Learners by behaviours.</summary>
/// <param name="Behaviours">The columns: those that are practised, in the design's order.</param>
/// <param name="Learners">The rows that are shown, and how many there would be.</param>
public sealed record GroupTable(ImmutableArray<Behaviour> Behaviours, Paged<GroupTableRow> Learners);

/// <summary>What one learner can show.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Cells">One per behaviour.</param>
public sealed record GroupTableRow(Guid ParticipationId, string Name, ImmutableArray<ShownBehaviour> Cells);

/// <summary>How far a learner is with a behaviour, for one cell.</summary>
/// <param name="State">The mark that is shown.</param>
/// <param name="Confirmed">Confirmed situations.</param>
/// <param name="Needed">Of how many, at least 1.</param>
public sealed record ShownBehaviour(ShownState State, int Confirmed, int Needed)
{
    /// <summary>Reads it off the stored figures.</summary>
    /// <param name="row">The figures; null where nothing was sent.</param>
    /// <param name="rule">When a behaviour is certified; null where none is, and one confirmation is all there is.</param>
    /// <param name="isChosen">Whether learners choose what they practise.</param>
    public static ShownBehaviour Of(BehaviourStandingRow? row, CertificationSection? rule, bool isChosen)
    {
        var state = row switch
        {
            null when isChosen => ShownState.NotChosen,
            { CertifiedAt: not null } when rule is not null => ShownState.Certified,
            { Confirmed: > 0 } => ShownState.Confirmed,
            { Waiting: > 0 } => ShownState.Sent,
            _ => ShownState.Nothing,
        };
        return new(state, row?.Confirmed ?? 0, rule?.Situations ?? 1);
    }
}

/// <summary>The mark of a cell.</summary>
public enum ShownState
{
    /// <summary>Nothing was sent, or it came back.</summary>
    Nothing,

    /// <summary>Something waits to be read.</summary>
    Sent,

    /// <summary>Some situations are confirmed.</summary>
    Confirmed,

    /// <summary>Certified.</summary>
    Certified,

    /// <summary>The learner didn't choose it.</summary>
    NotChosen,
}
