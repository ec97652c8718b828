using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Finds the learners whom statements of other systems are about, all in one question.</summary>
internal sealed class FoundLearners(BuddyDbContext db, DesignLibrary designs)
{
    /// <summary>Everybody who may be meant, each with the statement.</summary>
    public async Task<IReadOnlyList<(StatementReading.Found Reading, FoundLearner Learner)>> OfAsync(
        IReadOnlyList<StatementReading.Found> readings, CancellationToken ct)
    {
        if (readings.Count == 0)
        {
            return [];
        }

        var homes = new AccountHomes(await db.Platforms.AsNoTracking().ToListAsync(ct));
        var learners = await ByAccountAsync(readings, ct);
        return
        [
            .. from reading in readings
               from platform in homes.PlatformsOf(reading.HomePage)
               from learner in learners[(platform, reading.Name)]
               select (reading, learner),
        ];
    }

    private async Task<ILookup<(Guid Platform, string Subject), FoundLearner>> ByAccountAsync(
        IReadOnlyList<StatementReading.Found> readings, CancellationToken ct)
    {
        List<string> names = [.. readings.Select(found => found.Name).Distinct(StringComparer.Ordinal)];
        var rows = await (
            from account in db.Accounts
            join participation in db.Participations on account.PersonId equals participation.PersonId
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            where account.PlatformId != null && names.Contains(account.Name) && journey.DesignId != null
            select new
            {
                PlatformId = account.PlatformId!.Value,
                account.Name,
                participation.Id,
                participation.StartedAt,
                DesignId = journey.DesignId!.Value,
                journey.DesignNumber,
            }).AsNoTracking().ToListAsync(ct);
        var learners = new List<(Guid Platform, string Subject, FoundLearner Learner)>();
        foreach (var row in rows)
        {
            var design = await designs.GetAsync(db, row.DesignId, row.DesignNumber, ct);
            learners.Add((row.PlatformId, row.Name, new FoundLearner(row.Id, row.StartedAt, design)));
        }

        return learners.ToLookup(found => (found.Platform, found.Subject), found => found.Learner);
    }
}

/// <summary>Somebody a statement may be about.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="StartedAt">When they started, UTC.</param>
/// <param name="Design">The design that holds.</param>
internal sealed record FoundLearner(Guid ParticipationId, DateTimeOffset StartedAt, JourneyDesign Design)
{
    /// <summary>What happened before the learner started, or is dated later than now, is nobody's practice here.</summary>
    public bool MayHaveDone(FoundStatement statement, DateTimeOffset now) =>
        statement.HappenedAt >= StartedAt.AddDays(-1) && statement.HappenedAt <= now.AddMinutes(5);
}
