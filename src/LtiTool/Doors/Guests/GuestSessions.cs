using System.Security.Cryptography;
using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Lets a guest in: a session for what they were asked for, with no way to anything else.</summary>
internal sealed class GuestSessions(BuddyDbContext db, WriteGate gate, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The first page of a guest's session.</summary>
    public const string FirstPage = "/guest";

    /// <summary>Opens a session for the person behind a link that lets them in, and gives the browser its cookie.</summary>
    /// <param name="link">The link, accepted and open.</param>
    /// <param name="locale">The language of the page it was pressed on.</param>
    /// <param name="response">Takes the cookie.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The path of the first page.</returns>
    public async Task<string> OpenAsync(GuestLink link, string locale, HttpResponse response, CancellationToken ct)
    {
        var (handle, cookie) = (SessionSecret.New(), SessionSecret.New());
        var zone = await db.People.Where(person => person.Id == link.PersonId).Select(person => person.TimeZone).SingleOrDefaultAsync(ct);
        await AddAsync(link, handle, cookie, new() { Locale = locale, TimeZone = zone, IsOwnTab = true }, ct);
        SessionCookie.SetFirstParty(response, SessionSecret.CookieName(SessionSecret.Hash(handle)), cookie, SessionRules.LongestOfGuests);
        return PathOf(handle);
    }

    /// <summary>
    /// The same for somebody who comes from a session of their own course: in the window of that course, with a cookie where that one has
    /// one, and with the way back.
    /// </summary>
    /// <param name="link">The link, accepted by this person and open.</param>
    /// <param name="around">The session they come from; no device's.</param>
    /// <param name="context">The request in that session; its answer takes the cookie.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The path of the first page.</returns>
    public async Task<string> OpenWithinAsync(GuestLink link, CurrentSession around, HttpContext context, CancellationToken ct)
    {
        var (handle, cookie) = (SessionSecret.New(), around.Ended.CookieHash is null ? null : SessionSecret.New());
        var facts = new SessionFacts
        {
            Locale = around.Facts.Locale,
            TimeZone = around.Facts.TimeZone,
            FrameAncestors = around.Facts.FrameAncestors,
            FrameMessages = around.Facts.FrameMessages,
            IsOwnTab = around.Facts.IsOwnTab,
            CameFrom = Paths.Protect(context.Request.PathBase),
        };
        await AddAsync(link, handle, cookie, facts, ct);
        if (cookie is not null)
        {
            SessionCookie.Set(context.Response, SessionSecret.CookieName(SessionSecret.Hash(handle)), cookie);
        }

        return PathOf(handle);
    }

    /// <summary>The path of the session that this one was opened from; null where it was opened by a link.</summary>
    public string? WayBackOf(CurrentSession session)
    {
        try
        {
            return session.Facts.CameFrom is { } path ? Paths.Unprotect(path) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A handle is stored nowhere as it is.</summary>
    private IDataProtector Paths => protection.CreateProtector("LearningBuddy.CameFrom");

    private static string PathOf(string handle) => $"/s/{handle}{FirstPage}";

    private async Task AddAsync(GuestLink link, string handle, string? cookie, SessionFacts facts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var place = await (
            from journey in db.Journeys
            join course in db.Courses on journey.CourseId equals course.Id
            where journey.Id == link.JourneyId
            select new { course.Id, course.PlatformId, course.DeploymentId }).SingleAsync(ct);
        var row = new SessionRow
        {
            Id = Ids.New(clock),
            HandleHash = SessionSecret.Hash(handle),
            CookieHash = cookie is null ? null : SessionSecret.Hash(cookie),
            Door = Door.Guest,
            DoorId = link.Id,
            PersonId = link.PersonId!.Value,
            CourseId = place.Id,
            JourneyId = link.JourneyId,
            PlatformId = place.PlatformId,
            Role = CourseRole.Guest,
            Purpose = LtiMessageType.ResourceLink,
            Facts = JsonSerializer.Serialize(facts with { DeploymentId = place.DeploymentId }, StoredJson.Options),
            LastSeenAt = now,
            OpenedAt = now,
        };
        using (await gate.EnterAsync(ct))
        {
            db.Sessions.Add(row);
            await db.SaveChangesAsync(ct);
        }
    }
}
