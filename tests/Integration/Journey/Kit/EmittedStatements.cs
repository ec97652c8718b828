using System.Text.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.XApi.Profile;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>The promise to dashboards: whatever a test made the tool say follows a template of the published profile.</summary>
internal static class EmittedStatements
{
    /// <summary>Every statement of the outbox, as the tool's own record store gets it.</summary>
    public static List<JsonElement> Of(Stage stage) =>
    [
        .. stage
            .Look(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.Statement && row.Destination == LrsDestinations.Embedded).Select(row => row.Payload).ToList())
            .Where(payload => payload.Length > 0)
            .Select(payload => JsonElement.Parse(payload)),
    ];

    /// <summary>Looks at every statement of the outbox. Statements refer to each other, so each is looked at with the others at hand.</summary>
    public static void AssertFollowTheProfile(Stage stage)
    {
        var statements = Of(stage);
        var byId = statements.ToDictionary(statement => statement.GetProperty("id").GetGuid());
        foreach (var statement in statements)
        {
            var match = ProfileValidator.OfJourneys.Check(statement, id => byId.TryGetValue(id, out var found) ? found : null);
            Assert.True(match.IsGood, $"{string.Join(", ", match.Templates)} broken: {string.Join(", ", match.Broken)} by {statement}");
        }
    }
}
