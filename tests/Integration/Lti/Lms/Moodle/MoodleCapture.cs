using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Captured;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>A recorded Moodle as the tool meets it.</summary>
internal sealed class MoodleCapture(string version)
{
    private readonly CapturedMoodle capture = new(version);

    public static string[] Versions => CapturedMoodle.Versions;

    public string Site => capture.Site;

    public Uri Tool => new(capture.Tool);

    public DateTimeOffset From => capture.From;

    public Platform Platform => new()
    {
        Id = Guid.Parse("0b7e3d1c-0000-4000-8000-000000000045"),
        Issuer = Site,
        ClientId = capture.ClientId,
        AuthorizationEndpoint = new Uri(Site + "/mod/lti/auth.php"),
        TokenEndpoint = new Uri(Site + "/mod/lti/token.php"),
        JwksUri = new Uri(Site + "/mod/lti/certs.php"),
        ProductFamilyCode = "moodle",
    };

    public Recording Exchange(string name) => Recording.Read(capture.PathOf(name + ".json"));

    /// <summary>An exchange of which the answer alone can be played, since what was asked is nothing that we would send.</summary>
    public Recording AnswerOf(string name) => Exchange(name) with { RequestHeaders = new Dictionary<string, string>() };

    public JsonObject Json(string name) => capture.Json(name);

    public string Text(string name) => capture.Text(name);

    public bool Has(string name) => capture.Has(name);

    public Uri Address(string path) => new(Site + "/mod/lti/services.php" + path);

    /// <summary>Recordings with a token first: every call of a service needs one.</summary>
    public RecordedPlatform Services(params string[] recordings)
    {
        var network = new RecordedPlatform().Play(Exchange("token/success"));
        foreach (var recording in recordings)
        {
            network.Play(Exchange(recording));
        }

        return network;
    }

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
}
