using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>
/// Whatever arrives is either refused with a numbered problem or taken in so that it can be read, indexed and returned again: nothing a
/// sender writes throws. Half of the examples are good statements with a few wrong places, half is any JSON at all.
/// </summary>
public sealed class StatementFuzzTests
{
    private const int Examples = 100_000;

    private static readonly string[] Seeds =
        [.. GoldenFile.Names().Where(name => name.EndsWith("2.0.0.json", StringComparison.Ordinal)).Select(name => FirstOf(GoldenFile.Read(name)))];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "3.5", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "\"😀\"", "[]", "{}", "[null]", "[[[[]]]]",
        "\"mailto:a@b\"", "\"http://x\"", "\"60d112fc-3150-5150-892c-4e1e41ddf21f\"", "\"2026-01-01T00:00:00Z\"", "{\"objectType\":\"Group\"}",
        "{\"objectType\":\"SubStatement\"}", "{\"objectType\":7}", "{\"mbox\":\"mailto:a@b.example\"}", "{\"id\":\"http://x.example\"}",
        "[{\"objectType\":\"contextAgent\"}]", "\"P1D\"", "{\"en\":1}", "99999999999999999999", "{\"a\":1,\"a\":2}",
    ];

    private static readonly string[] Names =
    [
        "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments", "objectType", "mbox", "account",
        "member", "definition", "name", "extensions", "score", "scaled", "duration", "contextActivities", "parent", "contextAgents", "contextGroups", "agent",
        "group", "relevantTypes", "interactionType", "choices", "sha2", "statement", "registration", "", "\u0000", "Actor",
    ];

    private static readonly IntakeSource[] Sources =
        [.. Enum.GetValues<XApiVersion>().Select(version => new IntakeSource(version, new LrsAuthority("https://buddy.example/xapi", "k"), mayDefine: true))];

    [Fact]
    public void No_statement_throws()
    {
        var taken = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Examples).WithEndSize(12).WithReplay(1u, 3u),
            Prop.ForAll(Texts().ToArbitrary(), text => taken += TakeIn(text)));

        Assert.True(taken > Examples / 50, $"Only {taken} examples were good: the generator no longer reaches the inside.");
    }

    private static Gen<string> Texts() => Gen.OneOf(Gen.Sized(Mutated), Gen.Sized(size => Anything(Math.Min(size, 4))));

    private static Gen<string> Mutated(int size) =>
        from seed in Gen.Elements(Seeds)
        from count in Gen.Choose(0, 1 + (size / 4))
        from changes in Gen.ArrayOf(Changes(), count)
        select changes.Aggregate(seed, Apply);

    private static Gen<(int Place, int Kind, string Name, string Value)> Changes() =>
        from place in Gen.Choose(0, 100_000)
        from kind in Gen.Choose(0, 3)
        from name in Gen.Elements(Names)
        from value in Gen.Elements(Values)
        select (place, kind, name, value);

    private static Gen<string> Anything(int depth) => depth <= 0
        ? Gen.Elements(Values)
        : Gen.OneOf(
            Gen.Elements(Values),
            from names in Gen.ArrayOf(Gen.Elements(Names), depth)
            from values in Gen.ArrayOf(Anything(depth - 1), depth)
            select "{" + string.Join(',', names.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{value}")) + "}",
            from values in Gen.ArrayOf(Anything(depth - 1), depth)
            select "[" + string.Join(',', values) + "]");

    /// <summary>Replaces, adds, removes or renames something at one place, as text: what comes out need not be JSON.</summary>
    private static string Apply(string json, (int Place, int Kind, string Name, string Value) change)
    {
        var colons = Enumerable.Range(0, json.Length).Where(at => json[at] == ':' && at > 0 && json[at - 1] == '"').ToList();
        if (colons.Count == 0)
        {
            return json;
        }

        var at = colons[change.Place % colons.Count];
        var end = EndOfValue(json, at + 1);
        var start = json.LastIndexOf('"', at - 2);
        return change.Kind switch
        {
            0 => json[..(at + 1)] + change.Value + json[end..],
            1 => json[..start] + $"{JsonSerializer.Serialize(change.Name)}:{change.Value}," + json[start..],
            2 => json[..start] + JsonSerializer.Serialize(change.Name) + json[at..],
            _ => json[..(at + 1)] + "[" + json[(at + 1)..end] + "]" + json[end..],
        };
    }

    private static int EndOfValue(string json, int start)
    {
        var (depth, quoted) = (0, false);
        for (var i = start; i < json.Length; i++)
        {
            quoted ^= json[i] == '"' && json[i - 1] != '\\';
            depth += quoted ? 0 : json[i] is '{' or '[' ? 1 : json[i] is '}' or ']' ? -1 : 0;
            if (!quoted && (depth < 0 || (depth == 0 && json[i] == ',')))
            {
                return i;
            }
        }

        return json.Length;
    }

    /// <summary>1 if the text was taken, 0 if it was refused.</summary>
    private static int TakeIn(string text)
    {
        if (JsonText.TryParse(Encoding.UTF8.GetBytes(text), out var document) is { } notJson)
        {
            return notJson.Message.Length > 0 ? 0 : throw new InvalidOperationException("A refusal says why.");
        }

        using (document)
        {
            return Sources.Max(source => TakeIn(document!.RootElement, source));
        }
    }

    private static int TakeIn(JsonElement statement, IntakeSource source)
    {
        if (StatementIntake.Read(statement, source) is not IntakeResult.Ready ready)
        {
            return 0;
        }

        foreach (var incoming in ready.Statements)
        {
            using var stored = JsonDocument.Parse(incoming.Payload);
            StatementLinks.Read(incoming.Payload);
            if (!StatementComparison.AreSame(stored.RootElement, stored.RootElement))
            {
                throw new InvalidOperationException("A statement is the same as itself.");
            }
        }

        return ready.Statements.Count > 0 ? 1 : 0;
    }

    private static string FirstOf(byte[] json) => JsonNode.Parse(json)![0]!.ToJsonString();
}
