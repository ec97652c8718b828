using System.Net;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Captured;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Launches of a real Moodle, replayed with the clock at their moment; state and nonce are put where the recording's were.</summary>
public sealed class MoodleLaunchTests
{
    private const string Proof = "the-browser-of-the-recording";

    public static TheoryData<string, string, CourseRole> Launches() => CapturedMoodle.OnEach<CourseRole>(
        ("launch/student", CourseRole.Learner),
        ("launch/student-nonascii", CourseRole.Learner),
        ("launch/student-escaping", CourseRole.Learner),
        ("launch/student-new-window", CourseRole.Learner),
        ("launch/student-two-lineitems", CourseRole.Learner),
        ("launch/student-after-lineitem-delete", CourseRole.Learner),
        ("launch/window-container", CourseRole.Learner),
        ("launch/minimal-link", CourseRole.Learner),
        ("launch/no-grade", CourseRole.Learner),
        ("launch/teacher", CourseRole.Instructor),
        ("launch/nonediting-teacher", CourseRole.Instructor),
        ("launch/admin", CourseRole.Instructor),
        ("launch/submission-review", CourseRole.Instructor),
        ("deep-linking/deeplink", CourseRole.Instructor));

    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Every_recorded_launch_is_let_in_with_its_role(string version, string name, CourseRole role)
    {
        var launch = await LaunchAsync(new MoodleCapture(version), name);

        Assert.Equal(role, launch.Role);
        Assert.Equal("2", launch.Context!.Id);
        Assert.Equal("1", launch.DeploymentId);
        Assert.Null(launch.TimeZone);
        Assert.Equal([launch.Platform.Issuer], launch.FrameAncestors);
        Assert.DoesNotContain(launch.Custom.Values, value => value.StartsWith('$') || value.Length == 0);
    }

    /// <summary>Signed by the recorded key set, and decoded as it stands beside the token.</summary>
    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Every_recorded_token_is_verified_by_the_recorded_keys(string version, string name, CourseRole role)
    {
        var moodle = new MoodleCapture(version);
        var raw = moodle.Text(name + ".id_token.jwt");

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(raw, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(moodle.Text("jwks.json")).Keys,
            ValidIssuer = moodle.Site,
            ValidAudience = moodle.Platform.ClientId,
            ValidateLifetime = false,
        });

