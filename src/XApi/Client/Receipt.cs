using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>
/// Whether an answer to a POST says that the statements were stored: 204, or 200 with an array of their ids (2.1.2 of 1.0.3, 4.1.6.1 of
/// 2.0).
/// A maintenance page, a login form and a proxy answer 200 too.
/// </summary>
internal static class Receipt
{
    /// <summary>Words about an answer that is none begin with this.</summary>
    public const string Missing = "HTTP 200, but not with the ids of the statements that were sent";

    /// <summary>Whether everything in the batch was stored; in any order, in any letter case.</summary>
    public static bool IsFor(IReadOnlyList<FrozenStatement> batch, LrsAnswer answer)
    {
        if (answer.Status == 204)
        {
            return true;
        }

        if (JsonText.TryParse(answer.Body, out var document) is not null)
        {
            return false;
        }

        using (document)
        {
            return document!.RootElement is { ValueKind: JsonValueKind.Array } ids
                && ids.EnumerateArray().Select(IdOf).OfType<Guid>().ToHashSet().IsSupersetOf(batch.Select(statement => statement.Id));
        }
    }

    private static Guid? IdOf(JsonElement text) =>
        text.ValueKind == JsonValueKind.String && Guid.TryParse(text.GetString(), out var id) ? id : null;
}
