using System.Globalization;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Texts;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class ManualRegistrationTests
{
    private readonly ManualRegistration registration = new(new AddressGuard(Options.Create(new LtiOptions())));

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var result = Assert.IsType<ManualRegistrationResult.Invalid>(registration.Parse(_ => " "));

        Assert.Equal(["issuer", "client_id", "authorization_endpoint", "token_endpoint", "jwks_uri"], result.Errors.Select(error => error.Field));
    }

    [Fact]
    public void Two_fields_are_enough_where_the_rest_follows()
    {
        var result = registration.ParseJson("""{ "product_family_code": "Moodle", "issuer": "https://moodle.example", "client_id": "abc", "deployment_id": 3 }""");

        var complete = Assert.IsType<ManualRegistrationResult.Complete>(result);
        Assert.Equal("https://moodle.example/mod/lti/auth.php", complete.Platform.AuthorizationEndpoint.AbsoluteUri);
        Assert.Equal("https://moodle.example/mod/lti/certs.php", complete.Platform.JwksUri.AbsoluteUri);
        Assert.Equal("moodle", complete.Platform.ProductFamilyCode);
        Assert.Equal("3", complete.DeploymentId);
        Assert.Equal("moodle.example", complete.Platform.Name);
    }

    [Theory]
    [InlineData("jwks_uri", "http://school.example/jwks")]
    [InlineData("jwks_uri", "school.example/jwks")]
    [InlineData("token_endpoint", "javascript:alert(1)")]
    [InlineData("authorization_endpoint", "/auth")]
    [InlineData("issuer", "school")]
    public void An_address_must_be_one_and_https(string field, string value)
    {
        var fields = new Dictionary<string, string>
        {
            ["issuer"] = "https://school.example",
            ["client_id"] = "c",
            ["authorization_endpoint"] = "https://school.example/auth",
            ["token_endpoint"] = "https://school.example/token",
            ["jwks_uri"] = "https://school.example/jwks",
            [field] = value,
        };

        var result = registration.Parse(fields.GetValueOrDefault);

        Assert.Equal(field, Assert.Single(Assert.IsType<ManualRegistrationResult.Invalid>(result).Errors).Field);
    }

    [Theory]
    [InlineData("client_id", 100_000)]
    [InlineData("issuer", 5_000)]
    [InlineData("deployment_id", 256)]
    [InlineData("name", 256)]
    [InlineData("jwks_uri", 2_001)]
    public void What_is_longer_than_a_launch_may_send_is_not_kept(string field, int length)
    {
        var value = (field is "issuer" or "jwks_uri" ? "https://school.example/" : "").PadRight(length, 'x');
        var fields = new Dictionary<string, string>
        {
            ["issuer"] = "https://school.example",
            ["client_id"] = "c",
            ["authorization_endpoint"] = "https://school.example/auth",
            ["token_endpoint"] = "https://school.example/token",
            ["jwks_uri"] = "https://school.example/jwks",
            [field] = value,
        };

        var result = registration.Parse(fields.GetValueOrDefault);

        Assert.Equal(field, Assert.Single(Assert.IsType<ManualRegistrationResult.Invalid>(result).Errors).Field);
    }

    [Fact]
    public void A_zero_character_is_not_kept()
    {
        var result = registration.ParseJson("""{"product_family_code":"Moodle","issuer":"https://moodle.example","client_id":"a\u0000b"}""");
        var typed = registration.Parse(name => name switch { "product_family_code" => "moodle", "issuer" => "https://moodle.example", _ => "a\0b" });

        Assert.Equal("a\uFFFDb", Assert.IsType<ManualRegistrationResult.Complete>(result).Platform.ClientId);
        Assert.Contains("client_id", Assert.IsType<ManualRegistrationResult.Invalid>(typed).Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("{\n  \"issuer\": \"https://school.example\"\n  \"client_id\": 5\n}", "line 3")]
    [InlineData("[]", "one object")]
    public void Broken_json_is_told_with_its_place(string json, string message)
    {
        var result = Assert.IsType<ManualRegistrationResult.Invalid>(registration.ParseJson(json));

        var error = Assert.Single(result.Errors);
        Assert.Contains(message, Localizer.For(CultureInfo.GetCultureInfo("en")).Plain(error.Text, error.Details), StringComparison.Ordinal);
    }
}
