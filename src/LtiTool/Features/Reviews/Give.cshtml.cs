using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>A facilitator reads a version, gives each behaviour a level, and confirms or returns it with both halves of feedback.</summary>
[Needs(Thing.SentEvidence, Right.Review)]
[OfTheme(typeof(ReviewsSection))]
internal sealed class GiveModel(
    BuddyDbContext db, EvidenceFinder pieces, ReviewSubmission reviews, ReviewDrafts drafts, ReviewedDesign reviewed, WaitingReviews queue,
    LearnerReader learners, TimeProvider clock, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The piece of evidence.</summary>
    public EvidenceAccess Found { get; private set; } = null!;

    /// <summary>The version to review.</summary>
    public EvidenceVersion Version { get; private set; } = null!;

    /// <summary>The version before it, or null for the first.</summary>
    public EvidenceVersion? Before => Found.Evidence.Versions.FirstOrDefault(version => version.Revision == Version.Revision - 1);

    /// <summary>Where it stands among what waits.</summary>
    public QueuePlace Place { get; private set; } = null!;

    /// <summary>What confirming would do, with the levels chosen so far; null where it can't be told.</summary>
    public ReviewForecast? Forecast { get; private set; }

    /// <summary>The design the version was written under, and is reviewed under.</summary>
    public JourneyDesign WrittenUnder { get; private set; } = null!;

    /// <summary>The levels it is reviewed on.</summary>
    public Rubric Rubric => WrittenUnder.Find<ReviewsSection>()!.Rubric;

    /// <summary>What others said.</summary>
    public EvidenceResponses Voices { get; private set; } = null!;

    /// <summary>What was filled in before, kept over a failed try.</summary>
    public ReviewText Draft { get; private set; } = ReviewDrafts.Empty.Text;

    /// <summary>Which version of the draft that is.</summary>
    public int DraftNumber { get; private set; }

    /// <summary>What was missing at the last try.</summary>
    public IReadOnlyList<ReviewGap> Gaps { get; private set; } = [];

    /// <summary>Whether a text was longer than what is kept.</summary>
    public bool WasCut { get; private set; }

    /// <summary>Shows evidence and form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, bool check, bool cut, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { CanReview: true } found)
        {
            return RedirectToPage("/Evidence/Show", new { id });
        }

        Found = found;
        Version = found.Latest!;
        WrittenUnder = await reviewed.OfAsync(found.Participation.JourneyId, Version, ct);
        Voices = await EvidenceResponses.OfAsync(db, found, ct);
        (Draft, DraftNumber) = await drafts.FindAsync(id, ct);
        WasCut = cut;
        Place = await queue.PlaceOfAsync(JourneyId, found.Evidence, ct);
        Forecast = await ForecastAsync(Draft.Levels, ct);
        Gaps = check ? ReviewRules.Check(Draft, Version.Text.BehaviourIds, Rubric) : [];
        return Page();
    }

    /// <summary>Confirms: it counts.</summary>
    public Task<IActionResult> OnPostConfirmAsync(Guid id, ReviewForm form, CancellationToken ct) =>
        GiveAsync(id, form, confirmed: true, ct);

    /// <summary>Returns it with the comment.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id, ReviewForm form, CancellationToken ct) =>
        GiveAsync(id, form, confirmed: false, ct);

    /// <summary>
    /// Keeps what is being typed, in the background: answers JSON to our own script. What was saved elsewhere
    /// meanwhile is answered, not overwritten.
    /// </summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, ReviewForm form, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { CanReview: true })
        {
            return new JsonResult(new { reason = "closed" }) { StatusCode = StatusCodes.Status409Conflict };
        }

        if (await drafts.KeepAsync(id, form.ToText(confirmed: true), form.DraftNumber, ct) is { } number)
        {
            return new JsonResult(new { number, cut = form.IsTooLong });
        }

        var (text, newer) = await drafts.FindAsync(id, ct);
        return new JsonResult(new { reason = "changed", number = newer, fields = ReviewForm.FieldsOf(text) })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };
    }

    /// <summary>What confirming would do with the levels chosen by now: a piece of the page, for our own script.</summary>
    public async Task<IActionResult> OnPostOutcomeAsync(Guid id, ReviewForm form, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { CanReview: true } found)
        {
            return new StatusCodeResult(StatusCodes.Status409Conflict);
        }

        Found = found;
        WrittenUnder = await reviewed.OfAsync(found.Participation.JourneyId, found.Latest!, ct);
        return await ForecastAsync(form.Levels.ToDictionary(), ct) is { } forecast ? Partial("_Outcome", forecast) : NotFound();
    }

    /// <summary>Keeps what is typed and stays: what Enter in a field does.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, ReviewForm form, CancellationToken ct)
    {
        await KeepAsync(id, form.ToText(confirmed: true), ct);
        return RedirectToPage("/Reviews/Give", pageHandler: null, new { id, cut = form.IsTooLong }, fragment: "form");
    }

    /// <summary>Discards what is typed.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        await drafts.DiscardAsync(id, ct);
        return Done("/Reviews/Index", "reviews.done-discarded");
    }

    private async Task KeepAsync(Guid id, ReviewText text, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is { CanReview: true })
        {
            await drafts.KeepAsync(id, text, builtOn: null, ct);
        }
    }

    private async Task<IActionResult> GiveAsync(Guid id, ReviewForm form, bool confirmed, CancellationToken ct)
    {
        var text = form.ToText(confirmed);
        await KeepAsync(id, text, ct);
        if (form.IsTooLong)
        {
            return RedirectToPage("/Reviews/Give", pageHandler: null, new { id, cut = true }, fragment: "answer");
        }

        return await reviews.GiveAsync(id, text, ct) switch
        {
            GiveResult.Given => Done("/Reviews/Index", text.Confirmed ? "reviews.done-confirmed" : "reviews.done-returned"),
            GiveResult.Incomplete => RedirectToPage(
                "/Reviews/Give", pageHandler: null, new { id, check = true }, fragment: await FirstGapAsync(id, text, ct)),
            _ when await HasGivenAsync(id, text, ct) => Done("/Reviews/Index", "reviews.done-given"),
            _ => new Overtaken("reviews.answered-first", "reviews.read-answer", id),
        };
    }

    private Task<ReviewForecast?> ForecastAsync(IReadOnlyDictionary<string, int> levels, CancellationToken ct) =>
        ReviewForecast.OfAsync(learners, Found, WrittenUnder, levels, clock.GetUtcNow(), ct);

    /// <summary>The field to go on with, by its id on the page.</summary>
    private async Task<string> FirstGapAsync(Guid id, ReviewText text, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { Latest: { } version } found)
        {
            return "form";
        }

        var design = await reviewed.OfAsync(found.Participation.JourneyId, version, ct);
        var asked = version.Text.BehaviourIds;
        return ReviewRules.Check(text, asked, design.Find<ReviewsSection>()!.Rubric) switch
        {
            [ReviewGap.Worked, ..] => nameof(ReviewForm.Worked),
            [ReviewGap.Challenge, ..] => nameof(ReviewForm.Challenge),
            _ => "level-" + (asked.FirstOrDefault(behaviour => !text.Levels.ContainsKey(behaviour)) ?? asked[0]),
        };
    }

    /// <summary>Whether this person gave this very review: the button was pressed twice.</summary>
    private async Task<bool> HasGivenAsync(Guid id, ReviewText text, CancellationToken ct)
    {
        var last = await db.Reviews.AsNoTracking().Where(review => review.EvidenceId == id && review.ReviewerId == Session.PersonId)
            .OrderByDescending(review => review.Revision).FirstOrDefaultAsync(ct);
        return last?.Text is { } given && (given.Worked, given.Challenge) == (text.Worked, text.Challenge);
    }
}
