using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends mails about what is new. At the moment of sending every condition is looked at again.</summary>
internal sealed class MailDelivery(
    BuddyDbContext db, Reach reach, SendSituations situations, MailWriter writer, IMailSender sender, JourneyWriter changes,
    TimeProvider clock) : IDeliverySender
{
    /// <summary>All mails leave by one server.</summary>
    public const string Destination = "mail";

    public DeliveryKind Kind => DeliveryKind.Mail;

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        var mails = new List<Mail>();
        foreach (var row in batch)
        {
            var (mail, instead) = await PrepareAsync(row, ct);
            if (mail is not null)
            {
                mails.Add(mail);
            }
            else
            {
                outcomes[row.Id] = instead!;
            }
        }

        var results = await sender.SendAsync(mails, ct);
        foreach (var (mail, result) in mails.Zip(results))
        {
            outcomes[mail.Id] = MailOutcomes.Of(result);
            if (result is MailResult.RefusedForGood)
            {
                await NoteRefusalAsync(mail.To.Address, batch.Single(row => row.Id == mail.Id).SubjectId, ct);
            }
        }

        return outcomes;
    }

    private async Task<Prepared> PrepareAsync(DeliveryRow row, CancellationToken ct)
    {
        var told = await db.Messages.AsNoTracking().Where(message => message.SendingId == row.Id)
            .OrderBy(message => message.CreatedAt).ToListAsync(ct);
        if (await reach.OfAsync(row.SubjectId, ct) is not { MailTo: not null } person || told.Count == 0)
        {
            return new(null, new DeliveryOutcome.Done("Nobody to tell any more."));
        }

        var now = clock.GetUtcNow();
        var sent = await situations.SentAsync(row.SubjectId, now, but: row.Id, ct);
        var asked = told.Select(message => Open(message)).ToList();
        var decided = (await situations.OfAsync(asked, person, ct))
            .Select(one => (one.Row, Decision: SendRules.Decide(one.Situation with { Sent = [.. sent] }, now))).ToList();
        var still = decided.Where(one => one.Decision is not SendDecision.Drop).ToList();
        if (still.Count == 0)
        {
            return new(null, new DeliveryOutcome.Done("Nothing to tell any more."));
        }

        return still.Select(one => WhenElse(one.Decision)).Max() is { } later
            ? new(null, new DeliveryOutcome.Again("Not at this hour.", later - now))
            : new(await writer.WriteAsync(row.Id, person, [.. still.Select(one => one.Row)], ct), null);
    }

    /// <summary>The message as if it had not gone out yet.</summary>
    private static MessageRow Open(MessageRow message)
    {
        message.Pending = MessageChannels.Mail;
        return message;
    }

    private static DateTimeOffset? WhenElse(SendDecision decision) => decision switch
    {
        SendDecision.Later later => later.At,
        SendDecision.IntoDigest later => later.At,
        _ => null,
    };

    /// <summary>The address is not written to again, and the person's preferences say so.</summary>
    private Task NoteRefusalAsync(string address, Guid personId, CancellationToken ct) => changes.ChangeAsync(
        Subjects.None,
        Actor.Tool,
        async _ =>
        {
            (await reach.PreferencesAsync(personId, ct)).Refused(address);
            return true;
        },
        ct);

    /// <summary>A mail, or what becomes of its delivery without one.</summary>
    private sealed record Prepared(Mail? Mail, DeliveryOutcome? Instead);
}
