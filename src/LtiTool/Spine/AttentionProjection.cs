using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>What waits for whom.</summary>
internal sealed class AttentionProjection : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var learner in context.Learners)
        {
            var (before, after) = (Of(learner.Design, learner.Before), Of(learner.Design, learner.Progress));
            if (before.SetEquals(after) && !context.EventsOf(learner).Any(recorded => recorded.What is DesignChanged))
            {
                continue;
            }

            var participation = learner.Participation;
            await context.Db.Attention.Where(row => row.ParticipationId == participation.Id).ExecuteDeleteAsync(ct);
            context.Db.Attention.AddRange(after.Select(attention => Row(participation, attention)));
        }
    }

    private static HashSet<Attention> Of(JourneyDesign design, Progress progress) =>
        [.. Themes.All.Where(theme => theme.Attention is not null && theme.IsOn(design))
            .SelectMany(theme => theme.Attention!(design, progress))];

    private static AttentionRow Row(Participation participation, Attention attention)
    {
        var (audience, person) = attention.For switch
        {
            Waits.Learner => (AttentionAudience.Person, participation.PersonId),
            Waits.Person one => (AttentionAudience.Person, one.Id),
            Waits.Facilitators => (AttentionAudience.Facilitators, (Guid?)null),
            Waits.Everybody => (AttentionAudience.Everybody, participation.PersonId),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new AttentionRow
        {
            Id = DerivedId.From(attention.Subject, $"{participation.Id:N} {attention.Kind} {audience}"),
            JourneyId = participation.JourneyId,
            ParticipationId = participation.Id,
            Kind = attention.Kind,
            SubjectId = attention.Subject,
            Audience = audience,
            PersonId = person,
        };
    }
}
