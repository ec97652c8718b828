using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Notices a mark that somebody changed by hand in the LMS: what stands there is not what was sent last.</summary>
internal sealed class ManualMarks(GradesClient grades)
{
    private const double Tolerance = 0.005;

    /// <summary>
    /// The points that stand there, on our scale, or null when they are ours, when there are none, or when they may be overwritten.
    /// </summary>
    public async Task<double?> FindAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        // Where the platform lets nobody read results, it can't be known; there the sent score says whether it may replace a manual mark.
        if (desired.Posting.OverwriteAllowed
            || (desired.Platform.Scopes.Count > 0 && !desired.Platform.Scopes.Contains(LtiScopes.ResultReadOnly)))
        {
            return null;
        }

        var results = await grades.ReadResultsAsync(desired.Platform, lineItem, desired.Subject, ct);
        if (results.FirstOrDefault(result => result.Subject == desired.Subject) is not { Score: { } score } result)
        {
            return null;
        }

        var shown = result.Maximum is > 0 and { } maximum ? score / maximum * desired.Posting.Maximum : score;
        var isOurs = desired.Posting.SentGiven is { } sent && Math.Abs(shown - sent) <= Tolerance * desired.Posting.Maximum;
        var isWanted = Math.Abs(shown - desired.Posting.Given) <= Tolerance * desired.Posting.Maximum;
        return isOurs || isWanted ? null : shown;
    }
}
