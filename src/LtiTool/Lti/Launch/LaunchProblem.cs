namespace LearningBuddy.LtiTool.Lti;

/// <summary>A refusal with what the log needs to know: names of claims and parameters, counts and seconds, never who it was.</summary>
/// <param name="Reason">The numbered reason.</param>
/// <param name="Detail">One line for the log and the administrator.</param>
internal sealed record LaunchProblem(LaunchRefusal Reason, string Detail)
{
    /// <summary>What the person is told where it is something else than usual for the reason.</summary>
    public Advice? Advice { get; init; }

    /// <summary>HTTP status where it is another one than usual for the reason.</summary>
    public int? Status { get; init; }
}
