using System.Collections.Concurrent;

namespace LearningBuddy.DemoLms.World;

/// <summary>The services that can be made to fail.</summary>
public enum Service
{
    Grades,
    Roster,
    Keys,
    Tokens,
}

/// <summary>The ways to fail.</summary>
public enum Failure
{
    None,

    /// <summary>500 with a page for people.</summary>
    ServerError,

    /// <summary>429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>404 to everything, as for a course that isn't open.</summary>
    NotFound,

    /// <summary>403 with the text "Rate Limit Exceeded", Canvas's older way.</summary>
    RateLimitForbidden,

    /// <summary>No answer until the caller gives up.</summary>
    Timeout,

    /// <summary>200 with something that isn't an answer.</summary>
    WrongAnswer,
}

/// <summary>Which service fails how, and for how many more calls.</summary>
public sealed class FailureSwitches
{
    private readonly ConcurrentDictionary<Service, (Failure Failure, int? CallsLeft)> switches = new();

    /// <value>What 429 says in Retry-After.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Throws a switch.</summary>
    /// <param name="calls">Calls that fail before the service is well again; null for all until it is switched back.</param>
    public void Set(Service service, Failure failure, int? calls = null) => switches[service] = (failure, calls);

    public Failure Current(Service service) => switches.TryGetValue(service, out var value) ? value.Failure : Failure.None;

    /// <summary>How this call fails; counts it.</summary>
    public Failure Next(Service service)
    {
        while (switches.TryGetValue(service, out var current))
        {
            if (current.Failure == Failure.None || current.CallsLeft is null)
                return current.Failure;
            var next = current.CallsLeft > 1 ? (current.Failure, current.CallsLeft - 1) : (Failure.None, (int?)null);
            if (switches.TryUpdate(service, next, current))
                return current.Failure;
        }

        return Failure.None;
    }
}
