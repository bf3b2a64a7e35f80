using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;

namespace TechAssist.Core.Notifications;

/// <summary>Which mail servers are believed.</summary>
public static class MailTrust
{
    /// <summary>Where the institution has an authority of its own, a server it vouches for is as good as any; its name must still match.</summary>
    /// <param name="authority">The file (PEM) with its certificate, or null: only those the system trusts.</param>
    public static T Trusting<T>(this T service, string? authority)
        where T : MailService
    {
        if (authority is { Length: > 0 })
        {
            service.CheckCertificateRevocation = false;
            service.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && VouchedFor(authority, (X509Certificate2)certificate!));
        }

        return service;
    }

    private static bool VouchedFor(string authority, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
