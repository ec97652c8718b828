using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>What a link at the foot of a mail leads to: stop, pause, go on. Opening it changes nothing.</summary>
internal sealed class ChooseModel(MailTokens tokens, MailAddressBook book, BuddyDbContext db, TimeProvider clock) : OutsidePage
{
    /// <summary>Whether the link leads anywhere.</summary>
    public bool IsGood { get; private set; }

    /// <summary>Whether its reader comes from outside the courses, where there is no inbox.</summary>
    public bool IsGuest { get; private set; }

    /// <summary>Whether mail is stopped.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Until when it is paused, UTC, or null.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Shows what holds.</summary>
    public async Task OnGetAsync(string token, CancellationToken ct)
    {
        if (tokens.ReadChoice(token) is not { } person)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var said = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == person, ct);
        (IsGood, IsOff) = (true, said?.IsMailOff == true);
        IsGuest = await IsGuestAsync(person, ct);
        PausedUntil = said?.PausedUntil is { } until && until > clock.GetUtcNow() ? until : null;
    }

    /// <summary>Stops mail.</summary>
    public async Task<IActionResult> OnPostStopAsync(string token, CancellationToken ct) => await PreferAsync(
        token,
        tokens.ReadChoice(token) is { } person && await IsGuestAsync(person, ct) ? "messages.done-stopped-guest" : "messages.done-stopped",
        (said, _) => said.StopMail(),
        ct);

    /// <summary>Holds mail for a week.</summary>
    public Task<IActionResult> OnPostPauseAsync(string token, CancellationToken ct) =>
        PreferAsync(token, "messages.done-paused", (said, now) => said.PauseUntil(now + MessagePreferences.Pause), ct);

    /// <summary>Lets mail come again.</summary>
    public Task<IActionResult> OnPostResumeAsync(string token, CancellationToken ct) =>
        PreferAsync(token, "messages.done-resumed", (said, _) => said.Resume(), ct);

    private async Task<bool> IsGuestAsync(Guid person, CancellationToken ct) =>
        !await db.Accounts.AnyAsync(account => account.PersonId == person && account.Kind == AccountKind.Lms, ct);

    private async Task<IActionResult> PreferAsync(
        string token, string done, Action<MessagePreferences, DateTimeOffset> change, CancellationToken ct)
    {
        if (tokens.ReadChoice(token) is not { } person)
        {
            return Again();
        }

        await book.PreferAsync(person, change, ct);
        return Again(KeyValuePair.Create<string, string?>(FlashMessage.Parameter, done));
    }
}
