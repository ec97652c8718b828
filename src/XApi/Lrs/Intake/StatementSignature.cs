using System.Buffers.Text;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>
/// Signed statements (2.6 of 1.0.3, 4.2.6 of 2.0): a JWS whose payload is the statement. A good signature is not yet trust: whose
/// certificate it is, is the reader's question.
/// </summary>
internal static class StatementSignature
{
    private const string UsageType = "http://adlnet.gov/expapi/attachments/signature";

    private static readonly StatementProblem NotBytes =
        new("LRS-070", "contentType", $"A signature is {MediaTypeNames.Application.Octet}.");
    private static readonly StatementProblem NotAJws = new("LRS-071", "", "A signature is a JWS in compact form.");
    private static readonly StatementProblem WrongAlgorithm = new("LRS-072", "", "A signature uses RS256, RS384 or RS512.");
    private static readonly StatementProblem OtherStatement = new("LRS-073", "", "What was signed is not this statement.");
    private static readonly StatementProblem BadSignature = new("LRS-074", "", "The signature does not fit the certificate in x5c.");

    /// <summary>Checks one attachment if it is a signature.</summary>
    /// <param name="statement">The statement it came with.</param>
    /// <param name="attachment">The attachment's description.</param>
    /// <param name="content">Its data.</param>
    public static StatementProblem? Check(JsonElement statement, JsonElement attachment, ReadOnlyMemory<byte> content)
    {
        if (!attachment.GetProperty("usageType").ValueEquals(UsageType))
        {
            return null;
        }

        if (!attachment.GetProperty("contentType").ValueEquals(MediaTypeNames.Application.Octet))
        {
            return NotBytes;
        }

        var parts = Encoding.Latin1.GetString(content.Span).Trim().Split('.');
        if (parts.Length != 3 || !Array.TrueForAll(parts, static part => Base64Url.IsValid(part)))
        {
            return NotAJws;
        }

        return CheckHeader(parts) ?? CheckPayload(statement, Base64Url.DecodeFromChars(parts[1]));
    }

    private static StatementProblem? CheckHeader(string[] parts)
    {
        if (JsonText.TryParse(Base64Url.DecodeFromChars(parts[0]), out var document) is not null)
        {
            return NotAJws;
        }

        using (document)
        {
            var header = document!.RootElement;
            if (header.ValueKind != JsonValueKind.Object
                || !header.TryGetProperty("alg", out var name)
                || name.ValueKind != JsonValueKind.String)
            {
                return NotAJws;
            }

            if (AlgorithmOf(name.GetString()!) is not { } algorithm)
            {
                return WrongAlgorithm;
            }

            return header.TryGetProperty("x5c", out var chain) ? Verify(parts, chain, algorithm) : null;
        }
    }

    private static HashAlgorithmName? AlgorithmOf(string alg) => alg switch
    {
        "RS256" => HashAlgorithmName.SHA256,
        "RS384" => HashAlgorithmName.SHA384,
        "RS512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Verifies against the first certificate; without one the signature is taken unverified, as the specification asks.</summary>
    private static StatementProblem? Verify(string[] parts, JsonElement chain, HashAlgorithmName algorithm)
    {
        if (chain.ValueKind != JsonValueKind.Array || chain.GetArrayLength() == 0 || chain[0].ValueKind != JsonValueKind.String
            || !chain[0].TryGetBytesFromBase64(out var encoded))
        {
            return NotAJws;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(encoded);
            using var key = certificate.GetRSAPublicKey();
            var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            return key?.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), algorithm, RSASignaturePadding.Pkcs1) == true
                ? null
                : BadSignature;
        }
        catch (CryptographicException)
        {
            return BadSignature;
        }
    }

    private static StatementProblem? CheckPayload(JsonElement statement, byte[] payload)
    {
        if (JsonText.TryParse(payload, out var document) is not null)
        {
            return NotAJws;
        }

        using (document)
        {
            var signed = document!.RootElement;
            return StatementValidator.Validate(signed, XApiVersion.V200) is null && StatementComparison.AreSame(signed, statement)
                ? null
                : OtherStatement;
        }
    }
}
