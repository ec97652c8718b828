using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Makes and finds guest links. A link is made when its mail is written, at each try: the token is in that mail and nowhere else, and
/// whichever of two mails arrives, its link is good.
/// </summary>
internal sealed class GuestLinks(BuddyDbContext db, JourneyWriter writer, GuestTokens tokens, TimeProvider clock)
{
    /// <summary>The address of a new link for a mail; null when it would open nothing by now.</summary>
    /// <param name="ask">What the guest was asked, open or accepted.</param>
    /// <param name="language">The language of the mail.</param>
    /// <param name="ct">Stops.</param>
    /// <remarks>Whoever ends it at the same moment closes this link too, or it is not made.</remarks>
    public Task<Uri?> MakeAsync(GuestAsk ask, string language, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of(ask.Learner.ParticipationId), Actor.Tool, change => MakeAsync(ask, language, change, ct), ct);

    /// <summary>The link of a token, whether it still opens anything or not; null when there is none.</summary>
    public async Task<GuestLink?> FindAsync(string token, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } id)
        {
            return null;
        }

        var hash = SessionSecret.Hash(token);
        return await db.GuestLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == id && link.TokenHash == hash, ct);
    }

    /// <summary>The link by which somebody accepted what they were asked there, while it lets them in; else null.</summary>
    public Task<GuestLink?> AcceptedAsync(Guid subjectId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.GuestLinks.AsNoTracking()
            .Where(link => link.SubjectId == subjectId && link.ConsentAt != null && link.RevokedAt == null && link.ExpiresAt > now)
            .OrderBy(link => link.ConsentAt).FirstOrDefaultAsync(ct);
    }

    private async Task<Uri?> MakeAsync(GuestAsk ask, string language, JourneyChange change, CancellationToken ct)
    {
        var id = change.NewId();
        var token = tokens.New(id);
        var hash = SessionSecret.Hash(token);
        var link = ask.State switch
        {
            GuestAskState.Open => new GuestLink(id, hash, ask.Scope, ask.Learner.PersonId, ask.Until),
            GuestAskState.Accepted => (await AcceptedAsync(ask.Scope.SubjectId, ct))?.Another(id, hash),
            _ => null,
        };
        if (link is null)
        {
            return null;
        }

        db.GuestLinks.Add(link);
        return tokens.Page(token, language);
    }
}
