using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>The OpenID Connect authentication request (1EdTech Security Framework 1.0, 5.1.1.2).</summary>
internal static class AuthenticationRequest
{
    /// <summary>The platform's authorization endpoint with every parameter; hints are returned exactly as they came.</summary>
    public static string Address(Platform platform, LoginRequest login, LoginState pending, string state, string redirectUri)
    {
        var endpoint = platform.AuthorizationEndpoint.AbsoluteUri;
        var address = new StringBuilder(endpoint, endpoint.Length + 1024)
            .Append(endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?')
            .Append("scope=openid&response_type=id_token&response_mode=form_post&prompt=none");
        Add(address, "client_id", platform.ClientId);
        Add(address, "redirect_uri", redirectUri);
        Add(address, "login_hint", login.LoginHint);
        Add(address, "state", state);
        Add(address, "nonce", pending.Nonce);
        if (login.MessageHint is { } hint)
        {
            Add(address, "lti_message_hint", hint);
        }

        return address.ToString();
    }

    private static void Add(StringBuilder address, string name, string value) =>
        address.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
