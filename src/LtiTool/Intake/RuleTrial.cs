using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.People;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>
/// Real statements to try rules on: the newest about learners of one course, from everywhere that evidence is read from. What other
/// courses and schools have in the same record store is not shown.
/// </summary>
internal sealed class RuleTrial(
    BuddyDbContext db, EmbeddedLrs embedded, RemoteLrs remote, IOptions<LearningBuddyOptions> options, TimeProvider clock)
{
    private const int PageSize = 500;
    private const int MostRead = 5000;
    private const int Enough = 200;
    private const int LongestReason = 200;
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads them. Nothing is kept.</summary>
    public async Task<TrialStatements> ReadAsync(Guid courseId, CancellationToken ct)
    {
        var learners = await LearnersAsync(courseId, ct);
        var found = await FromEmbeddedAsync(learners, ct);
        var unread = new List<string>();
        foreach (var source in options.Value.Lrs.Sources)
        {
            try
            {
                found.AddRange(await FromSourceAsync(source, learners, ct));
            }
            catch (LrsReadException failure)
            {
                unread.Add($"{source.Name} ({CleanText.Cut(failure.Message, LongestReason)})");
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                unread.Add(source.Name);
            }
        }

        return new TrialStatements(
            [.. found.DistinctBy(statement => statement.Id).OrderByDescending(statement => statement.HappenedAt)], unread);
    }

    private async Task<List<FoundStatement>> FromEmbeddedAsync(CourseAccounts learners, CancellationToken ct)
    {
        var found = new List<FoundStatement>();
        long? cursor = null;
        var read = 0;
        do
        {
            var page = await embedded.QueryAsync(new StatementQuery { Limit = PageSize, Cursor = cursor }, ct);
            found.AddRange(page.Statements
                .Select(stored => StatementReading.Of(stored.Id, stored.Payload)).OfType<StatementReading.Found>()
                .Where(learners.Have)
                .Select(reading => reading.Statement));
            read += page.Statements.Count;
            cursor = page.NextCursor;
        }
        while (cursor is not null && read < MostRead && found.Count < Enough);
        return found;
    }

    private async Task<List<FoundStatement>> FromSourceAsync(LrsConnectionOptions source, CourseAccounts learners, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(Patience);
        var found = new List<FoundStatement>();
        await foreach (var statement in remote.Client()
            .ReadAsync(RemoteLrs.EndpointOf(source), new ReadQuestion(clock.GetUtcNow() - Back), limited.Token))
        {
            if (StatementReading.Of(statement.Id, statement.Json) is StatementReading.Found reading && learners.Have(reading))
            {
                found.Add(reading.Statement);
            }

            if (found.Count == Enough)
            {
                break;
            }
        }

        return found;
    }

    private async Task<CourseAccounts> LearnersAsync(Guid courseId, CancellationToken ct)
    {
        var homes = new AccountHomes(await db.Platforms.AsNoTracking().ToListAsync(ct));
        var learners = await (
            from enrolment in db.Enrolments
            join account in db.Accounts on enrolment.PersonId equals account.PersonId
            where enrolment.CourseId == courseId && enrolment.Role == EnrolmentRole.Learner && account.PlatformId != null
            select new { PlatformId = account.PlatformId!.Value, Subject = account.Name }).Take(MostRead).ToListAsync(ct);
        return new CourseAccounts(homes, [.. learners.Select(learner => (learner.PlatformId, learner.Subject))]);
    }

    private sealed record CourseAccounts(AccountHomes Homes, HashSet<(Guid Platform, string Subject)> Learners)
    {
        public bool Have(StatementReading.Found reading) =>
            Homes.PlatformsOf(reading.HomePage).Any(platform => Learners.Contains((platform, reading.Name)));
    }
}

/// <summary>Statements to try rules on.</summary>
/// <param name="Statements">Newest first.</param>
/// <param name="Unread">Names of record stores that could not be read in time.</param>
internal sealed record TrialStatements(IReadOnlyList<FoundStatement> Statements, IReadOnlyList<string> Unread);
