using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A piece of evidence as it was sent, with what others said about it.</summary>
[Needs(Thing.EvidencePages)]
[OfTheme(typeof(EvidenceSection))]
internal sealed class ShowModel(
    BuddyDbContext db, EvidenceFinder pieces, EvidenceAttestation attestation, Witnesses witnesses, SealedWords sealedWords,
    CurrentSession me) : JourneyPage(me)
{
    /// <summary>What may be done with it.</summary>
    public EvidenceAccess Found { get; private set; } = null!;

    /// <summary>What others said.</summary>
    public EvidenceResponses Voices { get; private set; } = null!;

    /// <summary>The version shown: the last one sent, or the draft before the first.</summary>
    public EvidenceText Text { get; private set; } = new();

    /// <summary>Whether it was made from a statement that its own system took back later.</summary>
    public bool WasTakenBack { get; private set; }

    /// <summary>What somebody can say, with an icon and the id of the words for each.</summary>
    public IReadOnlyList<(AttestationBasis Basis, string Icon, string Text)> Choices { get; } =
    [
        (AttestationBasis.Present, "eye", "evidence.attest-present"),
        (AttestationBasis.TalkedThrough, "people", "evidence.attest-talked-through"),
        (AttestationBasis.CannotSay, "ask", "evidence.attest-cannot-say"),
    ];

    /// <summary>Whether this person has said what they can about the last version.</summary>
    public bool HasAttested =>
        Voices.Attestations.Any(said => said.PersonId == Session.PersonId && said.Revision == Found.Evidence.Revision);

    /// <summary>Whether somebody pressed the button without a choice.</summary>
    public bool LacksChoice { get; private set; }

    /// <summary>What they had typed by then.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whom the learner asked to say what they saw.</summary>
    public IReadOnlyList<AskedWitness> Witnesses { get; private set; } = [];

    /// <summary>What was typed for a mail to a witness that could not be sent.</summary>
    public MailForm Mail { get; private set; } = new(null, null, null);

    /// <summary>Whether this is the learner, and there is something to ask about.</summary>
    public bool CanAskWitness => Found is { Relation: Relation.Self, Latest: not null, Evidence.State: not EvidenceState.SetAside };

    /// <summary>Shows it.</summary>
    /// <param name="id">The piece.</param>
    /// <param name="unchosen">Whether somebody pressed the button without a choice.</param>
    /// <param name="words">What they had typed by then, sealed.</param>
    /// <param name="mail">What was typed for a mail to a witness that could not be sent, and why.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool unchosen, string? words, MailForm mail, CancellationToken ct)
    {
        (LacksChoice, Words, Mail) = (unchosen, sealedWords.Open(words) ?? "", mail.Opened(sealedWords));
        if (await pieces.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Text = found.Latest?.Text ?? found.Evidence.Draft;
        var voices = await EvidenceResponses.OfAsync(db, found, ct);
        Witnesses = CanAskWitness ? await witnesses.OfAsync(id, ct) : [];
        Voices = Session.IsGuest ? voices.SaidBy(Session.PersonId) : voices;
        WasTakenBack = found.Evidence.FoundStatementId is { } statement
            && await db.FoundEvidence.AnyAsync(
                one => one.ParticipationId == found.Evidence.ParticipationId
                    && one.StatementId == statement
                    && one.State == FoundState.UsedThenVoided,
                ct);
        return Page();
    }

    /// <summary>The buddy, or a witness, says what they can. Without a choice it is asked again, and nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostAttestAsync(Guid id, AttestationBasis? basis, string? words, CancellationToken ct)
    {
        if (basis is not { } chosen || !Enum.IsDefined(chosen))
        {
            return RedirectToPage(
                null, null, new { id, unchosen = true, words = sealedWords.Seal(words, Attestation.LongestWords) }, "attest");
        }

        return await attestation.AttestAsync(id, chosen, words, ct)
            ? Done("/Evidence/Show", chosen == AttestationBasis.CannotSay ? "evidence.done-cannot-say" : "evidence.done-attested", id)
            : RedirectToPage(new { id });
    }

    /// <summary>The learner asks somebody who was there.</summary>
    public async Task<IActionResult> OnPostAskWitnessAsync(Guid id, string? address, string? message, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { Relation: Relation.Self, Latest: not null } piece)
        {
            return RedirectToPage(new { id });
        }

        return await witnesses.AskAsync(piece, address, message, ct) is { } fault
            ? RedirectToPage(null, null, MailForm.Carried(sealedWords, id, address, message, fault), "witness")
            : Done("/Evidence/Show", "evidence.done-witness-asked", id);
    }

    /// <summary>The learner takes it back.</summary>
    public async Task<IActionResult> OnPostWithdrawWitnessAsync(Guid id, Guid request, CancellationToken ct) =>
        await pieces.FindAsync(id, ct) is { Relation: Relation.Self } piece && await witnesses.WithdrawAsync(piece, request, ct)
            ? Done("/Evidence/Show", "evidence.done-witness-withdrawn", id)
            : RedirectToPage(new { id });
}
