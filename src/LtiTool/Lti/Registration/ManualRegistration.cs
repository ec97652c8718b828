using System.Text;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A registration by hand: the fields of a form, or the same as pasted JSON, checked one by one.</summary>
public sealed class ManualRegistration
{
    private const string Needed = "lti.field-needed";
    private const string NoObject = "lti.field-no-object";
    private const string BrokenJson = "lti.field-broken-json";
    private const string NoIssuer = "lti.field-no-issuer";
    private const string NoAddress = "lti.field-no-address";
    private const string TooLong = "lti.field-too-long";
    private const string BadAddress = "lti.field-bad-address";

    private readonly AddressGuard guard;

    internal ManualRegistration(AddressGuard guard) => this.guard = guard;

    /// <summary>Names of the fields, in the order of a form: the standard's own words.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "name", "product_family_code", "issuer", "client_id", "deployment_id",
        "authorization_endpoint", "token_endpoint", "jwks_uri", "token_audience", "account_domain",
    ];

    /// <summary>Reads pasted JSON: one object with the names in <see cref="Fields"/>.</summary>
    public ManualRegistrationResult ParseJson(string json)
    {
        try
        {
            using var document = PlatformJson.Parse(
                Encoding.UTF8.GetBytes(json),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Parse(name => document.RootElement.TryGetProperty(name, out var value)
                    && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                    ? value.ToString()
                    : null)
                : Invalid(new("json", NoObject));
        }
        catch (JsonException broken)
        {
            return Invalid(new("json", BrokenJson, broken.LineNumber + 1 ?? 0, broken.BytePositionInLine + 1 ?? 0));
        }
    }

    /// <summary>Reads a form.</summary>
    /// <param name="field">The value of a field by its name, or null.</param>
    public ManualRegistrationResult Parse(Func<string, string?> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var errors = new List<FieldError>();
        var product = Trimmed(field, "product_family_code")?.ToLowerInvariant() ?? "";
        var issuer = Required(field, "issuer", errors);
        var known = issuer is not null && IsAddress(issuer) ? LmsCatalog.Of(product).AddressesOf(issuer) : null;
        if (issuer is not null && !IsAddress(issuer))
        {
            errors.Add(new("issuer", NoIssuer));
        }

        errors.AddRange(Fields.Where(name => !RegistrationLimits.Fits(name, Trimmed(field, name)))
            .Select(name => new FieldError(name, TooLong, RegistrationLimits.LongestOf(name))));
        var clientId = Required(field, "client_id", errors);
        var authorization = Address(field, "authorization_endpoint", known?.Authorization, errors);
        var token = Address(field, "token_endpoint", known?.Token, errors);
        var jwks = Address(field, "jwks_uri", known?.Jwks, errors);
        if (errors.Count > 0)
        {
            return new ManualRegistrationResult.Invalid(errors);
        }

        var platform = new Platform
        {
            Id = Guid.NewGuid(),
            Issuer = issuer!,
            ClientId = clientId!,
            AuthorizationEndpoint = authorization!,
            TokenEndpoint = token!,
            JwksUri = jwks!,
            TokenAudience = Trimmed(field, "token_audience"),
            ProductFamilyCode = product,
            Name = Trimmed(field, "name") ?? new Uri(issuer!).Authority,
            AccountDomain = Trimmed(field, "account_domain"),
        };
        return new ManualRegistrationResult.Complete(platform, Trimmed(field, "deployment_id"));
    }

    private static string? Trimmed(Func<string, string?> field, string name) => field(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static string? Required(Func<string, string?> field, string name, List<FieldError> errors)
    {
        var value = Trimmed(field, name);
        if (value is null)
        {
            errors.Add(new(name, Needed));
        }

        return value;
    }

    private static bool IsAddress(string text) => WebAddress.OriginOf(text) is not null;

    private Uri? Address(Func<string, string?> field, string name, Uri? fallback, List<FieldError> errors)
    {
        var text = Trimmed(field, name);
        if (text is null && fallback is null)
        {
            errors.Add(new(name, Needed));
            return null;
        }

        if (text is null)
        {
            return fallback;
        }

        if (WebAddress.Find(text) is not { } address)
        {
            errors.Add(new(name, NoAddress));
            return null;
        }

        if (guard.Objection(address) is not null)
        {
            errors.Add(new(name, BadAddress, address.Host));
        }

        return address;
    }

    private static ManualRegistrationResult.Invalid Invalid(FieldError error) => new([error]);
}

/// <summary>One thing that is wrong with a registration by hand.</summary>
/// <param name="Field">Its name in <see cref="ManualRegistration.Fields"/>, or <c>json</c>.</param>
/// <param name="Text">The id of what is expected, a text with places for the details.</param>
/// <param name="Details">What stands in the places.</param>
public sealed record FieldError(string Field, string Text, params object[] Details);

/// <summary>How reading a registration by hand ended.</summary>
public abstract record ManualRegistrationResult
{
    private ManualRegistrationResult()
    {
    }

    /// <summary>Ready to be saved.</summary>
    /// <param name="Platform">The registration.</param>
    /// <param name="DeploymentId">A deployment that is known already, or null.</param>
    public sealed record Complete(Platform Platform, string? DeploymentId) : ManualRegistrationResult;

    /// <summary>Something is missing or wrong.</summary>
    /// <param name="Errors">All of it.</param>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : ManualRegistrationResult;
}
