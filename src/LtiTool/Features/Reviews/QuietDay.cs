using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>What is good to do when nobody waits: drawn from what is there, and nothing where there is nothing.</summary>
public sealed class QuietDay(BuddyDbContext db, GroupFigures group, CurrentSession me)
{
    /// <summary>Looks for it.</summary>
    public async Task<QuietThings> OfAsync(Guid journeyId, JourneyDesign design, CancellationToken ct)
    {
        var behaviours = design.ActiveBehaviours.Select(behaviour => behaviour.Id).ToList();
        var newest = await (
            from standing in db.BehaviourStandings
            join learner in @group.Counted(journeyId) on standing.ParticipationId equals learner.Id
            join person in db.People on learner.PersonId equals person.Id
            where standing.CertifiedAt != null && behaviours.Contains(standing.BehaviourId)
            orderby standing.CertifiedAt descending, learner.Id
            select new { learner.Id, person, standing.BehaviourId, standing.CertifiedAt }).AsNoTracking().FirstOrDefaultAsync(ct);
        var questions = design.Find<QuestionsSection>() is null ? 0 : me.WaitsForFacilitators(AttentionKind.Question);
        return new(
            newest is null
                ? null
                : new NewCertification(
                    newest.Id, newest.person.DisplayName, design.FindBehaviour(newest.BehaviourId)!, newest.CertifiedAt!.Value),
            questions);
    }
}

/// <summary>Good things to do.</summary>
/// <param name="Newest">Who was certified last; null where nobody is.</param>
/// <param name="Questions">Questions that wait for an answer.</param>
public sealed record QuietThings(NewCertification? Newest, int Questions);

/// <summary>Somebody can do something now.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Behaviour">What they can do.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record NewCertification(Guid ParticipationId, string Learner, Behaviour Behaviour, DateTimeOffset At);
