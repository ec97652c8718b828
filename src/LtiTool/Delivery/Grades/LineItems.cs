using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Finds the column of a journey: the one the launch named, else by our own id, else it is made.</summary>
internal sealed class LineItems(BuddyDbContext db, LineItemsClient client)
{
    /// <summary>Tag of our columns.</summary>
    public const string Tag = "journey";

    /// <summary>The column's address, or null when the platform offers none.</summary>
    public async Task<Uri?> OfAsync(DesiredScore desired, CancellationToken ct)
    {
        if (desired.Journey.LineItemUrl is { } known)
        {
            return new Uri(known);
        }

        if (desired.Journey.LineItemsUrl is not { } container)
        {
            return null;
        }

        var wanted = new LineItem
        {
            Label = desired.Journey.Definition!.Title,
            ScoreMaximum = desired.Posting.Maximum,
            ResourceId = (desired.Journey.ContentId ?? desired.Journey.Id).ToString(),
            Tag = Tag,
            ResourceLinkId = desired.Journey.ResourceLinkId,
        };
        var item = await client.FindOrCreateAsync(desired.Platform, new Uri(container), wanted, ct);
        await db.Journeys.Where(journey => journey.Id == desired.Journey.Id).ExecuteUpdateAsync(
            set => set.SetProperty(journey => journey.LineItemUrl, item.Id!.AbsoluteUri), ct);
        return item.Id;
    }
}
