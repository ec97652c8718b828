using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>
/// One kind of thing that becomes due. At its moment it looks at every condition again and acts through the writer; it may come twice,
/// and must then find that nothing is left to do.
/// </summary>
internal interface IDueKind
{
    /// <summary>Acts.</summary>
    /// <returns>When to look again, UTC, or null when it is settled.</returns>
    Task<DateTimeOffset?> HandleAsync(DueItemRow item, CancellationToken ct);
}
