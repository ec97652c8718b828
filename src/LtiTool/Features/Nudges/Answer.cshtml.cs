using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>
/// Where a learner answers an exercise from its mail, without a session. Opening it changes nothing: programs that look at links answer
/// nothing.
/// </summary>
internal sealed class AnswerModel(
    MailTokens tokens, LearnerReader learners, NudgeAnswers answers, ExerciseEvidence evidence, TimeProvider clock) : OutsidePage
{
    /// <summary>The exercise; null where the link leads nowhere any more.</summary>
    public ExerciseCard? Card { get; private set; }

    /// <summary>What to show.</summary>
    public AnswerView View { get; private set; } = AnswerView.Nowhere;

    /// <summary>What is written so far.</summary>
    public EvidenceText Text { get; private set; } = new();

    /// <summary>Counts the saves of the draft.</summary>
    public int DraftNumber { get; private set; }

    /// <summary>What sending found missing.</summary>
    public IReadOnlyList<EvidencePart> Missing { get; private set; } = [];

    /// <summary>Whether a text was longer than what is kept.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The language of the journey's words.</summary>
    public string? JourneyLanguage { get; private set; }

    /// <summary>Today, where the learner is.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Names this link on a device that keeps an answer: also when it leads nowhere any more, the words are to be found.</summary>
    public string Owner => "link-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Request.Path.Value ?? "")))[..24];

    /// <summary>The way to the course; null where nobody knows it.</summary>
    public Uri? Course { get; private set; }

    /// <summary>Shows the exercise, or what became of it.</summary>
    public async Task OnGetAsync(string token, bool missing, bool cut, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } learner || Card is not { } card)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var piece = await evidence.FindAsync(card.Nudge.Nudge.Id, ct);
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), learner.Place.Zone).DateTime);
        Text = piece is { DraftNumber: > 0 } ? piece.Draft : ExerciseEvidence.StartOf(card, Today);
        DraftNumber = piece?.DraftNumber ?? 0;
        Missing = missing ? Text.Missing() : [];
        WasCut = cut;
        View = card.Nudge switch
        {
            { State: NudgeState.Sent } => AnswerView.Open,
            { State: NudgeState.Planned } => AnswerView.Later,
            { Answer: NudgeAnswer.DidIt } when piece is { Revision: > 0 } => AnswerView.Sent,
            { Answer: NudgeAnswer.DidIt } when learner.Design.Find<EvidenceSection>() is not null => AnswerView.Write,
            _ => AnswerView.Settled,
        };
    }

    /// <summary>Did it: what happened can be written down.</summary>
    public Task<IActionResult> OnPostDoneAsync(string token, CancellationToken ct) => AnswerAsync(token, NudgeAnswer.DidIt, null, ct);

    /// <summary>Has not had the chance.</summary>
    public Task<IActionResult> OnPostNotYetAsync(string token, CancellationToken ct) =>
        AnswerAsync(token, NudgeAnswer.NotYet, "nudges.done-not-yet", ct);

    /// <summary>Knew it.</summary>
    public Task<IActionResult> OnPostGotItAsync(string token, CancellationToken ct) =>
        AnswerAsync(token, NudgeAnswer.GotIt, "nudges.done-got-it", ct);

    /// <summary>Wants it again.</summary>
    public Task<IActionResult> OnPostAgainAsync(string token, CancellationToken ct) =>
        AnswerAsync(token, NudgeAnswer.Again, "nudges.done-again", ct);

    /// <summary>Later.</summary>
    public async Task<IActionResult> OnPostSnoozeAsync(string token, NudgeDelay delay, CancellationToken ct)
    {
        var isNoted = await FindAsync(token, ct) is { } learner
            && await answers.SnoozeAsync(OwnerOf(learner), Card!.Nudge.Nudge.Id, delay, ct);
        return isNoted ? Say(AnswerTexts.Of(delay)) : Again();
    }

    /// <summary>Not this one.</summary>
    public async Task<IActionResult> OnPostDismissAsync(string token, CancellationToken ct)
    {
        var isNoted = await FindAsync(token, ct) is { } learner
            && await answers.DismissAsync(OwnerOf(learner), Card!.Nudge.Nudge.Id, ct);
        return isNoted ? Say("nudges.done-dismissed") : Again();
    }

    /// <summary>Keeps what was typed; it goes on in the course.</summary>
    public Task<IActionResult> OnPostKeepAsync(string token, ExerciseForm form, CancellationToken ct) =>
        WriteAsync(token, form, send: false, ct);

    /// <summary>Keeps what was typed and hands it in; when something is missing, says what.</summary>
    public Task<IActionResult> OnPostSendAsync(string token, ExerciseForm form, CancellationToken ct) =>
        WriteAsync(token, form, send: true, ct);

    private async Task<IActionResult> WriteAsync(string token, ExerciseForm form, bool send, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } learner || Card is not { Nudge.Answer: NudgeAnswer.DidIt } card
            || learner.Design.Find<EvidenceSection>() is null)
        {
            return Again();
        }

        return await evidence.KeepAsync(OwnerOf(learner), card, form, send && !form.IsTooLong, ct) switch
        {
            ExerciseKept.Elsewhere => new Overtaken(
                "nudges.written-elsewhere", "nudges.see-what-stands", $"{Request.Path}?culture={Request.Query["culture"]}"),
            _ when form.IsTooLong => Again(KeyValuePair.Create<string, string?>("cut", "true")),
            ExerciseKept.Sent => Say("nudges.done-sent"),
            _ when send => Again(KeyValuePair.Create<string, string?>("missing", "true")),
            _ => Say("nudges.done-kept"),
        };
    }

    private async Task<IActionResult> AnswerAsync(string token, string answer, string? said, CancellationToken ct)
    {
        var isNoted = await FindAsync(token, ct) is { } learner
            && await answers.AnswerAsync(OwnerOf(learner), Card!.Nudge.Nudge.Id, answer, ct);
        return isNoted && said is not null ? Say(said) : Again();
    }

    private IActionResult Say(string said) => Again(KeyValuePair.Create<string, string?>(FlashMessage.Parameter, said));

    /// <summary>The learner and the exercise; null where the link is none, or they are not in the course any more.</summary>
    private async Task<LearnerState?> FindAsync(string token, CancellationToken ct)
    {
        if (tokens.ReadAnswer(token) is not var (participationId, nudgeId)
            || await learners.FindAsync(participationId, ct) is not { Place.IsInCourse: true } learner
            || learner.Place.Platform.Status != PlatformStatus.Active
            || learner.Progress.Of<NudgesProgress>().Find(nudgeId) is not { } nudge)
        {
            return null;
        }

        JourneyLanguage = learner.Design.Language;
        var platform = learner.Place.Platform.ToPlatform();
        Course = LmsCatalog.Of(platform).WayIn(platform, learner.Place.Journey.ResourceLinkId);
        Card = ExerciseCard.Of(learner.Design, nudge, Course) is { } card
            ? card with { IsTitle = true, Along = $"&culture={Request.Query["culture"]}" }
            : null;
        return Card is null ? null : learner;
    }

    private static NudgeOwner OwnerOf(LearnerState learner) =>
        new(learner.Participation.Id, learner.Participation.PersonId, learner.Place.Zone);
}

/// <summary>What the page of an exercise shows.</summary>
internal enum AnswerView
{
    /// <summary>The link leads nowhere any more.</summary>
    Nowhere,

    /// <summary>The exercise, and its answers.</summary>
    Open,

    /// <summary>It was put off.</summary>
    Later,

    /// <summary>It was done: what happened can be written down.</summary>
    Write,

    /// <summary>What happened was sent.</summary>
    Sent,

    /// <summary>It was answered, or doesn't come any more.</summary>
    Settled,
}
