using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>A group session that nobody ended ends some time after its minutes.</summary>
internal sealed class SessionEndDue(SessionEnding ending) : IDueKind
{
    public Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct) =>
        ending.EndAsync(item.SubjectId, Actor.Tool, isForced: false, ct);
}
