using System.Globalization;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>One token and until when it may be used, UTC.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset UsableUntil)
{
    private static readonly TimeSpan ShortestUse = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UnsaidLife = TimeSpan.FromMinutes(5);

    /// <summary>Reads the answer of a token endpoint. Its media type is not looked at: some platforms say <c>text/html</c>.</summary>
    /// <exception cref="LtiServiceException">It is not a token, or one that allows less than was asked for.</exception>
    public static AccessToken From(Platform platform, string scopes, LtiAnswer answer, DateTimeOffset now, TimeSpan margin)
    {
        var body = Read(answer.Body);
        if (!answer.IsSuccess)
        {
            throw Failure(platform, answer, body);
        }

        if (body?.Text("access_token") is not { Length: > 0 } value)
        {
            throw new LtiServiceException(ServiceFault.Unreachable, $"{platform.TokenEndpoint.Host} answered without a token");
        }

        if (!value.All(letter => letter is > ' ' and <= '~'))
        {
            throw new LtiServiceException(
                ServiceFault.Unreachable, $"{platform.TokenEndpoint.Host} answered with a token that no request can carry");
        }

        var granted = body.Value.Scopes("scope");
        var withheld = granted.Count == 0 ? null : scopes.Split(' ').FirstOrDefault(scope => !granted.Contains(scope));
        return withheld is null
            ? new(value, now + Usable(Life(body.Value), margin))
            : throw new LtiServiceException(ServiceFault.Refused, $"{platform.TokenEndpoint.Host} did not grant {withheld}")
            {
                IsAboutToken = true,
            };
    }

    private static LtiServiceException Failure(Platform platform, LtiAnswer answer, JsonElement? body)
    {
        var failure = ServiceCalls.Failure(platform, answer, platform.TokenEndpoint);
        return new(
            failure.Fault switch
            {
                ServiceFault.Gone => ServiceFault.Refused,

                // Without a token nothing of this platform works.
                ServiceFault.Failed => ServiceFault.Unreachable,
                var other => other,
            },
            $"no token: {platform.TokenEndpoint.Host} answered {(int)answer.Status}, {PlatformWords.Code(body?.Text("error"))}")
        {
            IsAboutToken = true,
            Status = failure.Status,
            RetryAfter = failure.RetryAfter,
        };
    }

    /// <summary>An object, or null: an error's body is not always JSON.</summary>
    private static JsonElement? Read(string body)
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

    /// <summary>
    /// A token that is about to end is not begun with. One that lives for a moment only is kept for a few seconds all the same, so that a
    /// row of calls doesn't ask for one each; a service that refuses it makes us ask again.
    /// </summary>
    private static TimeSpan Usable(TimeSpan life, TimeSpan margin) =>
        life > 2 * margin ? life - margin : life / 2 > ShortestUse ? life / 2 : ShortestUse;

    private static TimeSpan Life(JsonElement body) =>
        body.TryGetProperty("expires_in", out var life)
        && double.TryParse(life.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : UnsaidLife;
}
