using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// A new tab sends no cookie of the frame, in any engine. So the page hands it a one-time ticket, for which it gets a session
/// and a first-party cookie of its own.
/// </summary>
public sealed class TabTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("LearningBuddy.TabTicket").ToTimeLimitedDataProtector();

    /// <summary>How long a ticket is good for: as long as the page it stands on may be open.</summary>
    public static readonly TimeSpan Life = SessionRules.Idle;

    /// <summary>A ticket for a session.</summary>
    public string Make(Guid sessionId) => protector.Protect($"{sessionId:N}.{Guid.NewGuid():N}", clock.GetUtcNow() + Life);

    /// <summary>What a ticket says, or null when it is none, has run out or belongs to another session.</summary>
    public string? Read(string? ticket, Guid sessionId)
    {
        try
        {
            var text = protector.Unprotect(ticket ?? "", out var until);
            return until > clock.GetUtcNow() && text.StartsWith($"{sessionId:N}.", StringComparison.Ordinal) ? text[33..] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

/// <summary><c>POST /s/{handle}/tab</c>: opens a place of the journey in a new tab.</summary>
internal static class OpenTab
{
    /// <summary>Where the ticket is handed in.</summary>
    public static readonly PathString Path = "/tab";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/tab", HandleAsync).DisableAntiforgery();

    private static async Task<IResult> HandleAsync(
        HttpContext context, CurrentSession me, SessionStore store, TabTickets tickets, TimeProvider clock)
    {
        if (!me.IsOpen || me.Purpose == LtiMessageType.DeepLinking)
        {
            return Results.NotFound();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var to = form["to"].ToString();
        if (tickets.Read(form["ticket"], me.Id) is not { } serial || !IsLocal(to))
        {
            await EndedPage.WriteAsync(context, me.Ended);
            return Results.Empty;
        }

        var now = clock.GetUtcNow();
        var (handle, cookie) = (SessionSecret.New(), SessionSecret.New());
        var row = await store.RowAsync(me.Id, context.RequestAborted);
        row.Id = Ids.New(clock);
        row.HandleHash = SessionSecret.Hash(handle);
        row.CookieHash = SessionSecret.Hash(cookie);
        row.LastSeenAt = now;
        row.Facts = JsonSerializer.Serialize(me.Facts with { IsOwnTab = true }, StoredJson.Options);
        var used = new UsedNonceRow { OwnerId = me.Id, Nonce = serial, ExpiresAt = now + TabTickets.Life };
        if (!await store.OpenTabAsync(row, used, context.RequestAborted))
        {
            await EndedPage.WriteAsync(context, me.Ended);
            return Results.Empty;
        }

        SessionCookie.Set(context.Response, SessionSecret.CookieName(row.HandleHash), cookie);
        return Results.LocalRedirect($"/s/{handle}{to}", permanent: false, preserveMethod: false);
    }

    private static bool IsLocal(string to) =>
        to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal);
}
