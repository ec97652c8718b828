namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What is kept of a registration, by hand or by a platform's own word: as much as a launch may send (LTI 1.3 Core, 5.3).
/// </summary>
internal static class RegistrationLimits
{
    private const int LongestName = 255;
    private const int LongestAddress = 2000;

    /// <summary>How many characters of a field are kept.</summary>
    /// <param name="field">Its name in <see cref="ManualRegistration.Fields"/>.</param>
    public static int LongestOf(string field) =>
        field is "authorization_endpoint" or "token_endpoint" or "jwks_uri" or "token_audience" ? LongestAddress : LongestName;

    /// <summary>Whether a value can be kept: neither too long nor with a character that no text has.</summary>
    public static bool Fits(string field, string? value) =>
        value is null || (value.Length <= LongestOf(field) && !value.Any(char.IsControl) && !OutsideText.IsOdd(value));

    /// <summary>The first field of a registration that can't be kept, or null.</summary>
    public static string? FirstThatDoesNotFit(Platform platform, string? deploymentId) => new (string Field, string? Value)[]
    {
        ("issuer", platform.Issuer),
        ("client_id", platform.ClientId),
        ("deployment_id", deploymentId),
        ("authorization_endpoint", platform.AuthorizationEndpoint.OriginalString),
        ("token_endpoint", platform.TokenEndpoint.OriginalString),
        ("jwks_uri", platform.JwksUri.OriginalString),
        ("token_audience", platform.TokenAudience),
        ("product_family_code", platform.ProductFamilyCode),
        ("account_domain", platform.AccountDomain),
    }.Where(one => !Fits(one.Field, one.Value)).Select(one => one.Field).FirstOrDefault();

    /// <summary>What a platform calls itself, in one line that fits.</summary>
    public static string NameOf(string name) => Texts.PlainText.Line(name, LongestName) ?? "";
}
