using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The address at which a person gets mail: typed, proved by a button in a mail, forgotten again.</summary>
internal sealed class MailAddressBook(JourneyWriter writer, BuddyDbContext db, Reach reach, OutboxSignal outbox)
{
    /// <summary>So often a day somebody may let a mail be sent to an address that isn't proved: it may be somebody else's.</summary>
    private const int MostMailsADay = 5;

    /// <summary>Sends a mail to an address that somebody typed, for them to prove that it is theirs.</summary>
    /// <returns>False when that was done too often today.</returns>
    public async Task<bool> AskAsync(Guid personId, string address, CancellationToken ct)
    {
        var asked = await writer.ChangeAsync(
            Subjects.Work($"address {personId:N}"),
            new Actor(personId),
            async change =>
            {
                var since = change.Now.AddDays(-1);
                var today = await db.Deliveries.CountAsync(
                    row => row.SubjectId == personId && row.Kind == Data.Rows.DeliveryKind.AddressProof && row.CreatedAt > since, ct);
                if (today >= MostMailsADay)
                {
                    return false;
                }

                (await reach.PreferencesAsync(personId, ct)).Ask(address);
                db.Deliveries.Add(AddressProofDelivery.To(personId, change.NewId(), change.Now));
                return true;
            },
            ct);
        outbox.Wake();
        return asked;
    }

    /// <summary>Takes an address that was proved in place of the one before.</summary>
    /// <returns>False when it is somebody else's by now.</returns>
    public Task<bool> ProveAsync(Guid personId, string address, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"address {personId:N}"),
        new Actor(personId),
        async change =>
        {
            if (!await db.People.AnyAsync(person => person.Id == personId, ct)
                || await db.Accounts.AnyAsync(
                    account => account.Kind == AccountKind.Email && account.Name == address && account.PersonId != personId, ct))
            {
                return false;
            }

            if (!await AccountsOf(personId).AnyAsync(account => account.Name == address, ct))
            {
                await AccountsOf(personId).ExecuteDeleteAsync(ct);
                db.Accounts.Add(Account.ByEmail(change.NewId(), personId, address, change.Now));
            }

            (await reach.PreferencesAsync(personId, ct)).Proved();
            return true;
        },
        ct);

    /// <summary>Forgets the address: nothing more goes there, nor to the one that the LMS told.</summary>
    public Task ForgetAsync(Guid personId, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.Work($"address {personId:N}"),
            new Actor(personId),
            async _ =>
            {
                (await db.MessagePreferences.SingleOrDefaultAsync(said => said.PersonId == personId, ct))?.UseLmsAddress(false);
                return await AccountsOf(personId).ExecuteDeleteAsync(ct);
            },
            ct);

    /// <summary>Changes what somebody said about mail. What waits is looked at again at once.</summary>
    public Task PreferAsync(Guid personId, Action<MessagePreferences, DateTimeOffset> change, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"address {personId:N}"),
        new Actor(personId),
        async made =>
        {
            if (await db.People.AnyAsync(person => person.Id == personId, ct))
            {
                change(await reach.PreferencesAsync(personId, ct), made.Now);
                made.Plan(DueKind.Messages, personId, made.Now);
            }

            return true;
        },
        ct);

    private IQueryable<Account> AccountsOf(Guid personId) =>
        db.Accounts.Where(account => account.PersonId == personId && account.Kind == AccountKind.Email);
}
