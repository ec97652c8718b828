using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Registers a platform by its own word (LTI Dynamic Registration 1.0): reads its configuration, tells it about the tool, stores what it
/// answers.
/// An existing registration of the same issuer and client is updated.
/// </summary>
internal sealed class DynamicRegistration(LtiHttp http, IPlatformDirectory platforms, AddressGuard guard, IOptions<LtiOptions> options)
{
    private const string ToolMember = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /// <summary>Does all three steps.</summary>
    /// <param name="configurationAddress">What the platform gave as <c>openid_configuration</c>.</param>
    /// <param name="token">What it gave as <c>registration_token</c>, or null.</param>
    /// <param name="ct">Stops waiting; the platform may already hold a registration then.</param>
    public async Task<RegistrationResult> RegisterAsync(string? configurationAddress, string? token, CancellationToken ct)
    {
        if (options.Value.RegistrationMode == RegistrationMode.Closed)
        {
            return Refuse(RegistrationRefusal.Closed, "lti.refused-closed");
        }

        if (!Uri.TryCreate(configurationAddress, UriKind.Absolute, out var address) || !WebAddress.CanBeNamed(address))
        {
            return Refuse(RegistrationRefusal.ConfigurationMissing, "lti.refused-no-configuration");
        }

        if (token?.Any(letter => !char.IsAscii(letter) || char.IsControl(letter)) == true)
        {
            return Refuse(RegistrationRefusal.LinkUnusable, "lti.refused-odd-link");
        }

        var (configuration, refusal) = await ReadConfigurationAsync(address, token, ct);
        return configuration is null ? refusal! : await RegisterAsync(address, configuration, token, ct);
    }

    private async Task<(PlatformConfiguration? Configuration, RegistrationResult? Refusal)> ReadConfigurationAsync(
        Uri address, string? token, CancellationToken ct)
    {
        using var request = Authorized(new HttpRequestMessage(HttpMethod.Get, address), token);
        var (answer, failure) = await AskAsync(request, ct);
        if (answer is null)
        {
            return (null, failure);
        }

        if ((int)answer.Status is >= 400 and < 500)
        {
            return (null, Answered(RegistrationRefusal.LinkUnusable, "lti.refused-link", address, answer, token));
        }

        if (!answer.IsSuccess || Parse(answer.Body) is not { } json)
        {
            return (null, Answered(RegistrationRefusal.ConfigurationUnreadable, "lti.refused-answer", address, answer, token));
        }

        var (configuration, missing) = PlatformConfiguration.Read(json);
        if (configuration is null)
        {
            return (null, Refuse(RegistrationRefusal.ConfigurationIncomplete, "lti.refused-configuration-incomplete", missing!));
        }

        return WhyUntrusted(configuration, address) is { } refusal ? (null, refusal) : (configuration, null);
    }

    private RegistrationResult.Refused? WhyUntrusted(PlatformConfiguration configuration, Uri address)
    {
        if (!LmsCatalog.Of(configuration.ProductFamilyCode).MaySpeakFor(address, configuration))
        {
            return Refuse(RegistrationRefusal.IssuerForeign, "lti.refused-issuer-foreign", address.Authority, configuration.Issuer) with
            {
                ToCopy =
                [
                    ("issuer", configuration.Issuer),
                    ("authorization_endpoint", configuration.AuthorizationEndpoint.OriginalString),
                    ("token_endpoint", configuration.TokenEndpoint.OriginalString),
                    ("jwks_uri", configuration.JwksUri.OriginalString),
                ],
            };
        }

        var endpoints = new[]
        {
            configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.JwksUri, configuration.RegistrationEndpoint,
        };
        return endpoints.FirstOrDefault(endpoint => guard.Objection(endpoint) is not null) is { } first
            ? Refuse(RegistrationRefusal.AddressForbidden, "lti.refused-address", first.OriginalString)
            : null;
    }

