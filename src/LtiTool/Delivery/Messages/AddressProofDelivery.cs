using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends the mails that ask whether a typed address is somebody's: it goes to the address typed last.</summary>
internal sealed class AddressProofDelivery(BuddyDbContext db, Reach reach, MailWriter writer, IMailSender sender) : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.AddressProof;

    /// <summary>A delivery to somebody who typed an address.</summary>
    public static DeliveryRow To(Guid personId, Guid id, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = DeliveryKind.AddressProof,
        Destination = MailDelivery.Destination,
        DedupeKey = $"address:{id:N}",
        SubjectId = personId,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        var mails = new List<Mail>();
        foreach (var row in batch)
        {
            var typed = await db.MessagePreferences.Where(one => one.PersonId == row.SubjectId)
                .Select(one => one.UnprovedAddress).SingleOrDefaultAsync(ct);
            if (typed is not null && await reach.OfAsync(row.SubjectId, ct) is { } person)
            {
                mails.Add(await writer.AskAsync(row.Id, person, typed, ct));
            }
            else
            {
                outcomes[row.Id] = new DeliveryOutcome.Done("There is no address to prove any more.");
            }
        }

        foreach (var (mail, result) in mails.Zip(await sender.SendAsync(mails, ct)))
        {
            outcomes[mail.Id] = MailOutcomes.Of(result);
        }

        return outcomes;
    }
}
