using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.Tests.Integration.Lti.Certification;

/// <summary>One case: its name is a sentence, and its file holds only what differs from <c>base.json</c>.</summary>
/// <remarks>
/// <c>claims</c>, <c>header</c>, <c>login</c> and <c>form</c> replace or add; <c>without</c> removes, by names such as <c>claims.sub</c>.
/// Claim names are shortened: <c>lti:</c>, <c>ags:</c>, <c>nrps:</c>, <c>dl:</c>. Other members are explained in README.md beside it.
/// </remarks>
internal sealed class CertificationCase
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["lti:"] = "https://purl.imsglobal.org/spec/lti/claim/",
        ["ags:"] = "https://purl.imsglobal.org/spec/lti-ags/claim/",
        ["nrps:"] = "https://purl.imsglobal.org/spec/lti-nrps/claim/",
        ["dl:"] = "https://purl.imsglobal.org/spec/lti-dl/claim/",
    };

    private readonly JsonObject difference;

    private CertificationCase(JsonObject difference, JsonObject start)
    {
        this.difference = difference;
        Login = Part(start, "login");
        Header = Part(start, "header");
        Claims = Part(start, "claims");
    }

    public JsonObject Login { get; }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public JsonObject Form => difference["form"]?.AsObject() ?? [];

    public JsonObject Expected => difference["expect"]!.AsObject();

    public string Signed => Text("sign") ?? "right";

    public string Browser => Text("browser") ?? "same";

    public string? Token => Text("token");

    public string? RawPayload => Text("payload");

    public string? Platform => Text("platform");

    public string? Body => Text("body");

    public double IssuedSecondsAgo => Number("issuedSecondsAgo") ?? 0;

    public double LivesSeconds => Number("livesSeconds") ?? 60;

    public double SecondsFromLoginToLaunch => Number("secondsFromLoginToLaunch") ?? 0;

    public int PadBytes => (int)(Number("padBytes") ?? 0);

    public bool Twice => difference["twice"]?.GetValue<bool>() ?? false;

    public bool Removes(string name) =>
        difference["without"] is JsonArray names && names.Any(one => one!.GetValue<string>() == name);

    public bool Sets(string part, string name) => difference[part] is JsonObject patch && patch.ContainsKey(name);

    public static CertificationCase Read(string folder, string sentence) =>
        Of(JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolder.Of("Certification"), folder, sentence + ".json")))!.AsObject());

    public static CertificationCase Of(JsonObject difference) =>
        new(difference, JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolder.Of("Certification"), "base.json")))!.AsObject());

    public static IEnumerable<string> Sentences(string folder) =>
        Directory.EnumerateFiles(Path.Combine(TestFolder.Of("Certification"), folder), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal);

    private JsonObject Part(JsonObject start, string part)
    {
        var whole = new JsonObject();
        foreach (var (name, value) in start[part]!.AsObject().Concat(difference[part]?.AsObject() ?? []))
        {
            if (!Removes($"{part}.{name}"))
            {
                whole[Long(name)] = value?.DeepClone();
            }
        }

        return whole;
    }

    private static string Long(string name)
    {
        var prefix = Prefixes.Keys.FirstOrDefault(one => name.StartsWith(one, StringComparison.Ordinal));
        return prefix is null ? name : Prefixes[prefix] + name[prefix.Length..];
    }

    private string? Text(string name) => difference[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private double? Number(string name) => difference[name]?.GetValue<double>();
}
