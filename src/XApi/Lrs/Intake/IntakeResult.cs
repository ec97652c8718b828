using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>The endings of looking at a batch before it is stored.</summary>
internal abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>Every statement is valid.</summary>
    public sealed record Ready(IReadOnlyList<IncomingStatement> Statements) : IntakeResult;

    /// <summary>One is not; nothing of the batch is stored.</summary>
    public sealed record Refused(StatementProblem Problem) : IntakeResult;
}
