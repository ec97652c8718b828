using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace LearningBuddy.Shared.Core;

/// <summary>
/// Under which name and version a kind of event is stored. Both are part of the stored format: never changed, only added to.
/// </summary>
/// <param name="Name">Lower case, <c>theme.what-happened</c>.</param>
/// <param name="Version">From 1; one more whenever the payload changes in a way that older ones can't be read by.</param>
/// <param name="Type">The record.</param>
public sealed record EventType(string Name, int Version, Type Type)
{
    /// <summary>Lifts payloads of older versions, one version each, the oldest first.</summary>
    public IReadOnlyList<Upcaster> Upcasters { get; private init; } = [];

    /// <summary>False for what concerns the tool alone: it becomes no statement.</summary>
    public bool HasStatement { get; private init; } = true;

    /// <summary>A kind of event.</summary>
    public static EventType Of<T>(string name, int version = 1)
        where T : JourneyEvent => new(name, version, typeof(T));

    /// <summary>The same, with what lifts its older versions.</summary>
    public EventType Lifting(params Upcaster[] upcasters) => this with { Upcasters = upcasters };

    /// <summary>The same, for the tool alone.</summary>
    public EventType WithoutStatement() => this with { HasStatement = false };
}

/// <summary>Turns a payload of one version into one of the next.</summary>
/// <param name="From">The version it takes.</param>
/// <param name="Lift">Changes the payload, given when the event happened.</param>
public sealed record Upcaster(int From, Action<JsonObject, DateTimeOffset> Lift);

/// <summary>Every kind of event there is, from the themes.</summary>
public static class EventTypes
{
    private static readonly Lazy<FrozenDictionary<string, EventType>> ByName =
        new(() => All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<Type, EventType>> ByType = new(() => All.ToFrozenDictionary(type => type.Type));

    /// <summary>All of them, theme by theme.</summary>
    public static IEnumerable<EventType> All => Themes.All.SelectMany(theme => theme.Events);

    /// <summary>The kind stored under this name, or null for one of a newer version.</summary>
    public static EventType? Find(string name) => ByName.Value.GetValueOrDefault(name);

    /// <summary>The name under which a kind of event is stored.</summary>
    /// <exception cref="KeyNotFoundException">Its theme doesn't list it.</exception>
    public static string NameOf<T>()
        where T : JourneyEvent => ByType.Value[typeof(T)].Name;

    /// <summary>The kind of an event.</summary>
    /// <exception cref="KeyNotFoundException">Its theme doesn't list it.</exception>
    public static EventType Of(JourneyEvent what) => ByType.Value[what.GetType()];
}
