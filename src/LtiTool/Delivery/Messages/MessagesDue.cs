using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Looks at everything that one person is to be told outside the tool: what may go goes to the outbox, together where it can wait; what
/// may not is looked at again when it may.
/// </summary>
internal sealed class MessagesDue(
    JourneyWriter writer, BuddyDbContext db, Reach reach, SendSituations situations, OutboxSignal outbox) : IDueKind
{
    public async Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct)
    {
        var next = await writer.ChangeAsync(
            Subjects.Work($"messages {item.SubjectId:N}"), Actor.Tool, change => LookAsync(item.SubjectId, change, ct), ct);
        outbox.Wake();
        return next;
    }

    /// <returns>When to look again, UTC, or null.</returns>
    private async Task<DateTimeOffset?> LookAsync(Guid personId, JourneyChange change, CancellationToken ct)
    {
        var open = await db.Messages.Where(row => row.PersonId == personId && row.Pending != MessageChannels.None)
            .OrderBy(row => row.CreatedAt).ToListAsync(ct);
        if (open.Count == 0 || await reach.OfAsync(personId, ct) is not { } person)
        {
            return null;
        }

        var outgoing = new Outgoing(change, person, await situations.SentAsync(personId, change.Now, but: null, ct));
        foreach (var (row, situation) in (await situations.OfAsync(open, person, ct)).All.OrderBy(one => one.Situation.Kind.CanWait))
        {
            outgoing.Add(row, situation);
        }

        db.Deliveries.AddRange(outgoing.All);
        return outgoing.Next;
    }

    /// <summary>What is decided of one person's messages, one after the other: each sending counts for the next.</summary>
    private sealed class Outgoing(JourneyChange change, PersonReach person, IReadOnlyList<DateTimeOffset> sent)
    {
        private readonly Dictionary<Guid, MessageChannels> sendings = [];
        private readonly List<DeliveryRow> all = [];
        private int counted;
        private Guid? digest;

        /// <summary>What is to be sent.</summary>
        public IReadOnlyList<DeliveryRow> All => all;

        /// <summary>When to look again, UTC, or null.</summary>
        public DateTimeOffset? Next { get; private set; }

        public void Add(MessageRow row, SendSituation situation)
        {
            var joins = digest is not null && situation.Kind.CanWait;
            var now = situation with { Sent = [.. sent, .. Enumerable.Repeat(change.Now, joins ? 0 : counted)] };
            switch (SendRules.Decide(now, change.Now))
            {
                case SendDecision.Send send:
                    Put(row, situation.Kind, send.Channels);
                    break;
                case SendDecision.Later later:
                    LookAgain(later.At);
                    break;
                case SendDecision.IntoDigest later:
                    LookAgain(later.At);
                    break;
                case SendDecision.Drop drop:
                    (row.Pending, row.Dropped) = (MessageChannels.None, drop.Reason);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        private void Put(MessageRow row, MessageKind kind, MessageChannels channels)
        {
            var sending = kind.CanWait ? digest ??= NewSending(kind) : NewSending(kind);
            (row.Pending, row.SendingId, row.SentAt) = (MessageChannels.None, sending, change.Now);
            var more = channels & ~sendings[sending];
            sendings[sending] |= more;
            if (more.HasFlag(MessageChannels.Mail))
            {
                all.Add(MailDelivery.Of(sending, row.PersonId, change.Now));
            }

            if (more.HasFlag(MessageChannels.Push))
            {
                all.AddRange(person.Devices.Select(device => PushDelivery.Of(change.NewId(), sending, device, change.Now)));
            }
        }

        private Guid NewSending(MessageKind kind)
        {
            counted += kind.Counts ? 1 : 0;
            var id = change.NewId();
            sendings[id] = MessageChannels.None;
            return id;
        }

        private void LookAgain(DateTimeOffset at) => Next = Next is { } earlier && earlier < at ? earlier : at;
    }
}
