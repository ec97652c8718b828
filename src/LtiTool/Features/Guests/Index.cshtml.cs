using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Guests;

/// <summary>A guest's own page: what the learner shares, and the two ways out.</summary>
[Needs(Thing.GuestArea)]
internal sealed class IndexModel(
    BuddyDbContext db, GuestPurposes purposes, GuestDoor door, GuestErasure erasure, GuestSessions sessions,
    IOptions<LearningBuddyOptions> options, Localizer texts, CurrentSession me) : JourneyPage(me)
{
    /// <summary>As many as one page shows.</summary>
    private const int Most = 100;

    /// <summary>Where somebody's own list of those they support is.</summary>
    private const string OwnList = "/buddies";

    private const string Stopped = "guests.done-stopped";

    /// <summary>What the guest said yes to.</summary>
    public GuestAsk Ask { get; private set; } = null!;

    /// <summary>The learner's name.</summary>
    public string LearnerName => Ask.Learner.Name;

    /// <summary>What the learner sent, newest first.</summary>
    public IReadOnlyList<SentEvidence> Shared { get; private set; } = [];

    /// <summary>Pieces that the guest vouched for, in whatever version, or of whose last version they can't say anything.</summary>
    public IReadOnlySet<Guid> Answered { get; private set; } = new HashSet<Guid>();

    /// <summary>Whether something is known of the guest that only they brought along; who is in a course too is known from there.</summary>
    public bool IsKnownFromHere { get; private set; }

    /// <summary>Days for which what is known about a guest is kept after the end.</summary>
    public int KeepDays => options.Value.Guests.KeepDays;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await purposes.FindAsync(Session.GuestScope, ct) is not { } ask)
        {
            return NotFound();
        }

        Ask = ask;
        IsKnownFromHere = await erasure.HasAnythingAsync(Session.PersonId, ct);
        if (ask.SharesEvidence && Design.Find<EvidenceSection>() is not null)
        {
            Shared = ask.EvidenceId is { } only
                ? await SentEvidence.OfOneAsync(db, only, ct)
                : await SentEvidence.OfAsync(db, [ask.Learner.ParticipationId], Most, ct);
            var pieces = Shared.Select(piece => piece.Id).ToList();
            Answered = await (
                from said in db.Attestations
                join piece in db.Evidence on said.EvidenceId equals piece.Id
                where said.PersonId == Session.PersonId && pieces.Contains(piece.Id)
                    && (said.Basis != AttestationBasis.CannotSay || said.Revision == piece.Revision)
                select piece.Id).ToHashSetAsync(ct);
        }

        return Page();
    }

    /// <summary>Back to the session of the own course that this one was opened from.</summary>
    public IActionResult OnGetBack() => sessions.WayBackOf(Session) is { } back ? LocalRedirect(back + OwnList) : NotFound();

    /// <summary>The guest stops. What is known about them goes by itself, or by the link in their mail.</summary>
    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct)
    {
        await door.LeaveAsync(Session.GuestScope, Session.PersonId, ct);
        return Bye(isErased: false);
    }

    /// <summary>The guest stops, and everything known about them goes now.</summary>
    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        await erasure.EraseAsync(Session.PersonId, ct);
        return Bye(isErased: true);
    }

    /// <summary>Out of the session, which has ended with this.</summary>
    private LocalRedirectResult Bye(bool isErased) => sessions.WayBackOf(Session) is { } back
        ? LocalRedirect($"{back}{OwnList}?done={Stopped}")
        : LocalRedirect($"{ByeModel.Path}?culture={texts.Language}" + (isErased ? "&erased=true" : ""));
}
