namespace LearningBuddy.LtiTool.Lti;

/// <summary>Scopes of the services this tool calls (AGS 2.0 3.1, NRPS 2.0 2.2).</summary>
public static class LtiScopes
{
    /// <summary>Line items: read, create, change, delete.</summary>
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    /// <summary>Line items: read.</summary>
    public const string LineItemReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /// <summary>What the grade book shows.</summary>
    public const string ResultReadOnly = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    /// <summary>Post scores.</summary>
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    /// <summary>Read the roster.</summary>
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /// <summary>Everything this tool asks for when it is registered.</summary>
    public static IReadOnlyList<string> All { get; } = [LineItem, LineItemReadOnly, ResultReadOnly, Score, Roster];
}
