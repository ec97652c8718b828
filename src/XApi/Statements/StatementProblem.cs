namespace LearningBuddy.XApi.Statements;

/// <summary>Why a statement is refused: the first rule it breaks.</summary>
/// <param name="Number"><c>LRS-001…</c>; explained in <c>docs/lrs.md</c>.</param>
/// <param name="Path">Where, e.g. <c>context.contextActivities.parent[0].id</c>; empty for the statement itself.</param>
/// <param name="Message">What is expected there, in one sentence.</param>
public sealed record StatementProblem(string Number, string Path, string Message)
{
    /// <summary>The same problem, seen from the object that holds <paramref name="property"/>.</summary>
    internal StatementProblem In(string property) => this with
    {
        Path = Path.Length == 0 || Path[0] == '[' ? property + Path : $"{property}.{Path}",
    };

    /// <summary>The same problem, seen from the array that holds the element.</summary>
    internal StatementProblem At(int index) => this with
    {
        Path = Path.Length == 0 || Path[0] == '[' ? $"[{index}]{Path}" : $"[{index}].{Path}",
    };

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Number}: {Message}" : $"{Number} at {Path}: {Message}";
}
