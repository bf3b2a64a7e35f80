using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace TechAssist.Core.Correspondence;

/// <summary>What an address of ours stands for.</summary>
/// <param name="IsInternal">What is sent to it is for the secretariat only.</param>
public sealed record AddressedCase(string Reference, bool IsInternal);

/// <summary>The two addresses of one case, one for everybody on it and one for the secretariat:
/// <c>case+ta-2031-sn-0001.(signature)@domain</c>. Which of the two it is stands in the signature, so that nobody makes the one of the
/// other, or one for another case.</summary>
public sealed class CaseAddress(IOptions<InboxOptions> options)
{
    /// <summary>Bytes of the signature that stand in the address: what comes before the @ may have 64 characters.</summary>
    private const int Signed = 10;

    /// <returns>Null where the portal has no inbox.</returns>
    public string? Of(string? reference, bool isInternal = false)
    {
        if (reference is null || !options.Value.IsSet)
        {
            return null;
        }

        var (local, domain) = Parts(options.Value.Address!);
        return $"{local}+{reference.ToLowerInvariant()}.{SignatureOf(reference, isInternal)}@{domain}";
    }

    /// <returns>Null when it is not an address of ours, or not signed by us.</returns>
    public AddressedCase? Read(string? address)
    {
        if (address is null || !options.Value.IsSet)
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
        return Array.Find<bool?>([false, true], isInternal => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(SignatureOf(reference, isInternal!.Value)))) is { } found
            ? new AddressedCase(reference, found)
            : null;
    }

    private string SignatureOf(string reference, bool isInternal)
    {
        var text = (isInternal ? "case-address-internal:" : "case-address:") + reference.ToUpperInvariant();
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key!), Encoding.UTF8.GetBytes(text))[..Signed]);
    }

    private static (string Local, string Domain) Parts(string address)
    {
        var at = address.LastIndexOf('@');
        return (address[..at], address[(at + 1)..]);
    }
}
