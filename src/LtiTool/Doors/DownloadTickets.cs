using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// A browser asks for a download without the frame's partitioned cookie. So the address of each carries a ticket of the page it stands on:
/// good for this one address in this one session, followed from one of our pages, as long as that page may be open.
/// </summary>
public sealed class DownloadTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Parameter = "ticket";

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("LearningBuddy.DownloadTicket").ToTimeLimitedDataProtector();

    /// <summary>How long a ticket is good for; it ends with its session in any case.</summary>
    public static readonly TimeSpan Life = SessionRules.Idle;

    /// <summary>An address with its ticket.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="address">Path and query below the session's path base.</param>
    public string Sign(Guid sessionId, string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (address, "") : (address[..question], address[question..]);
        var ticket = protector.Protect(What(sessionId, path, query), clock.GetUtcNow() + Life);
        return QueryHelpers.AddQueryString(address, Parameter, ticket);
    }

    /// <summary>Whether a request has the ticket for what it asks for. A copied address opened elsewhere loses.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What follows the session's path base.</param>
    /// <param name="session">The session that the handle names.</param>
    internal bool Admits(HttpRequest request, PathString path, OpenSession session)
    {
        var isFollowed = request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
        if (!isFollowed || !HttpMethods.IsGet(request.Method) || request.Query[Parameter].ToString() is not { Length: > 0 } ticket)
        {
            return false;
        }

        try
        {
            var signed = protector.Unprotect(ticket, out var until);
            return until > clock.GetUtcNow()
                && SessionSecret.AreEqual(signed, What(session.Id, path.Value!, request.QueryString.Value ?? ""));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string What(Guid sessionId, string path, string query)
    {
        var parts =
            from part in QueryHelpers.ParseQuery(query)
            where part.Key != Parameter
            orderby part.Key
            from value in part.Value
            select $"{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(value ?? "")}";
        return $"{sessionId:N} {path}?{string.Join('&', parts)}";
    }
}
