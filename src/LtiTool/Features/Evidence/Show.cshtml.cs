using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
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
    BuddyDbContext db, EvidenceFinder pieces, EvidenceAttestation attestation, CurrentSession me) : JourneyPage(me)
{
    /// <summary>What may be done with it.</summary>
    public EvidenceAccess Found { get; private set; } = null!;

    /// <summary>What others said.</summary>
    public EvidenceResponses Voices { get; private set; } = null!;

    /// <summary>The version shown: the last one sent, or the draft before the first.</summary>
    public EvidenceText Text { get; private set; } = new();

    /// <summary>Whether it was made from a statement that its own system took back later.</summary>
    public bool WasTakenBack { get; private set; }

    /// <summary>Whether this person has attested the last version.</summary>
    public bool HasAttested =>
        Voices.Attestations.Any(said => said.PersonId == Session.PersonId && said.Revision == Found.Evidence.Revision);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await pieces.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Text = found.Latest?.Text ?? found.Evidence.Draft;
        var voices = await EvidenceResponses.OfAsync(db, found, ct);
        Voices = Session.IsGuest ? voices.SaidBy(Session.PersonId) : voices;
        WasTakenBack = found.Evidence.FoundStatementId is { } statement
            && await db.FoundEvidence.AnyAsync(
                one => one.ParticipationId == found.Evidence.ParticipationId
                    && one.StatementId == statement
                    && one.State == FoundState.UsedThenVoided,
                ct);
        return Page();
    }

    /// <summary>The buddy says that it happened.</summary>
    public async Task<IActionResult> OnPostAttestAsync(Guid id, string? words, CancellationToken ct) =>
        await attestation.AttestAsync(id, words, ct) ? Done("/Evidence/Show", "evidence.done-attested", id) : RedirectToPage(new { id });
}
