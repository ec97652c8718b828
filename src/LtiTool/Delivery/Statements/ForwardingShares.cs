using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Profile;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What goes on from the embedded record store, and where to: all of it, or what belongs to some journeys.</summary>
internal sealed class ForwardingShares(LrsDestinations destinations, IOptions<LearningBuddyOptions> options)
{
    /// <summary>One for each store that takes everything, or for each journey of a store that takes some.</summary>
    public IReadOnlyList<ForwardingShare> All { get; } =
    [
        .. from destination in destinations.All
           where destination.Remote is { Forward: true }
           from share in Of(destination, options.Value.PublicUrl)
           select share,
    ];

    private static IEnumerable<ForwardingShare> Of(LrsDestination destination, Uri toolBase)
    {
        var cursor = StatementCursor.Forward + destination.Name;
        return destination.Remote!.Journeys is { Count: > 0 } only
            ? only.Select(journey => new ForwardingShare(destination.Name, $"{cursor}:{journey:N}", AboutJourney(toolBase, journey)))
            : [new ForwardingShare(destination.Name, cursor, new StatementQuery())];
    }

    /// <summary>
    /// A statement belongs to a journey that is its object or among its context activities, or when it refers to one that does.
    /// </summary>
    private static StatementQuery AboutJourney(Uri toolBase, Guid journey) => new StatementQuery().Matching(
        new StatementFilters { Activity = ActivityIris.Journey(toolBase, journey), RelatedActivities = true });
}

/// <summary>A part of the embedded record store that another store is to have.</summary>
/// <param name="Destination">Name of the store.</param>
/// <param name="Cursor">Key of how far was read.</param>
/// <param name="Question">What belongs to it. Statements that were voided meanwhile don't; the voiding ones do.</param>
internal sealed record ForwardingShare(string Destination, string Cursor, StatementQuery Question);
