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

    /// <summary>
    /// What is needed and was not granted; nothing where the grant isn't known. Asking for it all the same would get no token at all
    /// (RFC 6749, 5.2), or one that opens nothing.
    /// </summary>
    public static IReadOnlyList<string> MissingOf(Platform platform, IReadOnlyList<string> needed)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return platform.Scopes.Count == 0 ? [] : [.. needed.Except(platform.Scopes)];
    }

    /// <summary>What this tool can't do at a platform, for want of a scope; nothing where the grant isn't known.</summary>
    public static IReadOnlyList<MissingFeature> MissingFeaturesOf(IReadOnlyCollection<string> granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        if (granted.Count == 0)
        {
            return [];
        }

        var missing = new List<MissingFeature>();
        if (!granted.Contains(Score))
        {
            missing.Add(MissingFeature.Scores);
        }

        if (!granted.Contains(LineItem))
        {
            missing.Add(MissingFeature.Columns);
        }

        if (!granted.Contains(ResultReadOnly))
        {
            missing.Add(MissingFeature.Results);
        }

        if (!granted.Contains(Roster))
        {
            missing.Add(MissingFeature.Roster);
        }

        return missing;
    }
}

/// <summary>Something this tool can't do without a scope.</summary>
public enum MissingFeature
{
    /// <summary>No score reaches the gradebook.</summary>
    Scores,

    /// <summary>No column is made where a link has none.</summary>
    Columns,

    /// <summary>Marks that somebody changed by hand are not noticed.</summary>
    Results,

    /// <summary>Who is in the course is known by launches alone.</summary>
    Roster,
}
