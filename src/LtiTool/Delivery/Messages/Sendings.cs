using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Looks at what one sending tells again, at the moment it leaves by a channel: every condition, as if it came about now.
/// </summary>
internal sealed class Sendings(BuddyDbContext db, Reach reach, SendSituations situations, TimeProvider clock)
{
    /// <summary>What is still to be told; where that may not leave at this hour, until when it is held.</summary>
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
            return StillToTell.Nothing("Nobody to tell any more.");
        }

        var now = clock.GetUtcNow();
        var sent = await situations.SentAsync(personId, now, but: id, ct);
        told.ForEach(message => message.Pending = channel);
        var (all, exercises) = await situations.OfAsync(told, person, ct);
        var decided = all.Select(one => (one.Row, Decision: SendRules.Decide(one.Situation with { Sent = [.. sent] }, now))).ToList();
        var still = decided.Where(one => one.Decision is not SendDecision.Drop).ToList();
        if (still.Count == 0)
        {
            return StillToTell.Nothing("Nothing to tell any more.");
        }

        return still.Select(one => WhenElse(one.Decision)).Max() is { } later
            ? new(null, [], new DeliveryOutcome.Held("Not at this hour.", later))
            : new(person, [.. still.Select(one => one.Row)], null) { Exercises = exercises };
    }

    private static DateTimeOffset? WhenElse(SendDecision decision) => decision switch
    {
        SendDecision.Later later => later.At,
        SendDecision.IntoDigest later => later.At,
        _ => null,
    };
}

/// <summary>What is still to be told.</summary>
/// <param name="Person">Whom; null where nothing leaves now.</param>
/// <param name="Rows">What, the oldest first.</param>
/// <param name="Instead">What becomes of the delivery where nothing leaves now; null otherwise.</param>
internal sealed record StillToTell(PersonReach? Person, IReadOnlyList<MessageRow> Rows, DeliveryOutcome? Instead)
{
    /// <summary>What each exercise among them asks for, by its nudge.</summary>
    public IReadOnlyDictionary<Guid, string> Exercises { get; init; } = new Dictionary<Guid, string>();

    /// <summary>There is nothing to tell.</summary>
    /// <param name="why">Why.</param>
    public static StillToTell Nothing(string why) => new(null, [], new DeliveryOutcome.Done(why));
}
