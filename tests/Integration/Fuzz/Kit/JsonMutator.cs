using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>What is done to one place of a document.</summary>
/// <param name="Place">Number of the value, counted from the outside in, from the first to the last.</param>
/// <param name="How">What is done.</param>
/// <param name="Raw">What comes instead, or beside it.</param>
internal sealed record Mutation(int Place, MutationKind How, string Raw);

/// <summary>Ways to spoil a place.</summary>
internal enum MutationKind
{
    /// <summary>Another value stands there.</summary>
    Replace,

    /// <summary>Nothing stands there: neither name nor value.</summary>
    Remove,

    /// <summary>The name stands there twice.</summary>
    Twice,

    /// <summary>A list around it.</summary>
    Wrap,

    /// <summary>A number as a text, a text as a number.</summary>
    OtherType,

    /// <summary>Something nobody asked for stands before it.</summary>
    Beside,

    /// <summary>Another name.</summary>
    Rename,
}

/// <summary>
/// Makes documents near the border between good and bad: a good one in which a few places are spoilt. They are written as text, since nodes
/// refuse what the worst senders write.
/// </summary>
internal static class JsonMutator
{
    /// <summary>Documents that are JSON, whatever is in them.</summary>
    public static Gen<string> Of(string good) => Mutations(Parse(good)).Select(mutations => Write(Parse(good), mutations));

    /// <summary>The same, and now and then one that is torn or isn't JSON at all.</summary>
    public static Gen<string> OfOrTorn(string good) => Gen.Frequency((12, Of(good)), (1, Torn(good)));

    /// <summary>What is done to a document: mostly one thing.</summary>
    public static Gen<Mutation[]> Mutations(JsonNode document)
    {
        var places = Count(document);
        return Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Constant(1)), (4, Gen.Constant(2)), (2, Gen.Choose(3, 8)))
            .SelectMany(count => Gen.ArrayOf(Mutation(places), count));
    }

    private static Gen<Mutation> Mutation(int places) =>
        from place in Gen.Choose(1, places - 1)
        from how in Gen.Frequency(
            (9, Gen.Constant(MutationKind.Replace)), (3, Gen.Constant(MutationKind.Remove)), (1, Gen.Constant(MutationKind.Twice)),
            (1, Gen.Constant(MutationKind.Wrap)), (2, Gen.Constant(MutationKind.OtherType)), (1, Gen.Constant(MutationKind.Beside)),
            (1, Gen.Constant(MutationKind.Rename)))
        from raw in Gen.Frequency((14, Gen.Elements<string>(OddJson.Values)), (1, Gen.Elements<string>(OddJson.Huge)))
        select new Mutation(place, how, raw);

    private static Gen<string> Torn(string good) => Gen.OneOf(
        from length in Gen.Choose(0, good.Length) select good[..length],
        from text in Of(good) from more in Gen.Elements("x", "}", "{}", "\0", ",", "//") select text + more,
        Gen.Elements<string>(OddJson.Values),
        Gen.Elements("", " ", "\uFEFF" + good, "[" + good, new string('[', 100_000), "<html><body>Login</body></html>", "NaN", "undefined", "{'a':1}", "\0"));

    /// <summary>Writes a document with these places spoilt.</summary>
    public static string Write(JsonNode document, IReadOnlyCollection<Mutation> mutations)
    {
        var writer = new Writer(mutations.DistinctBy(mutation => mutation.Place).ToDictionary(mutation => mutation.Place));
        writer.Value(document);
        return writer.ToString();
    }

    private static JsonNode Parse(string good) => JsonNode.Parse(good)!;

    private static int Count(JsonNode? node) => 1 + node switch
    {
        JsonObject members => members.Sum(member => Count(member.Value)),
        JsonArray items => items.Sum(Count),
        _ => 0,
    };

    private sealed class Writer(Dictionary<int, Mutation> mutations)
    {
        private readonly StringBuilder text = new();
        private int place;

        public override string ToString() => text.ToString();

        public void Value(JsonNode? node)
        {
            place++;
            switch (node)
            {
                case JsonObject members:
                    Many('{', members.Select(member => ((string?)member.Key, member.Value)), '}');
                    break;
                case JsonArray items:
                    Many('[', items.Select(item => ((string?)null, item)), ']');
                    break;
                default:
                    text.Append(node?.ToJsonString() ?? "null");
                    break;
            }
        }

        private void Many(char begin, IEnumerable<(string? Name, JsonNode? Value)> all, char end)
        {
            text.Append(begin);
            var isFirst = true;
            foreach (var (name, value) in all)
            {
                var mutation = mutations.GetValueOrDefault(place);
                if (mutation?.How == MutationKind.Remove)
                {
                    place += Count(value);
                    continue;
                }

                text.Append(isFirst ? "" : ",");
                isFirst = false;
                One(name, value, mutation);
            }

            text.Append(end);
        }

        private void One(string? name, JsonNode? value, Mutation? mutation)
        {
            var written = name is null ? "" : JsonSerializer.Serialize(name) + ":";
            switch (mutation?.How)
            {
                case MutationKind.Replace:
                    text.Append(written).Append(mutation.Raw);
                    place += Count(value);
                    break;
                case MutationKind.OtherType:
                    text.Append(written).Append(Other(value));
                    place += Count(value);
                    break;
                case MutationKind.Twice:
                    text.Append(written).Append(mutation.Raw).Append(',').Append(written);
                    Value(value);
                    break;
                case MutationKind.Beside:
                    text.Append(name is null ? "" : Named(mutation.Raw)).Append(mutation.Raw).Append(',').Append(written);
                    Value(value);
                    break;
                case MutationKind.Wrap:
                    text.Append(written).Append('[');
                    Value(value);
                    text.Append(']');
                    break;
                case MutationKind.Rename:
                    text.Append(name is null ? "" : Named(mutation.Raw));
                    Value(value);
                    break;
                default:
                    text.Append(written);
                    Value(value);
                    break;
            }
        }

        private static string Named(string raw) => (raw.StartsWith('"') ? raw : "\"odd\"") + ":";

        private static string Other(JsonNode? value) => value switch
        {
            JsonValue one when one.GetValueKind() == JsonValueKind.String => "7",
            JsonValue one => JsonSerializer.Serialize(one.ToJsonString()),
            JsonArray => "{}",
            _ => "[]",
        };
    }
}
