using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Lti.Certification;

/// <summary>Plays one case over HTTP: login, the platform's answer, launch.</summary>
internal sealed class CertificationRun(CertificationCase test, LtiHost tool, ScriptedPlatform lms)
{
    private static readonly Guid PlatformId = Guid.Parse("0b7e3d1c-0000-4000-8000-000000000001");

    public async Task<HttpResponseMessage> PlayAsync()
    {
        Register();
        var login = await LogInAsync();
        if (login.AuthenticationRequest is null)
        {
            return await tool.Browser.GetAsync(LoginAddress());
        }

        ChangePlatformMeanwhile();
        tool.Clock.Advance(TimeSpan.FromSeconds(test.SecondsFromLoginToLaunch));
        var form = Form(login);
        var answer = await LaunchAsync(login, form);
        return test.Twice ? await LaunchAsync(login, form) : answer;
    }

    private void Register()
    {
        var platform = new Platform
        {
            Id = PlatformId,
            Issuer = "https://school.example",
            ClientId = "client-1",
            AuthorizationEndpoint = new Uri("https://school.example/auth"),
            TokenEndpoint = new Uri("https://school.example/token"),
            JwksUri = new Uri(lms.Address, "/jwks"),
            Status = test.Platform switch { "pending" => PlatformStatus.Pending, "blocked" => PlatformStatus.Blocked, _ => PlatformStatus.Active },
        };
        tool.Admission.Deployments.Add("1");
        tool.Platforms.Put(platform);
        if (test.Platform == "one of two with the same issuer")
        {
            tool.Platforms.Put(platform with { Id = Guid.NewGuid(), ClientId = "client-2" });
        }

        if (test.Platform == "does not answer")
        {
            lms.StopAnswering();
        }
    }

    private void ChangePlatformMeanwhile()
    {
        if (test.Platform == "removed after the login")
        {
            tool.Platforms.Remove(PlatformId);
        }
    }

    private string LoginAddress() => "/lti/login?" + string.Join('&', Fields(test.Login).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    private async Task<PendingLogin> LogInAsync()
    {
        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Fields(test.Login)));
        return await PendingLogin.ReadAsync(answer);
    }

    private Dictionary<string, string> Form(PendingLogin login)
    {
        var form = new Dictionary<string, string> { ["id_token"] = test.Token ?? Token(login), ["state"] = login.State };
        foreach (var (name, value) in Fields(test.Form))
        {
            form[name] = value.Replace("{state}", login.State, StringComparison.Ordinal).Replace("{proof}", login.Proof, StringComparison.Ordinal);
        }

        foreach (var name in form.Keys.Where(name => test.Removes("form." + name)).ToList())
        {
            form.Remove(name);
        }

        return form;
    }

    private string Token(PendingLogin login)
    {
        var claims = test.Claims.DeepClone().AsObject();
        var issuedAt = tool.Clock.GetUtcNow().ToUnixTimeSeconds() - (long)test.IssuedSecondsAgo;
        Default(claims, "nonce", login.Nonce);
        Default(claims, "iat", issuedAt);
        Default(claims, "exp", issuedAt + (long)test.LivesSeconds);
        if (test.PadBytes > 0)
        {
            claims["padding"] = new string('x', test.PadBytes);
        }

        var payload = test.RawPayload?.Replace("{nonce}", login.Nonce, StringComparison.Ordinal) ?? claims.ToJsonString();
        return ScriptedPlatform.Sign(test.Header.ToJsonString(), payload, test.Signed);
    }

    private void Default(JsonObject claims, string name, JsonNode value)
    {
        if (!test.Removes("claims." + name) && !test.Sets("claims", name))
        {
            claims[name] = value;
        }
    }

    private async Task<HttpResponseMessage> LaunchAsync(PendingLogin login, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lti/launch") { Content = Content(form) };
        var cookie = test.Browser switch
        {
            "same" => $"{login.CookieName}={login.Proof}",
            "sends another value in the cookie" => $"{login.CookieName}=c29tZXRoaW5nIGVsc2U",
            "sends the cookie of another login" => $"__Host-lb-0123456789abcdef={login.Proof}",
            _ => null,
        };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await tool.Browser.SendAsync(request);
    }

    private HttpContent Content(Dictionary<string, string> form) => test.Body switch
    {
        null => new FormUrlEncodedContent(form),
        "json" => new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")),
        "multipart" => new MultipartFormDataContent { { new StringContent(form["state"]), "state" } },
        "empty" => new ByteArrayContent([]),
        "chunked" => new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(new FormUrlEncodedContent(form).ReadAsStringAsync().Result)))
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"), ContentLength = null },
        },
        var other => throw new InvalidOperationException(other),
    };

    private static Dictionary<string, string> Fields(JsonObject fields) =>
        fields.ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());
}
