using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Looks at what one sending tells again, at the moment it leaves by a channel: every condition, as if it came about now.
/// </summary>
internal sealed class Sendings(BuddyDbContext db, Reach reach, SendSituations situations, JourneyWriter writer, TimeProvider clock)
{
    /// <summary>
    /// What is still to be told. What may not go at this hour goes back among what waits, and is looked at when it may.
    /// </summary>
    /// <param name="id">The sending.</param>
    /// <param name="personId">Who is told.</param>
    /// <param name="channel">The channel, one of mail and push.</param>
    /// <param name="ct">Stops.</param>
    public async Task<StillToTell> LookAsync(Guid id, Guid personId, MessageChannels channel, CancellationToken ct)
    {
        var told = await db.Messages.AsNoTracking().Where(message => message.SendingId == id)
            .OrderBy(message => message.CreatedAt).ToListAsync(ct);
        if (told.Count == 0 || await reach.OfAsync(personId, ct) is not { } person)
        {
            return new(null, [], "Nobody to tell any more.");
        }

        var now = clock.GetUtcNow();
        var sent = await situations.SentAsync(personId, now, but: id, ct);
        told.ForEach(message => message.Pending = channel);
        var decided = (await situations.OfAsync(told, person, ct))
            .Select(one => (one.Row, Decision: SendRules.Decide(one.Situation with { Sent = [.. sent] }, now))).ToList();
        var still = decided.Where(one => one.Decision is not SendDecision.Drop).ToList();
        if (still.Count == 0)
        {
            return new(null, [], "Nothing to tell any more.");
        }

        if (still.Select(one => WhenElse(one.Decision)).Max() is { } later)
        {
            await HoldAsync(personId, [.. still.Select(one => one.Row.Id)], channel, later, ct);
            return new(null, [], "Not at this hour.");
        }

        return new(person, [.. still.Select(one => one.Row)], null);
    }

    private static DateTimeOffset? WhenElse(SendDecision decision) => decision switch
    {
        SendDecision.Later later => later.At,
        SendDecision.IntoDigest later => later.At,
        _ => null,
    };

    private Task HoldAsync(Guid personId, List<Guid> rows, MessageChannels channel, DateTimeOffset until, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.Work($"messages {personId:N}"),
            Actor.Tool,
            async change =>
            {
                foreach (var row in await db.Messages.Where(row => rows.Contains(row.Id)).ToListAsync(ct))
                {
                    (row.Pending, row.SentAt) = (row.Pending | channel, null);
                }

                change.Plan(DueKind.Messages, personId, until);
                return true;
            },
            ct);
}

/// <summary>What is still to be told.</summary>
/// <param name="Person">Whom; null where nothing leaves now.</param>
/// <param name="Rows">What, the oldest first.</param>
/// <param name="WhyNot">Why nothing leaves now, for the delivery; null otherwise.</param>
internal sealed record StillToTell(PersonReach? Person, IReadOnlyList<MessageRow> Rows, string? WhyNot);
