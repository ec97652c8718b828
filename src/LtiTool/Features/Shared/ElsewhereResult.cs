namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>What somebody is told whose draft was sent or answered elsewhere, for <c>_Elsewhere.cshtml</c>.</summary>
/// <param name="What">The id of what happened.</param>
/// <param name="Link">The id of what the link to the result says.</param>
/// <param name="EvidenceId">The piece of evidence.</param>
public sealed record ElsewhereResult(string What, string Link, Guid EvidenceId);
