using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace TechAssist.Core.Correspondence;

/// <summary>The address of one case: <c>case+ta-2031-sn-0001.(signature)@domain</c>. Nobody makes one up for another case.</summary>
public sealed class CaseAddress(IOptions<InboxOptions> options)
{
    /// <summary>Bytes of the signature that stand in the address: what comes before the @ may have 64 characters.</summary>
    private const int Signed = 10;

    /// <returns>Null where the portal has no inbox.</returns>
    public string? Of(string? reference)
    {
        if (reference is null || !options.Value.IsSet)
        {
            return null;
        }

        var (local, domain) = Parts(options.Value.Address!);
        return $"{local}+{reference.ToLowerInvariant()}.{SignatureOf(reference)}@{domain}";
    }

    /// <returns>The reference of the case; null when it is not an address of ours, or not signed by us.</returns>
    public string? ReferenceIn(string address)
    {
        if (!options.Value.IsSet)
        {
            return null;
        }

        var (local, domain) = Parts(options.Value.Address!);
        var text = address.Trim();
        var (start, end) = (local + "+", "@" + domain);
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(end, StringComparison.OrdinalIgnoreCase) || text.Length <= start.Length + end.Length)
        {
            return null;
        }

        var signed = text[start.Length..^end.Length];
        var dot = signed.LastIndexOf('.');
        if (dot <= 0)
        {
            return null;
        }

        var reference = signed[..dot].ToUpperInvariant();
        var given = Encoding.UTF8.GetBytes(signed[(dot + 1)..].ToLowerInvariant());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(SignatureOf(reference))) ? reference : null;
    }

    private string SignatureOf(string reference) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key!), Encoding.UTF8.GetBytes("case-address:" + reference.ToUpperInvariant()))[..Signed]);

    private static (string Local, string Domain) Parts(string address)
    {
        var at = address.LastIndexOf('@');
        return (address[..at], address[(at + 1)..]);
    }
}
