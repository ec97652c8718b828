using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>Signed statements: 2.6 of 1.0.3, 4.2.6 of 2.0.</summary>
public sealed class StatementSignatureTests : IDisposable
{
    private const string Statement = """{"id":"5b7f0c8e-2f0f-4d0a-9c55-3f3f6f6a1e01","actor":{"mbox":"mailto:ann@school.example"},"verb":{"id":"http://x.example/did"},"object":{"id":"http://x.example/a"} }""";
    private readonly RSA key = RSA.Create(2048);

    public void Dispose() => key.Dispose();

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public void A_good_signature_is_taken_with_and_without_a_certificate(string alg)
    {
        Assert.Null(Number(Jws(alg, Statement, withCertificate: true)));
        Assert.Null(Number(Jws(alg, Statement, withCertificate: false)));
    }

    [Fact]
    public void Data_of_another_use_is_not_looked_at() => Assert.Null(Number("anything", usage: "http://x.example/photo"));

    [Fact]
    public void A_signature_is_octets() => Assert.Equal("LRS-070", Number(Jws("RS256", Statement), contentType: "text/plain"));

    [Theory]
    [InlineData("")]
    [InlineData("one.two")]
    [InlineData("one.two.three.four")]
    [InlineData("no base64!.e30.e30")]
    [InlineData("W10.e30.e30")]
    [InlineData("e30.e30.e30")]
    public void What_is_no_JWS_is_refused(string content) => Assert.Equal("LRS-071", Number(content));

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    public void Other_algorithms_are_refused(string alg) => Assert.Equal("LRS-072", Number(Jws(alg, Statement)));

    [Fact]
    public void What_was_signed_must_be_this_statement() =>
        Assert.Equal("LRS-073", Number(Jws("RS256", Statement.Replace("ann@", "bob@", StringComparison.Ordinal))));

    [Fact]
    public void A_signature_that_was_changed_is_found_out_by_its_certificate()
    {
        var parts = Jws("RS256", Statement).Split('.');
        var changed = Base64Url.DecodeFromChars(parts[2]);
        changed[0] ^= 1;

        Assert.Equal("LRS-074", Number($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(changed)}"));
    }

    [Fact]
    public void So_is_one_of_another_key()
    {
        using var other = RSA.Create(2048);

        Assert.Equal("LRS-074", Number(Jws("RS256", Statement, signer: other)));
    }

    private static string? Number(string jws, string usage = "http://adlnet.gov/expapi/attachments/signature", string contentType = "application/octet-stream") =>
        StatementSignature.Check(
            JsonElement.Parse(Statement),
            JsonSerializer.SerializeToElement(new { usageType = usage, contentType }),
            Encoding.Latin1.GetBytes(jws))?.Number;

    private string Jws(string alg, string payload, bool withCertificate = true, RSA? signer = null)
    {
        var header = withCertificate
            ? JsonSerializer.Serialize(new { alg, x5c = new[] { Convert.ToBase64String(Certificate()) } })
            : JsonSerializer.Serialize(new { alg });
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        var signature = (signer ?? key).SignData(Encoding.ASCII.GetBytes(signed), HashOf(alg), RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static HashAlgorithmName HashOf(string alg) => alg switch
    {
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    private byte[] Certificate()
    {
        var request = new CertificateRequest("CN=signer.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.Export(X509ContentType.Cert);
    }
}
