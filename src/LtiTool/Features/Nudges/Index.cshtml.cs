using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The inbox: small exercises that came, each with its answers.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(NudgesSection))]
internal sealed class IndexModel(LearnerReader learners, NudgeAnswers answers, CurrentSession me) : JourneyPage(me)
{
    /// <summary>What came and isn't settled, newest first.</summary>
    public IReadOnlyList<ExerciseCard> Open { get; private set; } = [];

    /// <summary>What was settled, in the words of the design, newest first.</summary>
    public IReadOnlyList<string> Settled { get; private set; } = [];

    /// <summary>When the next one is planned, UTC, or null.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Why nothing comes, where nothing does.</summary>
    public string NothingComes { get; private set; } = "nudges.first-comes";

    private NudgeOwner? Own => Session.ParticipationId is { } own ? new(own, Session.PersonId, Session.Zone) : null;

    /// <summary>Shows the inbox.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return;
        }

        var nudges = (await learners.ProgressAsync(own, ct)).Of<NudgesProgress>();
        var course = Session.Facts.ReturnUrl;
        Open =
        [
            .. nudges.Open.Reverse().Select(nudge => ExerciseCard.Of(Design, nudge, course)).OfType<ExerciseCard>()
                .Select((card, place) => card with { IsFirst = place == 0 }),
        ];
        Settled = [.. nudges.All.Where(nudge => nudge.State == NudgeState.Settled).Reverse().Select(WordsOf).OfType<string>()];
        NextAt = nudges.Planned.Select(nudge => (DateTimeOffset?)nudge.DueAt).FirstOrDefault();
        NothingComes = nudges.Holding(Design.Find<NudgesSection>()!) switch
        {
            null => NothingComes,
            { IsHeldOut: true } => "nudges.held-out",
            _ => "nudges.plan-over",
        };
    }

    /// <summary>Did it: opens an empty page to write it down, with the exercise quoted above.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken ct)
    {
        if (Own is not { } own || !await answers.AnswerAsync(own, id, NudgeAnswer.DidIt, ct)
            || (await learners.ProgressAsync(own.ParticipationId, ct)).Of<NudgesProgress>().Find(id) is not { Nudge: var nudge })
        {
            return RedirectToPage();
        }

        if (Design.Find<EvidenceSection>() is null)
        {
            return Done("/Nudges/Index", "nudges.done-did-it");
        }

        return RedirectToPage("/Evidence/Write", new
        {
            id = NudgeRef.EvidenceOf(id), behaviour = nudge.BehaviourId, exercise = nudge.ExerciseId,
        });
    }

    /// <summary>Has not had the chance.</summary>
    public Task<IActionResult> OnPostNotYetAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, NudgeAnswer.NotYet, "nudges.done-not-yet", ct);

    /// <summary>Knew it.</summary>
    public Task<IActionResult> OnPostGotItAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, NudgeAnswer.GotIt, "nudges.done-got-it", ct);

    /// <summary>Wants it again.</summary>
    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, NudgeAnswer.Again, "nudges.done-again", ct);

    /// <summary>Later: it comes back then, outside quiet hours.</summary>
    public async Task<IActionResult> OnPostSnoozeAsync(Guid id, NudgeDelay delay, CancellationToken ct) =>
        Own is { } own && await answers.SnoozeAsync(own, id, delay, ct) ? Done("/Nudges/Index", AnswerTexts.Of(delay)) : RedirectToPage();

    /// <summary>Not this one.</summary>
    public async Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken ct) =>
        Own is { } own && await answers.DismissAsync(own, id, ct) ? Done("/Nudges/Index", "nudges.done-dismissed") : RedirectToPage();

    private async Task<IActionResult> AnswerAsync(Guid id, string answer, string said, CancellationToken ct) =>
        Own is { } own && await answers.AnswerAsync(own, id, answer, ct) ? Done("/Nudges/Index", said) : RedirectToPage();

    private string? WordsOf(NudgeProgress nudge) => ExerciseCard.Of(Design, nudge, null)?.Words;
}
