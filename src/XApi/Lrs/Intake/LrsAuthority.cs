using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>
/// Who is answerable for statements sent with a credential: always the same agent for the same credential (4.2.4.2 of 2.0).
/// </summary>
public sealed class LrsAuthority
{
    /// <summary>An account of the record store.</summary>
    /// <param name="homePage">The record store's address.</param>
    /// <param name="name">The credential's key.</param>
    public LrsAuthority(string homePage, string name)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("objectType", "Agent");
            writer.WriteStartObject("account");
            writer.WriteString("homePage", homePage);
            writer.WriteString("name", name);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        Utf8 = stream.ToArray();
        Element = JsonElement.Parse(Utf8);
        Identity = Intake.Term.RelatedAgent(AgentIdentity.Of(Element)!);
    }

    /// <value>The agent as JSON.</value>
    internal byte[] Utf8 { get; }

    /// <value>The agent, parsed.</value>
    internal JsonElement Element { get; }

    /// <value>What its statements are found by.</value>
    internal long Identity { get; }
}
