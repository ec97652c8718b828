using System.Security.Cryptography;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The rows behind the comparison: each learner under a pseudonym.</summary>
[Needs(Thing.ExerciseFigures)]
[OfTheme(typeof(NudgesSection))]
internal sealed class PeopleModel(ExerciseLearners learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>Whether those without exercises are shown.</summary>
    public bool IsWithout { get; private set; }

    /// <summary>The rows, in the order of pseudonyms.</summary>
    public Paged<LearnerRow> Rows { get; private set; } = Paged<LearnerRow>.Nothing;

    /// <summary>Whether there are enough of them to be shown.</summary>
    public bool AreEnough => Rows.Total >= NudgeEffect.FewestPeople;

    /// <summary>Shows them.</summary>
    /// <param name="arm"><c>without</c> for those whom chance left out, else those with exercises.</param>
    /// <param name="order">What pseudonyms come from, the same on all pages of one list; made where it is left out.</param>
    /// <param name="start">The number of a row on the page.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(string? arm, int? order, int? start, CancellationToken ct)
    {
        IsWithout = arm == "without";
        var (now, rows) = (clock.GetUtcNow(), new List<LearnerRow>());
        var chance = order ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        await foreach (var learner in learners.EachAsync(await learners.InOrderOfChanceAsync(JourneyId, chance, ct), ct))
        {
            if (learner.IsOldEnough(now) && learner.FirstPlan!.IsHeldOut == IsWithout)
            {
                rows.Add(new(rows.Count + 1, learner.FirstPlan.Began, learner.Came, learner.Answered, learner.EvidenceInTime));
            }
        }

        if (order is null && rows.Count > Paging.Size)
        {
            return RedirectToPage(new { arm, order = chance });
        }

        Rows = Paging.PageOf(rows, start, Paging.Size);
        return Page();
    }
}

/// <summary>What is shown of one learner.</summary>
/// <param name="Name">What they are called here.</param>
/// <param name="Began">When their first plan began, UTC.</param>
/// <param name="Came">How many exercises came.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="EvidenceInTime">How much evidence they sent in time.</param>
internal sealed record LearnerRow(int Name, DateTimeOffset Began, int Came, int Answered, int EvidenceInTime);