        Assert.True(result.IsValid, $"{role}: {result.Exception?.Message}");
        Assert.True(JsonNode.DeepEquals(
            moodle.Json(name + ".id_token.json")["payload"], JsonNode.Parse(Base64UrlEncoder.Decode(raw.Split('.')[1]))));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Names_arrive_in_any_alphabet(string version)
    {
        var moodle = new MoodleCapture(version);

        Assert.Equal("Zoë Müller", (await LaunchAsync(moodle, "launch/student")).Names.Name);
        Assert.Equal("雷 李", (await LaunchAsync(moodle, "launch/student-nonascii")).Names.Name);
        Assert.Contains('&', (await LaunchAsync(moodle, "launch/student-escaping")).Names.Name!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_key_with_capitals_arrives_twice_and_variables_without_value_not_at_all(string version)
    {
        var launch = await LaunchAsync(new MoodleCapture(version), "launch/student");

        Assert.Equal("mod-1", launch.Custom["moduleid"]);
        Assert.Equal("mod-1", launch.Custom["moduleId"]);
        Assert.DoesNotContain("unknownvar", launch.Custom.Keys);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Null_variables_of_a_deep_linking_request_are_left_out(string version)
    {
        var launch = await LaunchAsync(new MoodleCapture(version), "deep-linking/deeplink");

        Assert.Equal(LtiMessageType.DeepLinking, launch.MessageType);
        Assert.DoesNotContain("resourcelinkid", launch.Custom.Keys);
        Assert.Equal(["ltiResourceLink"], launch.DeepLinking!.AcceptTypes);
        Assert.True(launch.DeepLinking.AcceptMultiple);
        Assert.Null(launch.DeepLinking.AcceptLineItem);
        Assert.Null(launch.DeepLinking.Data);
        Assert.Contains("sesskey=", launch.DeepLinking.ReturnUrl.Query, StringComparison.Ordinal);
        Assert.Null(launch.MembershipsUrl);
        Assert.Null(launch.Grades!.LineItem);
        Assert.NotNull(launch.Grades.LineItems);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_link_with_two_columns_or_none_names_no_column(string version)
    {
        var moodle = new MoodleCapture(version);

        Assert.Contains("type_id=", (await LaunchAsync(moodle, "launch/student")).Grades!.LineItem!.Query, StringComparison.Ordinal);
        Assert.Null((await LaunchAsync(moodle, "launch/student-two-lineitems")).Grades!.LineItem);
        Assert.Null((await LaunchAsync(moodle, "launch/student-after-lineitem-delete")).Grades!.LineItem);
        Assert.Null((await LaunchAsync(moodle, "launch/no-grade")).Grades!.LineItem);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_description_is_plain_text(string version)
    {
        var launch = await LaunchAsync(new MoodleCapture(version), "launch/no-grade");

        Assert.DoesNotContain('<', launch.ResourceLink!.Description ?? "");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_teacher_comes_from_the_grade_book_to_one_learners_work(string version)
    {
        var launch = await LaunchAsync(new MoodleCapture(version), "launch/submission-review");

        Assert.Equal(LtiMessageType.SubmissionReview, launch.MessageType);
        Assert.Equal("5", launch.ForSubject);
        Assert.NotNull(launch.Grades!.LineItem);
    }

    public static MatrixTheoryData<string, string> Errors => new(MoodleCapture.Versions,
    [
        "auth-endpoint/error-client-id", "auth-endpoint/error-login-hint", "auth-endpoint/error-no-response-mode",
        "auth-endpoint/error-prompt-login",
    ]);

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_recorded_error_of_the_platform_gets_a_page_for_people(string version, string name)
    {
        var moodle = new MoodleCapture(version);
        await using var network = new RecordedPlatform();
        await using var tool = await moodle.StartToolAsync(network);
        var state = State(moodle, tool, "n", moodle.Tool + "launch");
        var form = moodle.Json(name + ".json")["postedToTool"]!.AsObject()
            .ToDictionary(field => field.Key, field => field.Key == "state" ? tool.Get<LoginStates>().Write(state) : field.Value!.GetValue<string>());

        using var answer = await tool.Browser.PostAsync("/lti/launch", new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);

        Assert.Contains("<code>LTI-008</code>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_token_of_one_minute_is_refused_61_seconds_after_its_leeway_began(string version)
    {
        var moodle = new MoodleCapture(version);

        var (answer, _) = await SendAsync(moodle, "launch/student", TimeSpan.FromSeconds(121));

        Assert.Contains("LTI-025", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Launch> LaunchAsync(MoodleCapture moodle, string name)
    {
        var (answer, launch) = await SendAsync(moodle, name, TimeSpan.Zero);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return launch!;
    }

    private static async Task<(HttpResponseMessage Answer, Launch? Launch)> SendAsync(MoodleCapture moodle, string name, TimeSpan after)
    {
        await using var network = new RecordedPlatform();
        network.Play(moodle.Exchange("registration/jwks-exchange"));
        await using var tool = await moodle.StartToolAsync(network);
        var raw = moodle.Text(name + ".id_token.jwt");
        var token = new JsonWebToken(raw);
        tool.Clock.SetUtcNow(new DateTimeOffset(token.IssuedAt, TimeSpan.Zero) + after);
        var request = moodle.Json(name + ".auth-request.json")["params"]!;
        var state = State(moodle, tool, request["nonce"]!.GetValue<string>(), Target(moodle, name, token));
        using var post = Post(moodle, name, raw, tool.Get<LoginStates>().Write(state));
        post.Headers.Add("Cookie", $"{state.CookieName}={Proof}");

        var answer = await tool.Browser.SendAsync(post);

        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            await answer.Content.LoadIntoBufferAsync();
        }

        return (answer, tool.Admission.Last);
    }

    /// <summary>The form that brings the token: where it was recorded, with its field names and its headers.</summary>
    private static HttpRequestMessage Post(MoodleCapture moodle, string name, string token, string state)
    {
        var recorded = moodle.Has(name + ".form-post.json") ? moodle.Json(name + ".form-post.json") : null;
        var fields = recorded?["formFields"]!.AsArray().Select(field => field!.GetValue<string>()).ToArray() ?? ["id_token", "state"];
        var post = new HttpRequestMessage(HttpMethod.Post, "/lti/launch")
        {
            Content = new FormUrlEncodedContent(fields.Zip([token, state], KeyValuePair.Create)),
        };
        foreach (var (header, value) in recorded?["headers"]!.AsObject() ?? [])
        {
            if (header is not ("Host" or "Connection" or "Content-Length" or "Content-Type"))
                post.Headers.TryAddWithoutValidation(header, value!.ToString());
        }

        return post;
    }

    /// <summary>The login asked for this target: from the recorded login where there is one.</summary>
    private static string Target(MoodleCapture moodle, string name, JsonWebToken token) => moodle.Has(name + ".login-initiation.json")
        ? moodle.Json(name + ".login-initiation.json")["params"]!["target_link_uri"]!.GetValue<string>()
        : token.GetPayloadValue<string>("https://purl.imsglobal.org/spec/lti/claim/target_link_uri");

    private static LoginState State(MoodleCapture moodle, LtiHost tool, string nonce, string target)
    {
        var (state, _) = LoginState.Begin(moodle.Platform.Id, target, null, tool.Clock.GetUtcNow());
        return state with
        {
            Nonce = nonce.Length == 32 ? nonce : state.Nonce,
            ProofHash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Proof)),
        };
    }
}
