using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Lets a guest in: a session for what they were asked for, with no LMS around it and no way to anything else.</summary>
internal sealed class GuestSessions(BuddyDbContext db, WriteGate gate, TimeProvider clock)
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
            CookieHash = SessionSecret.Hash(cookie),
            Door = Door.Guest,
            DoorId = link.Id,
            PersonId = link.PersonId!.Value,
            CourseId = place.Id,
            JourneyId = link.JourneyId,
            PlatformId = place.PlatformId,
            Role = CourseRole.Guest,
            Purpose = LtiMessageType.ResourceLink,
            Facts = JsonSerializer.Serialize(
                new SessionFacts { Locale = locale, DeploymentId = place.DeploymentId, IsOwnTab = true }, StoredJson.Options),
            LastSeenAt = now,
            OpenedAt = now,
        };
        using (await gate.EnterAsync(ct))
        {
            db.Sessions.Add(row);
            await db.SaveChangesAsync(ct);
        }

        SessionCookie.SetFirstParty(response, SessionSecret.CookieName(row.HandleHash), cookie, SessionRules.LongestOfGuests);
        return $"/s/{handle}{FirstPage}";
    }
}