    private async Task<RegistrationResult> RegisterAsync(
        Uri address, PlatformConfiguration configuration, string? token, CancellationToken ct)
    {
        using var request = Authorized(new HttpRequestMessage(HttpMethod.Post, configuration.RegistrationEndpoint), token);
        request.Content = new StringContent(
            ToolRegistration.Write(configuration, options.Value.PublicUrl).ToJsonString(), Encoding.UTF8, "application/json");
        var (answer, failure) = await AskAsync(request, ct);
        if (answer is null)
        {
            return failure!;
        }

        if (!answer.IsSuccess)
        {
            var text = (int)answer.Status is 401 or 403 or 410 ? "lti.refused-link" : "lti.refused-answer";
            return Answered(RegistrationRefusal.PlatformRefused, text, configuration.RegistrationEndpoint, answer, token);
        }

        if (Parse(answer.Body) is not { } json || json.Id("client_id") is not { } clientId)
        {
            return Refuse(RegistrationRefusal.AnswerIncomplete, "lti.refused-no-client");
        }

        var registered = (
            await platforms.FindByIssuerAsync(configuration.Issuer, ct)).FirstOrDefault(platform => platform.ClientId == clientId);
        if (registered is not null && !LmsCatalog.Of(registered).MayChange(address, registered))
        {
            return Refuse(RegistrationRefusal.IssuerForeign, "lti.refused-change", address.Authority);
        }

        var deployment = json.Id("deployment_id") ?? json.Object(ToolMember)?.Id("deployment_id");
        var platform = Platform(configuration, clientId, json);
        return RegistrationLimits.FirstThatDoesNotFit(platform, deployment) is { } field
            ? Refuse(RegistrationRefusal.AnswerIncomplete, "lti.refused-too-long", field, RegistrationLimits.LongestOf(field))
            : new RegistrationResult.Registered(await platforms.SaveAsync(platform, deployment, ct));
    }

    private async Task<(LtiAnswer? Answer, RegistrationResult.Refused? Failure)> AskAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return (await http.SendAsync(request, ct), null);
        }
        catch (LtiServiceException failure)
        {
            var refusal = failure.Fault == ServiceFault.Forbidden
                ? Refuse(RegistrationRefusal.AddressForbidden, "lti.refused-address", request.RequestUri!.OriginalString)
                : failure.IsAboutCertificate
                    ? Refuse(RegistrationRefusal.PlatformUnreachable, "lti.refused-certificate", failure.Message)
                    : Refuse(RegistrationRefusal.PlatformUnreachable, "lti.refused-no-answer", request.RequestUri!.Host);
            return (null, refusal with { Failure = failure });
        }
    }

    private Platform Platform(PlatformConfiguration configuration, string clientId, JsonElement answer) => new()
    {
        Id = Guid.NewGuid(),
        Issuer = configuration.Issuer,
        ClientId = clientId,
        AuthorizationEndpoint = configuration.AuthorizationEndpoint,
        TokenEndpoint = configuration.TokenEndpoint,
        JwksUri = configuration.JwksUri,
        TokenAudience = LmsCatalog.Of(configuration.ProductFamilyCode).TokenAudience(configuration.AuthorizationServer),
        ProductFamilyCode = configuration.ProductFamilyCode,
        Name = RegistrationLimits.NameOf(
            configuration.AccountName ?? configuration.AccountDomain ?? new Uri(configuration.Issuer).Authority),
        AccountDomain = configuration.AccountDomain,
        Scopes = answer.Scopes("scope") is { Count: > 0 } granted
            ? [.. LtiScopes.All.Where(granted.Contains)]
            : ToolRegistration.Scopes(configuration),
        Status = options.Value.RegistrationMode == RegistrationMode.Open ? PlatformStatus.Active : PlatformStatus.Pending,
    };

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string? token)
    {
        request.Headers.Accept.ParseAdd("application/json");
        if (!string.IsNullOrEmpty(token))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = PlatformJson.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RegistrationResult.Refused Answered(
        RegistrationRefusal reason, string text, Uri address, LtiAnswer answer, string? token) =>
        Refuse(reason, text, address.Host, (int)answer.Status, PlatformWords.Body(answer.Body, token));

    private static RegistrationResult.Refused Refuse(RegistrationRefusal reason, string text, params IReadOnlyList<object> args) =>
        new(reason, text, args);
}
