using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Blocks a platform and lets it in: what was on its way there is parked with the reason, and goes on from where it was.
/// </summary>
public sealed class BlockedPlatforms(
    BuddyDbContext db, WriteGate gate, IPlatformDirectory directory, OutboxSignal outbox, TimeProvider clock)
{
    /// <summary>What stands beside a delivery that is parked for this.</summary>
    internal const string Answer = "The platform is blocked.";

    /// <summary>Sets a registration's status, and does with its deliveries what follows from it.</summary>
    public async Task SetAsync(Guid platformId, PlatformStatus status, CancellationToken ct)
    {
        await directory.SetStatusAsync(platformId, status, ct);
        using (await gate.EnterAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await (status == PlatformStatus.Active ? ReleaseAsync(platformId, ct) : ParkAsync(platformId, ct));
            await transaction.CommitAsync(ct);
        }

        outbox.Wake();
    }

    private async Task ParkAsync(Guid platformId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = Scores(platformId).Where(row => row.State == DeliveryState.Waiting);
        await Postings(waiting).Where(posting => posting.State == GradePostingState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(posting => posting.State, GradePostingState.Refused)
                .SetProperty(posting => posting.Reason, GradePosting.PlatformBlocked),
            ct);
        await waiting.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Parked).SetProperty(row => row.LastAnswer, Answer)
                .SetProperty(row => row.SettledAt, now)
                .SetProperty(row => row.LeaseOwner, (string?)null).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
            ct);
    }

    private async Task ReleaseAsync(Guid platformId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var parked = Scores(platformId).Where(row => row.State == DeliveryState.Parked && row.LastAnswer == Answer);
        await Postings(parked).Where(posting => posting.Reason == GradePosting.PlatformBlocked).ExecuteUpdateAsync(
            set => set.SetProperty(posting => posting.State, GradePostingState.Waiting)
                .SetProperty(posting => posting.Reason, (string?)null),
            ct);
        await parked.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.Attempts, 0)
                .SetProperty(row => row.NextAttemptAt, now).SetProperty(row => row.SettledAt, (DateTimeOffset?)null),
            ct);
    }

    private IQueryable<DeliveryRow> Scores(Guid platformId)
    {
        var destination = platformId.ToString("N");
        return db.Deliveries.Where(row => row.Kind == DeliveryKind.Score && row.Destination == destination);
    }

    private IQueryable<GradePosting> Postings(IQueryable<DeliveryRow> rows) =>
        db.GradePostings.Where(posting => rows.Any(row => row.SubjectId == posting.ParticipationId));
}
