using System.Net.Sockets;
using System.Text;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>Addresses no client library sends, on a real port.</summary>
public sealed class RawAddressTests
{
    private PortalApp app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await PortalApp.ListenAsync(Provider.Sqlite);

    [OneTimeTearDown]
    public async Task EndAsync() => await app.DisposeAsync();

    [TestCase("/requests/%00")]
    [TestCase("/requests/a%00b/terms")]
    [TestCase("/api/v1/requests/%00")]
    [TestCase("/../../etc/passwd")]
    [TestCase("/css/..%2f..%2fappsettings.json")]
    [TestCase("/css/%2e%2e/%2e%2e/appsettings.json")]
    [TestCase("//evil.example/")]
    [TestCase("/requests/%c0%af")]
    [TestCase("/requests/%zz")]
    public async Task A_raw_address_is_refused_and_never_fails(string address)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();

        Assert.That(int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), Is.InRange(300, 499), answer[..Math.Min(400, answer.Length)]);
        Assert.That(answer, Does.Not.Contain("ConnectionString").And.Not.Contain("root:"));
    }
}
