using System.Text;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Path;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>Which of the statements that a query finds this session's person may read.</summary>
public sealed class ReadableStatements(LearnerReader learners, CurrentSession me, TimeProvider clock)
{
    private static readonly byte[] View = Encoding.UTF8.GetBytes($"\"{Verbs.Evaluated.Iri}\"");
    private bool? hidesViews;

    /// <summary>Finds out what has to be known once.</summary>
    public async Task PrepareAsync(CancellationToken ct) =>
        hidesViews ??= me is { IsFacilitator: false, ParticipationId: { } own, Design: { } design }
            && PathSteps.Assess(design, await learners.ProgressAsync(own, ct), clock.GetUtcNow()).Any();

    /// <summary>
    /// Of a learner and their buddy facilitators know that there is a pair. Every statement about one names its activity. Practice pairs,
    /// which they put together, have addresses of their own. How others see them a learner reads after having said where they stand.
    /// </summary>
    public bool MayRead(StoredStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var payload = statement.Payload.Span;
        return me.IsFacilitator ? payload.IndexOf("/pairings/"u8) < 0 : hidesViews == false || payload.IndexOf(View) < 0;
    }
}
