using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Captured;

/// <summary>Traffic of one release of a real Moodle, recorded on 2026-11-22; FACTS.md tells what there is to see in it.</summary>
internal sealed class CapturedMoodle
{
    /// <summary>Every replay is run on both: a test that takes a version gets each of them.</summary>
    public static readonly string[] Versions = ["4.5", "4.2"];

    public static readonly string Root = TestFolder.Repository("tests/Integration/Captured");

    private readonly JsonNode about;

    /// <summary>These recordings, each with what is expected of it, on every release.</summary>
    public static TheoryData<string, string, T> OnEach<T>(params (string Recording, T Expected)[] rows) =>
        new(Versions.SelectMany(version => rows.Select(row => (version, row.Recording, row.Expected))));

    public CapturedMoodle(string version)
    {
        Version = version;
        about = Json("capture-info.json");
    }

    /// <value>The release in two numbers.</value>
    public string Version { get; }

    /// <value>The release as it calls itself, with its build.</value>
    public string Release => about["moodle"]!.GetValue<string>();

    /// <value>The recorded platform's address, without a slash at the end.</value>
    public string Site => about["platform"]!.GetValue<string>();

    /// <value>The recording tool's address, without a slash at the end.</value>
    public string Tool => about["tool"]!.GetValue<string>();

    public string ClientId => about["client_id"]!.GetValue<string>();

    public DateTimeOffset From => DateTimeOffset.Parse(about["capturedFrom"]!.GetValue<string>());

    /// <summary>A recording that is JSON, by its file name.</summary>
    public JsonObject Json(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!.AsObject();

    public string Text(string file) => File.ReadAllText(PathOf(file)).Trim();

    public bool Has(string file) => File.Exists(PathOf(file));

    public string PathOf(string file) => Path.Combine(Root, "moodle-" + Version, file);
}
