namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Which class handles which kind of thing that becomes due.</summary>
/// <param name="All">Name and class.</param>
internal sealed record DueKindTable(IReadOnlyList<(string Name, Type Handler)> All)
{
    /// <summary>The class that handles a kind; null for one that a newer version planned.</summary>
    public Type? Find(string name) => All.FirstOrDefault(kind => kind.Name == name).Handler;
}
