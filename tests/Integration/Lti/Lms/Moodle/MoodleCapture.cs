using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Traffic of a real Moodle, recorded on 2026-11-22.</summary>
internal sealed class MoodleCapture(string version)
{
    private readonly JsonNode about = Json(version, "capture-info.json");

    public static readonly string[] Versions = ["4.5", "4.2"];

    public string Site => about["platform"]!.GetValue<string>();

    public Uri Tool => new(about["tool"]!.GetValue<string>());

    public DateTimeOffset From => DateTimeOffset.Parse(about["capturedFrom"]!.GetValue<string>());

    public Platform Platform => new()
    {
        Id = Guid.Parse("0b7e3d1c-0000-4000-8000-000000000045"),
        Issuer = Site,
        ClientId = about["client_id"]!.GetValue<string>(),
        AuthorizationEndpoint = new Uri(Site + "/mod/lti/auth.php"),
        TokenEndpoint = new Uri(Site + "/mod/lti/token.php"),
        JwksUri = new Uri(Site + "/mod/lti/certs.php"),
        ProductFamilyCode = "moodle",
    };

    public Recording Exchange(string name) => Recording.Read(Path(version, name + ".json"));

    public JsonNode Json(string name) => Json(version, name);

    public string Text(string name) => File.ReadAllText(Path(version, name)).Trim();

    public bool Has(string name) => File.Exists(Path(version, name));

    public Uri Address(string path) => new(Site + "/mod/lti/services.php" + path);

    public async Task<LtiHost> StartToolAsync(RecordedPlatform network, Action<LtiOptions>? configure = null)
    {
        var tool = await LtiHost.StartAsync(From, network.Network(), options =>
        {
            options.PublicUrl = Tool;
            configure?.Invoke(options);
        });
        tool.Platforms.Put(Platform);
        tool.Admission.Deployments.Add("1");
        return tool;
    }

    private static JsonNode Json(string version, string name) => JsonNode.Parse(File.ReadAllText(Path(version, name)))!;

    private static string Path(string version, string name) => System.IO.Path.Combine(TestFolder.Of("Lms"), "Moodle", "captured-" + version, name);
}
