using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>Finds a question together with what this session may do with it.</summary>
internal sealed class QuestionFinder(BuddyDbContext db, Access access, CurrentSession me)
{
    /// <summary>The question, or null when there is none or this session may not even see it.</summary>
    public async Task<QuestionAccess?> FindAsync(Guid questionId, CancellationToken ct)
    {
        var found = await (
            from question in db.Questions
            join participation in db.Participations on question.ParticipationId equals participation.Id
            where question.Id == questionId && question.JourneyId == me.JourneyId
            select new { question, participation }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var relation = await access.RelationToAsync(found.participation, ct) switch
        {
            Relation.Self => Relation.Self,
            Relation.Facilitator => Relation.Facilitator,
            _ when found.question.Audience == QuestionAudience.Everybody => Relation.Addressee,
            var other => other,
        };
        return Rights.Allow(relation, Thing.Question, Right.See) ? new(found.question, found.participation, relation) : null;
    }
}

/// <summary>A question and what somebody is to it.</summary>
public sealed record QuestionAccess(Question Question, Participation Participation, Relation Relation)
{
    /// <summary>Whether it may be answered.</summary>
    public bool CanAnswer => Rights.Allow(Relation, Thing.Question, Right.Answer);

    /// <summary>Whether it is one's own.</summary>
    public bool IsOwn => Relation == Relation.Self;
}
