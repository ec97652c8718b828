using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends mails about what is new. At the moment of sending every condition is looked at again.</summary>
internal sealed class MailDelivery(
    Sendings sendings, Reach reach, MailWriter writer, IMailSender sender, JourneyWriter changes, ChannelTrouble trouble) : IDeliverySender
{
    /// <summary>All mails leave by one server.</summary>
    public const string Destination = "mail";

    public DeliveryKind Kind => DeliveryKind.Mail;

    /// <summary>The mail of a sending.</summary>
    /// <param name="sending">The sending: the mail is known by it.</param>
    /// <param name="personId">Who gets it.</param>
    /// <param name="now">UTC.</param>
    public static DeliveryRow Of(Guid sending, Guid personId, DateTimeOffset now) => new()
    {
        Id = sending,
        Kind = DeliveryKind.Mail,
        Destination = Destination,
        DedupeKey = $"mail:{sending:N}",
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
                await NoteRefusalAsync(mail.To.Address, batch.Single(row => row.Id == mail.Id), ct);
            }
        }

        return outcomes;
    }

    private async Task<Prepared> PrepareAsync(DeliveryRow row, CancellationToken ct)
    {
        var look = await sendings.LookAsync(row.Id, row.SubjectId, MessageChannels.Mail, ct);
        return look.Person is { } person
            ? new(await writer.WriteAsync(row.Id, person, look, ct), null)
            : new(null, look.Instead);
    }

    /// <summary>The address is not written to again: the person's inbox and preferences say so.</summary>
    private Task NoteRefusalAsync(string address, DeliveryRow row, CancellationToken ct) => changes.ChangeAsync(
        Subjects.Work($"address {row.SubjectId:N}"),
        Actor.Tool,
        async change =>
        {
            var said = await reach.PreferencesAsync(row.SubjectId, ct);
            if (said.RefusedAddress != address)
            {
                said.Refused(address);
                await trouble.TellAsync(MessageName.MailRefused, row.SubjectId, row.SubjectId, row.Id, change, ct);
            }

            return true;
        },
        ct);

    /// <summary>A mail, or what becomes of its delivery without one.</summary>
    private sealed record Prepared(Mail? Mail, DeliveryOutcome? Instead);
}
