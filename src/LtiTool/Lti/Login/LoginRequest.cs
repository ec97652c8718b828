using Microsoft.Extensions.Primitives;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A third-party initiated login (1EdTech Security Framework 1.0, 5.1.1.1). Parameters it does not know are ignored.</summary>
/// <param name="Issuer"><c>iss</c>.</param>
/// <param name="LoginHint">Opaque, returned unchanged.</param>
/// <param name="TargetLinkUri">Unsigned here; the launch's claim must say the same.</param>
/// <param name="MessageHint">Opaque, returned unchanged where it was sent.</param>
/// <param name="ClientId">Which registration, where an issuer has several.</param>
/// <param name="DeploymentId">A hint only: the signed claim decides.</param>
/// <param name="StorageTarget">Frame of the platform's storage (LTI Client Side postMessages), or null.</param>
internal sealed record LoginRequest(
    string Issuer,
    string LoginHint,
    string TargetLinkUri,
    string? MessageHint,
    string? ClientId,
    string? DeploymentId,
    string? StorageTarget)
{
    private const int MaxStorageTargetLength = 64;

    private static readonly string[] Names =
        ["iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id", "lti_deployment_id", "lti_storage_target"];

    /// <summary>Reads the form of a POST or the query of a GET; or says what is missing.</summary>
    public static (LoginRequest? Request, LaunchProblem? Problem) Read(Func<string, StringValues> parameter)
    {
        var issuer = parameter("iss").ToString();
        var hint = parameter("login_hint").ToString();
        var target = parameter("target_link_uri").ToString();
        var missing = issuer.Length == 0 ? "iss" : hint.Length == 0 ? "login_hint" : target.Length == 0 ? "target_link_uri" : null;
        if (missing is not null)
        {
            return (null, new(LaunchRefusal.LoginMalformed, $"{missing} is missing"));
        }

        if (Array.Find(Names, name => OutsideText.IsOdd(parameter(name).ToString())) is { } odd)
        {
            return (null, new(LaunchRefusal.LoginMalformed, $"{odd} holds a character that no text has"));
        }

        var storage = Optional(parameter("lti_storage_target"));
        return (new LoginRequest(
            issuer,
            hint,
            target,
            Optional(parameter("lti_message_hint")),
            Optional(parameter("client_id")),
            Optional(parameter("lti_deployment_id")),
            storage?.Length <= MaxStorageTargetLength ? storage : null), null);
    }

    /// <summary>The same login as a query, to repeat it in a new tab, where no storage frame is needed.</summary>
    public string ToQuery()
    {
        var query = new QueryString()
            .Add("iss", Issuer)
            .Add("login_hint", LoginHint)
            .Add("target_link_uri", TargetLinkUri);
        query = MessageHint is null ? query : query.Add("lti_message_hint", MessageHint);
        query = ClientId is null ? query : query.Add("client_id", ClientId);
        query = DeploymentId is null ? query : query.Add("lti_deployment_id", DeploymentId);
        return query.Value ?? "";
    }

    private static string? Optional(StringValues value) => StringValues.IsNullOrEmpty(value) ? null : value.ToString();
}
