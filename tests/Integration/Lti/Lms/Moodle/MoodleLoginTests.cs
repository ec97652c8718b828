using System.Web;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Recorded login initiations, and the authentication requests of which Moodle is known to take them.</summary>
public sealed class MoodleLoginTests
{
    public static MatrixTheoryData<string, string> Logins => new(MoodleCapture.Versions,
    [
        "launch/student", "launch/teacher", "launch/nonediting-teacher", "launch/submission-review", "deep-linking/deeplink",
    ]);

    /// <summary>Hints come back unchanged; the redirect is our registered one, whatever the target. State and nonce are ours.</summary>
    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Every_recorded_login_is_answered_with_the_recorded_request(string version, string recording)
    {
        var moodle = new MoodleCapture(version);
        var expected = moodle.Json(recording + ".auth-request.json")["params"]!.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());
        await using var network = new RecordedPlatform();
        await using var tool = await moodle.StartToolAsync(network);
        using var form = new StringContent(
            moodle.Json(recording + ".login-initiation.json")["body"]!.GetValue<string>(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));

        using var answer = await tool.Browser.PostAsync("/lti/login", form, TestContext.Current.CancellationToken);
        var pending = await PendingLogin.ReadAsync(answer);

        var query = HttpUtility.ParseQueryString(pending.AuthenticationRequest!.Query);
        expected["redirect_uri"] = moodle.Tool + "lti/launch";
        (expected["state"], expected["nonce"]) = (pending.State, pending.Nonce);
        Assert.Equal(moodle.Platform.AuthorizationEndpoint.AbsoluteUri, pending.AuthenticationRequest.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            expected.OrderBy(p => p.Key, StringComparer.Ordinal),
            query.AllKeys.ToDictionary(key => key!, key => query[key]!).OrderBy(p => p.Key, StringComparer.Ordinal));
    }
}
