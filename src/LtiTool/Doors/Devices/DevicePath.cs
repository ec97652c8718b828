using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// A person's own space on their own device, <c>/me/…</c>: their journeys side by side, and below <c>/me/j/{journey}/…</c> the pages of
/// each, with a learner's own rights and no others. Who it is says a first-party cookie, so the addresses stay the same and may be kept.
/// </summary>
internal sealed class DevicePath(RequestDelegate next)
{
    /// <summary>Where it begins.</summary>
    public const string Home = "/me";

    private const string Journeys = Home + "/j/";
    private const int KeyLength = 32;

    /// <summary>The first address of a journey.</summary>
    /// <param name="journeyId">Which.</param>
    /// <param name="page">What follows, with its slash.</param>
    public static string Of(Guid journeyId, string page = "") => $"{Journeys}{journeyId:N}{page}";

    public async Task InvokeAsync(
        HttpContext context, CurrentDevice current, CurrentSession session, SessionReader reader, BuddyDbContext db, TimeProvider clock)
    {
        if (!context.Request.Path.StartsWithSegments(Home, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        SessionHeaders.Private(context.Response);
        if (ForeignRequest.Is(context.Request))
        {
            await ForeignRequest.RefuseAsync(context);
            return;
        }

        var isOpen = await BeginAsync(context, current, db, clock.GetUtcNow());
        if (isOpen && !context.Request.Query.ContainsKey("culture"))
        {
            // Not in BeginAsync: a culture that is set in what is awaited is gone when that has ended. A link that says a language holds.
            SessionLanguage.Apply(context, SessionLanguage.Chosen(current.Person.ChosenLanguage, current.Person.Locale));
        }

        if (TrySplit(context.Request.Path, out var journeyId, out var page))
        {
            var found = isOpen ? await reader.FindAsync(current.Device.TokenHash, journeyId, context.RequestAborted) : null;
            if (found is null)
            {
                await EndedPage.WriteForDeviceAsync(context, isOpen);
                return;
            }

            session.Begin(found);
            context.Request.PathBase = context.Request.PathBase.Add(Of(journeyId));
            context.Request.Path = page;
            SessionHeaders.Framing(context.Response, found.Facts);
        }

        await next(context);
    }

    private static async Task<bool> BeginAsync(HttpContext context, CurrentDevice current, BuddyDbContext db, DateTimeOffset now)
    {
        if (DeviceCookie.Of(context.Request) is not { } secret)
        {
            return false;
        }

        var hash = SessionSecret.Hash(secret);
        var found = await (
            from device in db.Devices
            join person in db.People on device.PersonId equals person.Id
            where device.TokenHash == hash
            select new { device, person }).AsNoTracking().SingleOrDefaultAsync(context.RequestAborted);
        if (found?.device.IsOpen(now) != true)
        {
            return false;
        }

        current.Begin(found.device, found.person);
        if (now - found.device.LastSeenAt >= SessionRules.TouchDeviceEvery)
        {
            await context.RequestServices.GetRequiredService<SessionStore>().TouchDeviceAsync(found.device.Id, now, context.RequestAborted);
            DeviceCookie.Set(context.Response, secret);
        }

        return true;
    }

    private static bool TrySplit(PathString path, out Guid journeyId, out PathString page)
    {
        (journeyId, page) = (Guid.Empty, default);
        var text = path.Value ?? "";
        var end = Journeys.Length + KeyLength;
        if (!text.StartsWith(Journeys, StringComparison.Ordinal) || text.Length < end || (text.Length > end && text[end] != '/')
            || !Guid.TryParseExact(text[Journeys.Length..end], "N", out journeyId))
        {
            return false;
        }

        page = text.Length > end ? new PathString(text[end..]) : new PathString("/");
        return true;
    }
}
