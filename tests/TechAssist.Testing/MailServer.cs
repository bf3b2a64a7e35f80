using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NUnit.Framework;

namespace TechAssist.Testing;

/// <summary>A mail server of the test run's own: Postfix takes mails (only encrypted, only from who signs in) and Dovecot gives them out
/// by IMAP, each on a free port of this machine, in a temporary folder that goes when the run ends. Mails to
/// <see cref="GoneDomain"/> are taken and come back, those to any other than <see cref="Domain"/> vanish. Where they are not installed, or
/// may not be started, the tests that need it are skipped; with <c>CI</c> set they fail.</summary>
public sealed class MailServer
{
    public const string Domain = "mail.test";
    public const string GoneDomain = "gone.test";
    public const string Password = "secret";

    private const int Mailboxes = 500;

    private static readonly Lazy<Task<MailServer>> One = new(StartAsync);

    private readonly string folder;
    private readonly Process postfix;
    private readonly Process dovecot;
    private int last;

    private MailServer(string folder)
    {
        this.folder = folder;
        (SmtpPort, ImapPort) = (Command.FreePort(), Command.FreePort());
        WriteCertificates();
        WritePostfix();
        WriteDovecot();
        // Postfix asks Dovecot whether a password is right.
        dovecot = Command.Start("dovecot", "-F", "-c", folder + "/dovecot.conf");
        postfix = Command.Start("postfix", "-c", folder + "/postfix", "start-fg");
        TestRun.AtEnd(Remove);
    }

    /// <summary>Speaks STARTTLS with a certificate for 127.0.0.1 of <see cref="Authority"/>.</summary>
    public int SmtpPort { get; }

    /// <summary>Speaks STARTTLS with the same certificate.</summary>
    public int ImapPort { get; }

    /// <summary>The file (PEM) of the authority that no system trusts by itself.</summary>
    public string Authority => folder + "/authority.pem";

    /// <summary>The user of an empty mailbox that no other test has, and the part of its address before the @. It also gets what is sent
    /// to the same with a + and anything behind it.</summary>
    public string NewMailbox() => $"box{Interlocked.Increment(ref last)}";

    public static Task<MailServer> GetAsync()
    {
        if (Array.Find(["postfix", "dovecot"], program => !File.Exists("/usr/sbin/" + program)) is { } missing)
        {
            Without($"The mail server is not installed ({missing} was not found).");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            Without("Postfix can be started by root only.");
        }

        return One.Value;
    }

    /// <summary>The server has taken a mail, and puts it into the mailbox a moment later.</summary>
    /// <param name="missing">What is still to come, or null.</param>
    public static Task UntilAsync(Func<Task<string?>> missing) => Command.UntilReadyAsync(missing);

