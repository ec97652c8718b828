using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Whoever facilitates names people whom a learner without a buddy could ask. It is never more than that: the learner chooses.
/// </summary>
[Needs(Thing.Group)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class SuggestModel(BuddyPicture picture, BuddySuggester suggester, Access access, JourneyWriter writer, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The learner, and how it stands.</summary>
    public LearnersBuddy Learner { get; private set; } = null!;

    /// <summary>Whom to suggest.</summary>
    public IReadOnlyList<SuggestedPerson> People { get; private set; } = [];

    /// <summary>Whether nobody was chosen.</summary>
    public bool IsNobodyChosen { get; private set; }

    /// <summary>Whether some who were chosen can't be asked any more.</summary>
    public bool AreGone { get; private set; }

    private BuddiesSection Section => Design.Find<BuddiesSection>()!;

    /// <summary>Shows who could be suggested.</summary>
    /// <param name="id">The learner's participation.</param>
    /// <param name="nobody">True after nobody was chosen.</param>
    /// <param name="gone">True after some could not be suggested any more.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool nobody, bool gone, CancellationToken ct)
    {
        if (await LearnerAsync(id, ct) is not { } participation)
        {
            return NotFound();
        }

        (IsNobodyChosen, AreGone) = (nobody, gone);
        Learner = await picture.OfAsync(participation, ct);
        People = Learner.CanSuggest ? await suggester.ForFacilitatorAsync(participation, Section, [], ct) : [];
        return Page();
    }

    /// <summary>Suggests those who were chosen.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid[] person, CancellationToken ct)
    {
        if (await LearnerAsync(id, ct) is not { } participation)
        {
            return NotFound();
        }

        if (person.Length == 0)
        {
            return RedirectToPage(new { id, nobody = true });
        }

        // Only whom the learner might ask: nobody comes in by a form made by hand.
        var offered = await suggester.ForFacilitatorAsync(participation, Section, person, ct);
        return offered.Count == person.Distinct().Count() && await writer.ChangeAsync(
            Subjects.Of(id), Session.Actor, change => Suggest(id, [.. offered.Select(one => one.PersonId)], change), ct)
            ? Done("/Buddies/Learners", "buddies.done-suggested")
            : RedirectToPage(new { id, gone = true });
    }

    private static bool Suggest(Guid id, IReadOnlyList<Guid> people, JourneyChange change)
    {
        if (change.Learner(id) is not { } learner || !BuddySteps.CanBeSuggested(learner.Design, learner.Progress, change.Now))
        {
            return false;
        }

        change.Happened(id, new BuddySuggested(people));
        return true;
    }

    private async Task<Participation?> LearnerAsync(Guid id, CancellationToken ct) =>
        await access.ToParticipationAsync(id, ct) is { Relation: Relation.Facilitator, Participation: var participation }
            ? participation
            : null;
}
