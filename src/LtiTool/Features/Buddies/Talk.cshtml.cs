using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>One of the three talks, for the two who talk and for nobody else.</summary>
[Needs(Thing.BuddyTalks)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class TalkModel(
    BuddyDbContext db, PairFinder pairs, TalkChanges changes, LearnerReader learners, TimeProvider clock, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The pair.</summary>
    public PairAccess Pair { get; private set; } = null!;

    /// <summary>Where the talk stands.</summary>
    public TalkProgress Stands { get; private set; } = null!;

    /// <summary>What was written for it; null before the first word.</summary>
    public Talk? Written { get; private set; }

    /// <summary>The plan of the talk before, with whether it was kept; null before the first.</summary>
    public EarlierPlan? Before { get; private set; }

    /// <summary>Whether its moment has come.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What was typed and could not be kept.</summary>
    public TalkForm Typed { get; private set; } = new();

    /// <summary>The time zone of the other, where it is known.</summary>
    public TimeZoneInfo? OtherZone { get; private set; }

    /// <summary>What this person does next for it.</summary>
    public TalkStage Stage => Stands switch
    {
        _ when !IsOpen => TalkStage.Ahead,
        { HeldAt: not null, Plan: null } when Pair.IsLearner => TalkStage.Plan,
        { HeldAt: not null } => TalkStage.None,
        { ClaimedBy: { } by } => by == Pair.Other.Id ? TalkStage.Claim : TalkStage.None,
        { StartsAt: { } at } when at <= Now => TalkStage.Claim,
        { OfferedBy: { } by } when by == Pair.Other.Id && HasTimes => TalkStage.Take,
        { StartsAt: null } when !HasTimes => TalkStage.Offer,
        { Number: > 1, RecalledAt: null } when Pair.IsLearner => TalkStage.Remember,
        { Number: > 1, RecalledAt: not null, ListenedAt: null } when !Pair.IsLearner => TalkStage.Listen,
        _ => TalkStage.None,
    };

    /// <summary>Whether one of the times that were offered still lies ahead.</summary>
    private bool HasTimes => Stands.OfferedBy is not null && Written?.Times.Any(time => time.StartsAt > Now) == true;

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int number, [FromQuery] TalkForm typed, CancellationToken ct)
    {
        if (number is < 1 or > Talk.InAll || await pairs.FindAsync(id, ct) is not { } pair)
        {
            return NotFound();
        }

        (Pair, Typed) = (pair, typed);
        var progress = await learners.ProgressAsync(pair.OwnerId, ct);
        Stands = progress.Of<BuddyProgress>().Talks.Of(number);
        if (Stands.HeldAt is not null && Stands.HeldByPair != id)
        {
            return NotFound();
        }

        IsOpen = TalkMoments.IsOpen(Design, progress, number);
        var key = Talk.IdOf(id, number);
        Written = await db.Talks.AsNoTracking().Include(talk => talk.Times).SingleOrDefaultAsync(talk => talk.Id == key, ct);
        Before = await BeforeAsync(progress.Of<BuddyProgress>(), number, ct);
        OtherZone = await ZoneOfAsync(pair.Other, ct);
        return Page();
    }

    /// <summary>Times are offered.</summary>
    public async Task<IActionResult> OnPostOfferAsync(Guid id, int number, string?[] time, string? place, CancellationToken ct)
    {
        var times = time.Select(typed => TypedTimes.Read(typed, Session.Zone)).OfType<DateTimeOffset>().ToList();
        return await changes.OfferAsync(new(id, number), times, place, ct) ? Here(id, number, "buddies.done-offered")
            : await IsOverAsync(id, ct) ? await LateAsync(id, number, ct)
            : Again(id, number, new TalkForm { Fault = TalkFault.Times, Time = TalkForm.AllOf(time) });
    }

    /// <summary>One of the times is taken.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, int number, string? time, CancellationToken ct) =>
        TypedTimes.Read(time, TimeZoneInfo.Utc) is { } starts && await changes.TakeAsync(new(id, number), starts, ct)
            ? Here(id, number, "buddies.done-taken")
            : Again(id, number, new TalkForm { Fault = TalkFault.Late });

    /// <summary>It is called off.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, int number, CancellationToken ct) =>
        Here(id, number, await changes.CancelAsync(new(id, number), ct) ? "buddies.done-cancelled" : null);

    /// <summary>It took place.</summary>
    public async Task<IActionResult> OnPostClaimAsync(Guid id, int number, int? minutes, CancellationToken ct) =>
        Here(id, number, await changes.ClaimAsync(new(id, number), minutes, ct) ? "buddies.done-claimed" : null);

    /// <summary>It did not take place.</summary>
    public async Task<IActionResult> OnPostMissAsync(Guid id, int number, CancellationToken ct) =>
        Here(id, number, await changes.MissAsync(new(id, number), ct) ? "buddies.done-missed" : null);

    /// <summary>What came from memory.</summary>
    public async Task<IActionResult> OnPostRememberAsync(Guid id, int number, string? recall, CancellationToken ct) =>
        !CleanText.IsVisible(recall) ? Again(id, number, new TalkForm { Fault = TalkFault.Nothing })
            : await changes.RememberAsync(new(id, number), recall, ct) ? Here(id, number, "buddies.done-remembered")
            : await LateAsync(id, number, ct);

    /// <summary>Nothing came to mind.</summary>
    public async Task<IActionResult> OnPostNothingAsync(Guid id, int number, CancellationToken ct) =>
        Here(id, number, await changes.RememberAsync(new(id, number), null, ct) ? "buddies.done-nothing" : null);

    /// <summary>The buddy listened.</summary>
    public async Task<IActionResult> OnPostListenAsync(Guid id, int number, TalkPoints[] point, string? question, CancellationToken ct) =>
        await changes.ListenAsync(new(id, number), point.Aggregate(TalkPoints.None, (all, one) => all | one), question, ct)
            ? Here(id, number, "buddies.done-listened")
            : await LateAsync(id, number, ct);

    /// <summary>The learner decides. Half a plan is kept with the talk, and asked for again.</summary>
    public async Task<IActionResult> OnPostPlanAsync(Guid id, int number, string? when, string? will, CancellationToken ct) =>
        await changes.PlanAsync(new(id, number), when, will, ct) ? Here(id, number, "buddies.done-planned")
            : IfThenPlan.Of(when, will).IsWhole || await IsOverAsync(id, ct) ? await LateAsync(id, number, ct)
            : Again(id, number, new TalkForm { Fault = TalkFault.Plan });

    /// <summary>The talk has moved on, or the pair has ended: whoever typed is told, and given their words back.</summary>
    private async Task<IActionResult> LateAsync(Guid id, int number, CancellationToken ct) => await IsOverAsync(id, ct)
        ? new Overtaken("buddies.no-pair-any-more", "shared.back", Url.Page("/Buddies/Index")!)
        : new Overtaken("buddies.talk-moved-on", "shared.back", Url.Page("/Buddies/Talk", new { id, number })!);

    private async Task<bool> IsOverAsync(Guid id, CancellationToken ct) => await pairs.FindAsync(id, ct) is null;

    private RedirectToPageResult Here(Guid id, int number, string? done) => RedirectToPage("/Buddies/Talk", new { id, number, done });

    /// <summary>Back to the form. Words are kept with the talk: none of them stands in an address.</summary>
    private RedirectToPageResult Again(Guid id, int number, TalkForm typed) =>
        RedirectToPage("/Buddies/Talk", new { id, number, fault = typed.Fault, typed.Time });

    /// <summary>What was promised in the talk before. The words of one with somebody else are the learner's alone.</summary>
    private async Task<EarlierPlan?> BeforeAsync(BuddyProgress buddy, int number, CancellationToken ct)
    {
        if (number == 1 || buddy.Talks.Of(number - 1) is not { Plan: { } plan, HeldByPair: { } pair }
            || (pair != Pair.Id && !Pair.IsLearner))
        {
            return null;
        }

        var key = Talk.IdOf(pair, number - 1);
        var talk = await db.Talks.AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, ct);
        return talk is { When: { } when, Will: { } will } ? new(when, will, plan) : null;
    }

    private async Task<TimeZoneInfo?> ZoneOfAsync(Person person, CancellationToken ct)
    {
        var chosen = await db.MessagePreferences.Where(said => said.PersonId == person.Id)
            .Select(said => said.TimeZone).SingleOrDefaultAsync(ct);
        return TimeZoneInfo.TryFindSystemTimeZoneById(chosen ?? person.TimeZone ?? "", out var zone) ? zone : null;
    }
}
