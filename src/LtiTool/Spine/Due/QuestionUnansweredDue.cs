using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>A question that nobody answered in time goes to the facilitators too.</summary>
internal sealed class QuestionUnansweredDue(JourneyWriter writer, BuddyDbContext db) : LearnerDue(writer)
{
    protected override async ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct)
    {
        if (learner.Design.Find<QuestionsSection>() is null
            || QuestionConsequences.WhenDue(learner.Progress, subject) is not { } overdue
            || await db.Questions.SingleOrDefaultAsync(question => question.Id == subject, ct) is not { } question)
        {
            return null;
        }

        question.IsOverdue = true;
        return overdue;
    }
}