    private static void Without(string why)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(why);
        }

        Assert.Ignore(why);
    }

    private static async Task<MailServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("techassist-mail-server-").FullName;
        // Both serve as users of their own, who must get through.
        await Command.RunAsync("chmod", "711", folder);
        foreach (var name in (string[])["postfix", "queue", "data", "mail", "run"])
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
        }

        await Command.RunAsync("chown", "postfix:postfix", folder + "/data", folder + "/mail");
        var server = new MailServer(folder);
        await Command.UntilReadyAsync(() => GreetingAsync(server.SmtpPort, "220 "));
        await Command.UntilReadyAsync(() => GreetingAsync(server.ImapPort, "* OK"));
        return server;
    }

    private static async Task<string?> GreetingAsync(int port, string greeting)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadLineAsync() is { } line && line.StartsWith(greeting, StringComparison.Ordinal) ? null : "no greeting";
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return exception.Message;
        }
    }

    private static string IdOf(string option)
    {
        using var id = Process.Start(new ProcessStartInfo("id", [option, "postfix"]) { RedirectStandardOutput = true })!;
        return id.StandardOutput.ReadToEnd().Trim();
    }

    private void WriteCertificates()
    {
        var (from, to) = (DateTimeOffset.UnixEpoch, new DateTimeOffset(2049, 12, 31, 0, 0, 0, TimeSpan.Zero));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=An authority of the test run", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var issuer = authority.CreateSelfSigned(from, to);
        File.WriteAllText(Authority, issuer.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + Domain, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, from, to, [1]);
        File.WriteAllText(folder + "/certificate.pem", certificate.ExportCertificatePem());
        File.WriteAllText(folder + "/key.pem", key.ExportPkcs8PrivateKeyPem());
    }

    private void WritePostfix()
    {
        File.WriteAllLines(folder + "/mailboxes", Enumerable.Range(1, Mailboxes).Select(number => $"box{number}@{Domain} box{number}/"));
        File.WriteAllText(folder + "/postfix/main.cf", $$"""
            compatibility_level = 3.6
            queue_directory = {{folder}}/queue
            data_directory = {{folder}}/data
            mail_owner = postfix
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = {{Domain}}
            mydestination =
            mynetworks =
            maillog_file = {{folder}}/postfix.log
            maillog_file_prefixes = {{Path.GetTempPath()}}
            smtpd_tls_cert_file = {{folder}}/certificate.pem
            smtpd_tls_key_file = {{folder}}/key.pem
            smtpd_tls_security_level = encrypt
            smtpd_tls_auth_only = yes
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = {{folder}}/run/smtp-auth
            smtpd_relay_restrictions = permit_sasl_authenticated, reject
            smtpd_recipient_restrictions = permit_sasl_authenticated, reject
            message_size_limit = 100000000
            mailbox_size_limit = 0
            virtual_mailbox_limit = 0
            virtual_mailbox_domains = {{Domain}}
            virtual_mailbox_base = {{folder}}/mail
            virtual_mailbox_maps = texthash:{{folder}}/mailboxes
            recipient_delimiter = +
            virtual_uid_maps = static:{{IdOf("-u")}}
            virtual_gid_maps = static:{{IdOf("-g")}}
            virtual_minimum_uid = 1
            transport_maps = inline:{ { {{GoneDomain}} = relay:[127.0.0.1]:{{SmtpPort.ToString(CultureInfo.InvariantCulture)}} } }
            default_transport = discard:
            alias_maps =
            alias_database =
            smtputf8_enable = yes

            """);
        File.WriteAllText(folder + "/postfix/master.cf", string.Create(CultureInfo.InvariantCulture, $"""
            127.0.0.1:{SmtpPort} inet n - n - - smtpd
            postlog unix-dgram n - n - 1 postlogd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            error unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            proxymap unix - - n - - proxymap
            discard unix - - n - - discard
            relay unix - - n - - smtp

            """));
    }

    private void WriteDovecot() => File.WriteAllText(folder + "/dovecot.conf", string.Create(CultureInfo.InvariantCulture, $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/run
        protocols = imap
        listen = 127.0.0.1
        log_path = {{folder}}/dovecot.log
        ssl = required
        ssl_cert = <{{folder}}/certificate.pem
        ssl_key = <{{folder}}/key.pem
        mail_location = maildir:{{folder}}/mail/%n
        mail_uid = postfix
        mail_gid = postfix
        first_valid_uid = 1
        auth_failure_delay = 0
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=postfix gid=postfix home={{folder}}/mail
        }
        service imap-login {
          inet_listener imap {
            port = {{ImapPort}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service auth {
          unix_listener smtp-auth {
            mode = 0666
          }
        }

        """), Encoding.ASCII);

    private void Remove()
    {
        using var stop = Command.Start("postfix", "-c", folder + "/postfix", "stop");
        using var signal = Command.Start("kill", $"{dovecot.Id}");
        stop.WaitForExit(10_000);
        postfix.WaitForExit(10_000);
        dovecot.WaitForExit(10_000);
        Directory.Delete(folder, recursive: true);
    }
}
