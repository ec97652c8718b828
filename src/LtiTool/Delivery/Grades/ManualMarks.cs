using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Notices a mark that somebody changed by hand in the LMS: what stands there is not what was sent last.</summary>
internal sealed class ManualMarks(GradesClient grades)
{
    private const double Tolerance = 0.005;

    /// <summary>
    /// The points that stand there, on our scale, or null when they are ours, when there are none, or when they may be overwritten.
    /// </summary>
    public Task<double?> FindAsync(DesiredScore desired, Uri lineItem, CancellationToken ct) =>
        FindAsync(desired, lineItem, desired.Posting.SentGiven, ct);

    /// <summary>The same in a column to which other points were sent last, or none.</summary>
    public async Task<double?> FindAsync(DesiredScore desired, Uri lineItem, double? sentLast, CancellationToken ct)
    {
        if (desired.Posting.OverwriteAllowed || await ShownAsync(desired, lineItem, ct) is not { } shown)
        {
            return null;
        }

        var isOurs = sentLast is { } sent && IsSame(desired, shown, sent);
        return isOurs || IsSame(desired, shown, desired.Posting.Given) ? null : shown;
    }

    /// <summary>
    /// What the gradebook shows after it took a score, where that is something else: it keeps a mark that somebody set by hand. Null when
    /// it shows the score, or doesn't say.
    /// </summary>
    public async Task<double?> KeptAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        try
        {
            return await ShownAsync(desired, lineItem, ct) is { } shown && !IsSame(desired, shown, desired.Posting.Given) ? shown : null;
        }
        catch (LtiServiceException)
        {
            // The score was taken; whether it shows is looked at again when the next one is sent.
            return null;
        }
    }

    /// <summary>
    /// Whether a score whose sending was cut short stands there already. Where only the comment is new that can't be told, and it is sent.
    /// </summary>
    public async Task<bool> HasArrivedAsync(DesiredScore desired, Uri lineItem, CancellationToken ct) =>
        !desired.Posting.OverwriteAllowed
        && !(desired.Posting.SentGiven is { } sent && IsSame(desired, sent, desired.Posting.Given))
        && await ShownAsync(desired, lineItem, ct) is { } shown && IsSame(desired, shown, desired.Posting.Given);

    /// <summary>Where the platform lets nobody read results, it isn't known; there the score says whether it may replace a mark.</summary>
    private async Task<double?> ShownAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        if (desired.Platform.Scopes.Count > 0 && !desired.Platform.Scopes.Contains(LtiScopes.ResultReadOnly))
        {
            return null;
        }

        var results = await grades.ReadResultsAsync(desired.Platform, lineItem, desired.Subject, ct);
        if (results.FirstOrDefault(result => result.Subject == desired.Subject) is not { Score: { } score } result)
        {
            return null;
        }

        var shown = result.Maximum is > 0 and { } maximum ? score / maximum * desired.Posting.Maximum : score;

        // Out of next to nothing: points beyond all numbers are no mark that somebody set.
        return double.IsFinite(shown) ? shown : null;
    }

    private static bool IsSame(DesiredScore desired, double one, double other) =>
        Math.Abs(one - other) <= Tolerance * desired.Posting.Maximum;
}
