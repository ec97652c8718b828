using System.Text.Json;
using LearningBuddy.XApi.Statements.Rules;

namespace LearningBuddy.XApi.Statements;

/// <summary>
/// Whether two statements with one id are the same (2.3.1 of 1.0.3, 4.2.3 of 2.0). What the LRS sets does not count, nor verb displays,
/// activity definitions, attachments, the order of group members, nor one activity written without its list.
/// </summary>
public static class StatementComparison
{
    /// <summary>Compares two valid statements.</summary>
    public static bool AreSame(JsonElement one, JsonElement other) => SameMembers(one, other, static (name, a, b) => name switch
    {
        "id" or "authority" or "stored" or "timestamp" or "version" or "attachments" => true,
        _ => SameCommon(name, a, b),
    });

    private static bool SameCommon(string name, JsonElement? one, JsonElement? other) => (one, other) switch
    {
        ({ } a, { } b) => name switch
        {
            "actor" => SameActor(a, b),
            "verb" => SameId(a, b),
            "object" => SameObject(a, b),
            "result" => SameMembers(a, b, static (part, x, y) => part == "duration" ? SameDuration(x, y) : SameJson(x, y)),
            "context" => SameMembers(a, b, SameContextPart),
            "timestamp" => SameMoment(a, b),
            _ => JsonElement.DeepEquals(a, b),
        },
        _ => false,
    };

    private static bool SameObject(JsonElement one, JsonElement other)
    {
        var type = ActorRules.TypeOf(one) ?? "Activity";
        return type == (ActorRules.TypeOf(other) ?? "Activity") && type switch
        {
            "Agent" or "Group" => SameActor(one, other),
            "SubStatement" => SameMembers(one, other, static (name, a, b) => name is "attachments" || SameCommon(name, a, b)),
            "StatementRef" => SameUuid(one.GetProperty("id"), other.GetProperty("id")),
            _ => SameId(one, other),
        };
    }

    private static bool SameContextPart(string name, JsonElement? one, JsonElement? other)
    {
        if (one is not { } a || other is not { } b)
        {
            return false;
        }

        return name switch
        {
            "registration" => SameUuid(a, b),
            "instructor" or "team" => SameActor(a, b),
            "statement" => SameUuid(a.GetProperty("id"), b.GetProperty("id")),
            "contextActivities" => SameMembers(a, b, static (_, x, y) => SameActivities(x, y)),
            _ => JsonElement.DeepEquals(a, b),
        };
    }

    private static bool SameActivities(JsonElement? one, JsonElement? other)
    {
        var (left, right) = (AsList(one), AsList(other));
        return left.Count == right.Count && left.Zip(right).All(pair => SameId(pair.First, pair.Second));
    }

    private static List<JsonElement> AsList(JsonElement? value) => value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray()],
        { } single => [single],
    };

    private static bool SameActor(JsonElement one, JsonElement other) => SameMembers(one, other, static (name, a, b) => name switch
    {
        "objectType" => (a is { } x ? x.GetString() : "Agent") == (b is { } y ? y.GetString() : "Agent"),
        "mbox_sha1sum" or "mbox" =>
            a is { } x && b is { } y && string.Equals(x.GetString(), y.GetString(), StringComparison.OrdinalIgnoreCase),
        "member" => SamePeople(AsList(a), AsList(b)),
        _ => SameJson(a, b),
    });

    private static bool SamePeople(List<JsonElement> left, List<JsonElement> right) =>
        left.Count == right.Count && left.TrueForAll(person =>
        {
            var index = right.FindIndex(other => SameActor(person, other));
            if (index >= 0)
            {
                right.RemoveAt(index);
            }

            return index >= 0;
        });

    /// <summary>Calls the rule for each property that one of the two has; a missing one is null.</summary>
    private static bool SameMembers(JsonElement one, JsonElement other, Func<string, JsonElement?, JsonElement?, bool> same)
    {
        foreach (var property in one.EnumerateObject())
        {
            if (!same(property.Name, property.Value, other.TryGetProperty(property.Name, out var value) ? value : null))
            {
                return false;
            }
        }

        foreach (var property in other.EnumerateObject())
        {
            if (!one.TryGetProperty(property.Name, out _) && !same(property.Name, null, property.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameId(JsonElement one, JsonElement other) =>
        one.GetProperty("id").ValueEquals(other.GetProperty("id").GetString());

    private static bool SameUuid(JsonElement one, JsonElement other) =>
        string.Equals(one.GetString(), other.GetString(), StringComparison.OrdinalIgnoreCase);

    private static bool SameJson(JsonElement? one, JsonElement? other) => one is { } a && other is { } b && JsonElement.DeepEquals(a, b);

    private static bool SameDuration(JsonElement? one, JsonElement? other) =>
        one is { } a && other is { } b && XApiDuration.ForComparison(a.GetString()!) == XApiDuration.ForComparison(b.GetString()!);

    private static bool SameMoment(JsonElement one, JsonElement other) =>
        XApiTimestamp.TryParse(one.GetString(), XApiVersion.V103, out var a)
            && XApiTimestamp.TryParse(other.GetString(), XApiVersion.V103, out var b)
        && a == b;
}
