using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A platform's certificate that can't be trusted, in words that its administrators can act on.</summary>
internal sealed class CertificateFault : AuthenticationException
{
    private CertificateFault(string message)
        : base(message)
    {
    }

    /// <summary>Lets a good certificate pass.</summary>
    /// <exception cref="CertificateFault">It isn't one; the message names what is wrong.</exception>
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new CertificateFault(Describe(errors, chain?.ChainStatus ?? []));

    /// <summary>The fault inside a failed request, or null when it failed for another reason.</summary>
    public static CertificateFault? In(Exception? failure) =>
        failure as CertificateFault ?? (failure is null ? null : In(failure.InnerException));

    /// <summary>What is wrong with a certificate.</summary>
    internal static string Describe(SslPolicyErrors errors, IReadOnlyCollection<X509ChainStatus> chain)
    {
        bool Holds(X509ChainStatusFlags flag) => chain.Any(status => status.Status.HasFlag(flag));
        var what = 0 switch
        {
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "the server sent no certificate",
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "its certificate is for another host name",
            _ when Holds(X509ChainStatusFlags.NotTimeValid) => "its certificate has expired, or is not valid yet",
            _ when Holds(X509ChainStatusFlags.Revoked) => "its certificate was revoked",
            _ when Holds(X509ChainStatusFlags.PartialChain) =>
                "the chain of its certificate is not complete: the server has to send the intermediate certificates too",
            _ when Holds(X509ChainStatusFlags.UntrustedRoot) => "its certificate comes from an authority that this server does not trust",
            _ => "its certificate can't be verified",
        };
        var flags = string.Join(", ", chain.Select(status => status.Status).Distinct());
        return flags.Length == 0 ? $"{what} ({errors})" : $"{what} ({flags})";
    }
}
