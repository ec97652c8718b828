using System.Runtime.InteropServices;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>A statement as it goes on to another record store: as it came, without what each store says for itself.</summary>
internal static class ForwardedStatement
{
    /// <summary>
    /// Takes away <c>stored</c>, <c>authority</c> and <c>version</c> (2.4 of 1.0.3: set by the receiving
    /// store); all else stays byte for byte.
    /// </summary>
    /// <param name="stored">UTF-8 JSON as the embedded store returns it.</param>
    public static byte[] Of(ReadOnlyMemory<byte> stored)
    {
        using var document = JsonDocument.Parse(stored);
        using var stream = new MemoryStream(stored.Length);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var property in document.RootElement.EnumerateObject()
                .Where(property => property.Name is not ("stored" or "authority" or "version")))
            {
                writer.WritePropertyName(property.Name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
