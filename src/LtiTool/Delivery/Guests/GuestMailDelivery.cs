using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Sends the mails with links for people outside the courses. At the moment of sending it is looked again at what was asked: what was
/// settled meanwhile goes to nobody.
/// </summary>
internal sealed class GuestMailDelivery(
    GuestPurposes purposes, GuestLinks links, GuestMailWriter writer, Reach reach, IMailSender sender) : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.GuestLink;

    /// <summary>A mail about what a guest was asked.</summary>
    /// <param name="subjectId">What it is about; empty where nobody is to get one.</param>
    /// <param name="id">Our own key.</param>
    /// <param name="now">UTC.</param>
    /// <param name="eventId">The event that asked or brought it up again; empty where somebody asked for a new link.</param>
    public static DeliveryRow About(Guid subjectId, Guid id, DateTimeOffset now, Guid eventId = default) => new()
    {
        Id = id,
        Kind = DeliveryKind.GuestLink,
        Destination = MailDelivery.Destination,
        DedupeKey = $"guest:{(eventId == Guid.Empty ? id : eventId):N}",
        EventId = eventId,
        SubjectId = subjectId,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        var mails = new List<Mail>();
        var asks = new Dictionary<Guid, GuestAsk>();
        foreach (var row in batch)
        {
            if (await purposes.FindAsync(row.SubjectId, ct) is { } ask && await PrepareAsync(row, ask, ct) is { } mail)
            {
                mails.Add(mail);
                asks[row.Id] = ask;
            }
            else
            {
                outcomes[row.Id] = new DeliveryOutcome.Done("Nobody to write to.");
            }
        }

        foreach (var (mail, result) in mails.Zip(await sender.SendAsync(mails, ct)))
        {
            outcomes[mail.Id] = MailOutcomes.Of(result);
            if (result is MailResult.RefusedForGood && asks[mail.Id] is { State: GuestAskState.Open, Scope: var scope })
            {
                await purposes.Of(scope.Purpose).RefuseAddressAsync(scope.SubjectId, ct);
            }
        }

        return outcomes;
    }

    private Task<Mail?> PrepareAsync(DeliveryRow row, GuestAsk ask, CancellationToken ct) => ask.State switch
    {
        GuestAskState.Open when ask is { Address: { } address, IsAddressRefused: false } => InviteAsync(row, ask, address, ct),
        GuestAskState.Accepted when row.EventId == Guid.Empty => WriteAgainAsync(row, ask, ct),
        _ => Task.FromResult<Mail?>(null),
    };

    private async Task<Mail?> InviteAsync(DeliveryRow row, GuestAsk ask, string address, CancellationToken ct) =>
        await links.MakeAsync(ask, ask.Design.Language, ct) is { } link ? await writer.InviteAsync(row.Id, ask, address, link) : null;

    /// <summary>To an address that is the guest's own by now.</summary>
    private async Task<Mail?> WriteAgainAsync(DeliveryRow row, GuestAsk ask, CancellationToken ct)
    {
        if (await links.AcceptedAsync(ask.Scope.SubjectId, ct) is not { PersonId: { } guest }
            || await reach.OfAsync(guest, ct) is not { Address: not null } person)
        {
            return null;
        }

        var texts = ReaderTexts.Of(person);
        return await links.MakeAsync(ask, texts.Language, ct) is { } link ? await writer.WriteAgainAsync(row.Id, ask, person, link) : null;
    }
}
