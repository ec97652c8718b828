namespace LearningBuddy.LtiTool.Lti;

/// <summary>A refusal with what the log needs to know: names of claims and parameters, counts and seconds, never who it was.</summary>
/// <param name="Reason">The numbered reason.</param>
/// <param name="Detail">One line for the log and the administrator.</param>
internal sealed record LaunchProblem(LaunchRefusal Reason, string Detail);
