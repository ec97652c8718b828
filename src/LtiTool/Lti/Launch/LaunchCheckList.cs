using System.Collections;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>One condition of a launch: null when it holds, otherwise why not.</summary>
internal delegate LaunchProblem? LaunchCheck(LaunchAttempt attempt);

/// <summary>A condition that has to ask somebody: a cache, the database or the platform.</summary>
internal delegate ValueTask<LaunchProblem?> LaunchInquiry(LaunchAttempt attempt, CancellationToken ct);

/// <summary>Conditions in their order, of both kinds.</summary>
internal sealed class LaunchCheckList : IEnumerable<string>
{
    private readonly List<(LaunchCheck? Check, LaunchInquiry? Inquiry)> checks = [];

    /// <summary>Appends a condition that needs nothing but the launch.</summary>
    public void Add(LaunchCheck check) => checks.Add((check, null));

    /// <summary>Appends a condition that has to ask.</summary>
    public void Add(LaunchInquiry inquiry) => checks.Add((null, inquiry));

    /// <summary>Looks at one condition after the other.</summary>
    /// <returns>The first that does not hold, or null.</returns>
    public async ValueTask<LaunchProblem?> FirstProblemAsync(LaunchAttempt attempt, CancellationToken ct)
    {
        foreach (var (check, inquiry) in checks)
        {
            var problem = check is not null ? check(attempt) : await inquiry!(attempt, ct);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>The names of the conditions.</summary>
    public IEnumerator<string> GetEnumerator() => checks.Select(one => ((Delegate?)one.Check ?? one.Inquiry!).Method.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
