using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner begins a piece of evidence.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
public sealed class NewModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the list.</summary>
    public IActionResult OnGet() => RedirectToPage("/Evidence/Index");

    /// <summary>Makes a draft and opens it; an empty one begun before is opened again.</summary>
    /// <param name="behaviour">The behaviour practised; where it isn't named, the one that the journey asks for next.</param>
    /// <param name="ct">Cancels before the write.</param>
    public async Task<IActionResult> OnPostAsync(string? behaviour, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        var id = await writer.ChangeAsync(Subjects.Of(own), Session.Actor, change => BeginAsync(own, behaviour, change, ct), ct);
        return RedirectToPage("/Evidence/Write", new { id });
    }

    private async Task<Guid> BeginAsync(Guid own, string? behaviour, JourneyChange change, CancellationToken ct)
    {
        var empty = await db.Evidence.FirstOrDefaultAsync(
            piece => piece.ParticipationId == own && piece.State == EvidenceState.Drafted && piece.DraftNumber <= 1, ct);
        if (empty is not null && empty.Draft.Title.Length == 0)
        {
            return empty.Id;
        }

        var known = Design.FindBehaviour(behaviour ?? NextToPractise(own, change));
        var piece = new EvidencePiece(change.NewId(), own, change.Now);
        piece.SaveDraft(new EvidenceText { BehaviourIds = known is null ? [] : [known.Id] }, change.Now);
        db.Evidence.Add(piece);
        change.Happened(own, new EvidenceDrafted(piece.Id));
        return piece.Id;
    }

    private static string NextToPractise(Guid own, JourneyChange change) =>
        change.Learner(own) is { } learner
            ? CertificationSteps.Practise(learner.Design, learner.Progress, change.Now)
                .OfType<PractiseBehaviour>().FirstOrDefault()?.BehaviourId ?? ""
            : "";
}
