extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Tokens;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>
/// Recorded token requests, sent unchanged at their moment: the assertions are the recording tool's own and are verified by its key set.
/// </summary>
public sealed class MoodleTokenReplayTests
{
    public static MatrixTheoryData<string, string> Granted => new(CapturedMoodle.Versions,
    [
        "token/success", "token/single-scope", "token/partly-unknown-scope",
        "token/aud-is-issuer", "token/aud-wrong", "token/no-exp-no-jti", "token/before-activation",
    ]);

    public static MatrixTheoryData<string, string> Refused => new(CapturedMoodle.Versions,
    [
        "token/error-expired", "token/error-grant-type", "token/error-json-body", "token/error-no-scope", "token/error-unknown-client",
        "token/error-unknown-kid", "token/error-unknown-scope", "token/error-wrong-key",
    ]);

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    /// <summary>The token itself is all that may differ.</summary>
    [Theory]
    [MemberData(nameof(Granted))]
    public async Task Request_is_granted_what_was_recorded(string version, string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        if (recording == "token/before-activation")
            lms.Moodle.Tool = lms.Moodle.Tool! with { IsActive = false };
        var recorded = lms.Recorded(recording);
        lms.Machine.SetUtcNow(recorded.At);
        using var request = recorded.ToRequest(null);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((recorded.Status, recorded.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(WithoutToken(recorded.Body), WithoutToken(body));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Request_gets_the_recorded_error(string version, string recording)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);

        Assert.Empty(await lms.ReplayAsync(recording, null));
    }

    /// <summary>A key set without alg verifies nothing, though the signature is right.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Key_that_does_not_tell_its_algorithm_is_ignored(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recorded("token/success");
        lms.Machine.SetUtcNow(recorded.At);
        lms.ChangeToolKeys(keys => keys["keys"]![0]!.AsObject().Remove("alg"));
        using var request = recorded.ToRequest(null);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(lms.Recorded("token/error-unknown-kid").Body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The decoded request is the one behind the recorded answer: same fields, and its assertion is good.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Decoded_request_is_granted_a_token(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var recorded = lms.Recordings.Json("token/request.json");
        var issuedAt = recorded["clientAssertion"]!["payload"]!["iat"]!.GetValue<long>();
        lms.Machine.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(issuedAt));
        using var form = new FormUrlEncodedContent(recorded["form"]!.AsObject().ToDictionary(f => f.Key, f => f.Value!.GetValue<string>()));

        using var answer = await lms.Client.PostAsync("/moodle/mod/lti/token.php", form, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(AccessTokens.Lifetime.TotalSeconds, body["expires_in"]!.GetValue<double>());
    }

    private static string WithoutToken(string body) =>
        body.Replace(JsonNode.Parse(body)!["access_token"]!.GetValue<string>(), "…", StringComparison.Ordinal);
}
