using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Finds the column of a journey: the one the launch named, else by our own id, else it is made.</summary>
internal sealed class LineItems(BuddyDbContext db, LineItemsClient client, NodeTurns turns)
{
    /// <summary>Tag of our columns.</summary>
    public const string Tag = "journey";

    /// <summary>Tag of the columns that further links have of their own.</summary>
    public const string PartTag = "journey-part";

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

        // Between looking and making nobody else may look: there would be two columns.
        await using var turn = await turns.TakeAsync(DerivedId.From(desired.Journey.Id, "line item"), ct);
        var made = await db.Journeys.Where(journey => journey.Id == desired.Journey.Id)
            .Select(journey => journey.LineItemUrl).SingleOrDefaultAsync(ct);
        return made is null ? await MakeAsync(desired, new Uri(container), ct) : new Uri(made);
    }

    /// <summary>
    /// Whether the platform still lists the column among those of the course; null when it doesn't know the course's gradebook either, as
    /// one that was deleted, or isn't open today.
    /// </summary>
    public async Task<bool?> HasAsync(DesiredScore desired, Uri lineItem, CancellationToken ct)
    {
        if (desired.Journey.LineItemsUrl is not { } container)
        {
            return null;
        }

        try
        {
            var items = await client.ListAsync(desired.Platform, new Uri(container), null, null, ct);
            return items.Any(item => item.Id == lineItem);
        }
        catch (LtiServiceException failure) when (failure.Fault == ServiceFault.Gone)
        {
            return null;
        }
    }

    private async Task<Uri?> MakeAsync(DesiredScore desired, Uri container, CancellationToken ct)
    {
        // On a further link there is no column: the one of the link to the whole, which nobody has opened yet, is found by our own id.
        var isFurther = await db.JourneyLinks.AnyAsync(
            link => link.CourseId == desired.Journey.CourseId && link.ResourceLinkId == desired.Journey.ResourceLinkId, ct);
        var wanted = new LineItem
        {
            Label = desired.Title,
            ScoreMaximum = desired.Posting.Maximum,
            ResourceId = (desired.Journey.DesignId ?? desired.Journey.Id).ToString(),
            Tag = Tag,
            ResourceLinkId = isFurther ? null : desired.Journey.ResourceLinkId,
        };
        var item = await client.FindOrCreateAsync(desired.Platform, container, wanted, ct);
        await db.Journeys.Where(journey => journey.Id == desired.Journey.Id).ExecuteUpdateAsync(
            set => set.SetProperty(journey => journey.LineItemUrl, item.Id!.AbsoluteUri), ct);
        return item.Id;
    }
}
