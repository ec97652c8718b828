namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Why a login or a launch was not admitted. The number is what people quote (<c>LTI-001</c>) and is never used for anything else;
/// <c>docs/errors.md</c> has a paragraph for each.
/// </summary>
public enum LaunchRefusal
{
    /// <summary>The login request lacks iss, login_hint or target_link_uri, or can't be read.</summary>
    LoginMalformed = 1,

    /// <summary>No registration has this issuer and client id.</summary>
    PlatformUnknown = 2,

    /// <summary>The issuer has several registrations and the login names none.</summary>
    PlatformAmbiguous = 3,

    /// <summary>The registration waits for an administrator of the tool.</summary>
    PlatformPending = 4,

    /// <summary>The registration was switched off.</summary>
    PlatformBlocked = 5,

    /// <summary>The launch is not a URL-encoded form.</summary>
    RequestMalformed = 6,

    /// <summary>The launch is larger than the limit.</summary>
    RequestTooLarge = 7,

    /// <summary>The platform answered the authentication request with an error.</summary>
    PlatformError = 8,

    /// <summary>No <c>state</c>.</summary>
    StateMissing = 9,

    /// <summary>A <c>state</c> that this tool did not make, or that was changed.</summary>
    StateForged = 10,

    /// <summary>The login began more than ten minutes ago.</summary>
    StateExpired = 11,

    /// <summary>The browser of the launch is not the browser of the login, or can't show that it is.</summary>
    BrowserUnproved = 12,

    /// <summary>No <c>id_token</c>.</summary>
    TokenMissing = 13,

    /// <summary>The token is not a signed JWT with a JSON header and payload.</summary>
    TokenMalformed = 14,

    /// <summary>An algorithm other than the allowed ones, <c>none</c> and the HMAC family included.</summary>
    AlgorithmRefused = 15,

    /// <summary>The token's header names no key.</summary>
    KeyIdMissing = 16,

    /// <summary>The platform publishes no such key, asked again just now.</summary>
    KeyUnknown = 17,

    /// <summary>The platform's keys can't be fetched and none are known.</summary>
    KeysUnreachable = 18,

    /// <summary>The signature does not belong to the token.</summary>
    SignatureInvalid = 19,

    /// <summary>Another issuer than the registration's.</summary>
    IssuerWrong = 20,

    /// <summary>The token is not meant for this tool.</summary>
    AudienceWrong = 21,

    /// <summary>The token is also meant for somebody we do not trust.</summary>
    AudienceForeign = 22,

    /// <summary><c>azp</c> names somebody else.</summary>
    AuthorizedPartyWrong = 23,

    /// <summary>No end of life, or not a number.</summary>
    ExpiryMissing = 24,

    /// <summary>The token's life is over.</summary>
    TokenExpired = 25,

    /// <summary>No time of issue, or not a number.</summary>
    IssueTimeMissing = 26,

    /// <summary>Issued in the future.</summary>
    IssuedInFuture = 27,

    /// <summary>Issued too long ago, though not expired.</summary>
    TokenTooOld = 28,

    /// <summary>The nonce is missing or is not the login's.</summary>
    NonceWrong = 29,

    /// <summary>The nonce was used before.</summary>
    NonceReplayed = 30,

    /// <summary>Not a message of LTI 1.3.</summary>
    VersionWrong = 31,

    /// <summary>No message type.</summary>
    MessageTypeMissing = 32,

    /// <summary>A message that this tool does not take.</summary>
    MessageTypeUnsupported = 33,

    /// <summary>No deployment.</summary>
    DeploymentMissing = 34,

    /// <summary>A deployment that is not known, of a platform that may not add one by itself.</summary>
    DeploymentUnknown = 35,

    /// <summary>Nobody named: no <c>sub</c>.</summary>
    SubjectMissing = 36,

    /// <summary>An identifier of more than 255 characters.</summary>
    IdentifierTooLong = 37,

    /// <summary>Roles are missing or not a list of texts; an empty list is fine.</summary>
    RolesMissing = 38,

    /// <summary>No target, or not an address.</summary>
    TargetMissing = 39,

    /// <summary>The target is another one than the login's.</summary>
    TargetChanged = 40,

    /// <summary>The target is not on this tool's host.</summary>
    TargetForeign = 41,

    /// <summary>A launch of a link that names no link.</summary>
    ResourceLinkMissing = 42,

    /// <summary>A course without an id.</summary>
    ContextMalformed = 43,

    /// <summary>A deep linking request without the settings needed to answer it.</summary>
    DeepLinkingMalformed = 44,

    /// <summary>A submission review that does not say whose work or which column.</summary>
    ReviewMalformed = 45,

    /// <summary>The token's life has not begun: <c>nbf</c> lies in the future.</summary>
    TokenNotBegun = 46,
}
