using LearningBuddy.XApi.Statements;

namespace LearningBuddy.SampleData.World;

/// <summary>Ids that come from names: the same run makes the same ones, two runs with other options share none.</summary>
/// <param name="name">Of what is made here.</param>
internal sealed class SampleIds(string name)
{
    private readonly Guid space = StatementIds.NameBased(StatementIds.Namespace, name);
    private int made;

    /// <summary>The next one.</summary>
    public Guid New() => StatementIds.NameBased(space, FormattableString.Invariant($"{++made}"));
}
