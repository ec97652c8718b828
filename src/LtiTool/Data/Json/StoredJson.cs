using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningBuddy.LtiTool.Data.Json;

/// <summary>Immutable values kept in one column as JSON.</summary>
internal static class StoredJson
{
    /// <summary>How stored JSON is written: readable by people, enums by name.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Events: the same, without what is only ever derived from their facts.</summary>
    public static JsonSerializerOptions Events { get; } = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsDerived } },
    };

    /// <summary>Keeps a design as JSON text.</summary>
    public static void HasDesignConversion(this PropertyBuilder property) => property.HasConversion(
        new ValueConverter<JourneyDesign, string>(value => DesignJson.Write(value), stored => DesignJson.Read(stored)),
        new ValueComparer<JourneyDesign>(
            (a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));

    /// <summary>Keeps a property as JSON text. Values are immutable: a change is a new value.</summary>
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            stored => JsonSerializer.Deserialize<T>(stored, Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));

    private static void LeaveOutWhatIsDerived(JsonTypeInfo type)
    {
        for (var place = type.Properties.Count - 1; place >= 0; place--)
        {
            if (type.Properties[place].Set is null && type.Properties[place].AssociatedParameter is null)
            {
                type.Properties.RemoveAt(place);
            }
        }
    }
}
