using System.Net;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A platform did not do what it was asked: it could not be reached, was busy, or refused.</summary>
public sealed class LtiServiceException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="fault">Whether to try again.</param>
    /// <param name="message">For an administrator: what was asked and what came back; no personal data, no token.</param>
    /// <param name="inner">What the network said.</param>
    public LtiServiceException(ServiceFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of failure.</summary>
    public ServiceFault Fault { get; }

    /// <summary>HTTP status, or null when there was no answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long the platform asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it was the token that the platform did not give, so that the service was never asked.</summary>
    public bool IsAboutToken { get; init; }

    /// <summary>Whether the platform's certificate can't be trusted: only its administrators can mend that.</summary>
    public bool IsAboutCertificate { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool MayRetry => Fault is ServiceFault.Unreachable or ServiceFault.Throttled or ServiceFault.Failed;
}

/// <summary>What kind of failure of a platform's service.</summary>
public enum ServiceFault
{
    /// <summary>No answer, a broken one, or a 502 to 504. Safe to repeat.</summary>
    Unreachable,

    /// <summary>The platform failed over this one thing (500); others may fare better. Safe to repeat.</summary>
    Failed,

    /// <summary>Too many requests. Repeat after a while.</summary>
    Throttled,

    /// <summary>The platform said no: a repeat brings the same answer.</summary>
    Refused,

    /// <summary>The address lies where this tool must not go: not https, or inside a private network.</summary>
    Forbidden,

    /// <summary>The thing is gone: 404 or 410.</summary>
    Gone,
}
