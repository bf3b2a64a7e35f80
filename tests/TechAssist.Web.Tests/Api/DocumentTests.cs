using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

public sealed class DocumentTests(Provider provider) : ApiTests(provider)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'x', 100)];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["a.pdf"] = Pdf,
        ["A.PDF"] = Pdf,
        ["a.png"] = Png,
        ["a.jpg"] = Jpg,
        ["a.jpeg"] = Jpg,
        ["a.docx"] = Zip("[Content_Types].xml", "word/document.xml"),
        ["a.xlsx"] = Zip("[Content_Types].xml", "xl/workbook.xml"),
        ["a.odt"] = Zip("mimetype", "content.xml"),
    };

    private static readonly Dictionary<string, byte[]> Impostors = new()
    {
        ["a.pdf"] = Png,
        ["a.png"] = Pdf,
        ["a.jpg"] = "<html>"u8.ToArray(),
        ["a.docx"] = Zip("[Content_Types].xml", "xl/workbook.xml"),
        ["b.docx"] = Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        ["c.docx"] = [.. "PK\u0003\u0004"u8, 1, 2, 3],
        ["a.xlsx"] = Zip("mimetype", "content.xml"),
        ["a.odt"] = Zip("[Content_Types].xml", "word/document.xml"),
        ["e.pdf"] = "PDF"u8.ToArray(),
    };

    public static IEnumerable<string> FileNames => Files.Keys;

    public static IEnumerable<string> ImpostorNames => Impostors.Keys;

    [TestCaseSource(nameof(FileNames))]
    public async Task A_file_of_a_kind_that_is_taken_comes_back_as_it_was(string name)
    {
        var (caller, reference) = await SubmitAsync();
        var attached = await caller.AttachAsync(reference, name, Files[name]);
        Assert.That(attached.Status, Is.EqualTo(HttpStatusCode.Created), attached.Text);
        var (bytes, response) = await DownloadAsync(caller, attached["content"]);
        Assert.That(bytes, Is.EqualTo(Files[name]));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(attached["contentType"]));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
    }

    [TestCaseSource(nameof(ImpostorNames))]
    public async Task A_file_that_is_not_what_it_says_is_refused_and_not_stored(string name)
    {
        var (caller, reference) = await SubmitAsync();
        var reply = await caller.AttachAsync(reference, name, Impostors[name]);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "invalid-input")));
        Assert.That(reply.Errors["file"], Is.EqualTo("file-not-what-it-says"));
        Assert.That((await caller.GetAsync($"/api/v1/requests/{reference}/documents")).Items, Is.Empty);
    }

    [TestCase("a.exe", "file-kind-not-taken")]
    [TestCase("a.svg", "file-kind-not-taken")]
    [TestCase("a.html", "file-kind-not-taken")]
    [TestCase("pdf", "file-kind-not-taken")]
    [TestCase("a.pdf.exe", "file-kind-not-taken")]
    public async Task A_kind_that_is_not_taken_is_refused(string name, string code)
    {
        var (caller, reference) = await SubmitAsync();
        Assert.That((await caller.AttachAsync(reference, name, Pdf)).Errors["file"], Is.EqualTo(code));
    }

    [Test]
    public async Task A_declared_type_that_contradicts_the_name_is_refused()
    {
        var (caller, reference) = await SubmitAsync();
        Assert.That((await caller.AttachAsync(reference, "a.pdf", Pdf, "text/html")).Errors["file"], Is.EqualTo("file-not-what-it-says"));
        Assert.That((await caller.AttachAsync(reference, "a.pdf", Pdf, "application/pdf")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task An_empty_file_is_refused()
    {
        var (caller, reference) = await SubmitAsync();
        Assert.That((await caller.AttachAsync(reference, "a.pdf", [])).Errors["file"], Is.EqualTo("file-empty"));
    }

    [Test]
    public async Task A_file_above_25_megabytes_is_413_and_nothing_stays()
    {
        var (caller, reference) = await SubmitAsync();
        var before = await App.ReadAsync(db => db.DocumentChunks.CountAsync());
        var reply = await caller.AttachAsync(reference, "a.pdf", [.. Pdf, .. new byte[25 * 1024 * 1024]]);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "too-large")));
        Assert.That(await App.ReadAsync(db => db.DocumentChunks.CountAsync()), Is.EqualTo(before));
    }

    [Test]
    public async Task The_name_keeps_its_accents_and_loses_its_folders()
    {
        var (caller, reference) = await SubmitAsync();
        var attached = await caller.AttachAsync(reference, "C:\\Bureau\\Décret n° 7 – état civil œuvre.pdf", Pdf);
        Assert.That(attached["fileName"], Is.EqualTo("Décret n° 7 – état civil œuvre.pdf"));
        var (_, response) = await DownloadAsync(caller, attached["content"]);
        var disposition = response.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.That(disposition, Does.StartWith("attachment;").And.Contain("filename*=UTF-8''D%C3%A9cret%20n%C2%B0%207%20%E2%80%93%20%C3%A9tat%20civil%20%C5%93uvre.pdf"));
    }

    [Test]
    public async Task A_large_file_streams_through_and_can_be_asked_for_in_part()
    {
        var (caller, reference) = await SubmitAsync();
        var bytes = Large(1_000_003);
        var attached = await caller.AttachAsync(reference, "large.pdf", bytes);
        Assert.That(attached["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.That((await DownloadAsync(caller, attached["content"])).Bytes, Is.EqualTo(bytes));
        var (part, response) = await DownloadAsync(caller, attached["content"], new RangeHeaderValue(262_100, 524_400));
        Assert.That((response.StatusCode, part), Is.EqualTo((HttpStatusCode.PartialContent, bytes[262_100..524_401])));
    }

    [Test]
    public async Task The_same_content_is_stored_once()
    {
        var (caller, reference) = await SubmitAsync();
        var bytes = Large(600_000);
        await caller.AttachAsync(reference, "one.pdf", bytes);
        var before = await App.ReadAsync(db => db.DocumentChunks.CountAsync());
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => caller.AttachAsync(reference, $"{number}.pdf", bytes)));
        Assert.That(replies.Select(reply => reply.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(await App.ReadAsync(db => db.DocumentChunks.CountAsync()), Is.EqualTo(before));
        Assert.That((await caller.GetAsync($"/api/v1/requests/{reference}/documents")).Items, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task What_is_for_the_secretariat_stays_with_it()
    {
        var (caller, reference) = await SubmitAsync();
        var officer = await CallAsAsync(Role.CaseOfficer);
        var attached = await officer.AttachAsync(reference, "note.pdf", Pdf, query: "?audience=secretariat&language=fr");
        Assert.That((attached["audience"], attached["language"]), Is.EqualTo(("secretariat", "fr")), attached.Text);
        Assert.That((await caller.GetAsync($"/api/v1/requests/{reference}/documents")).Items, Is.Empty);
        Assert.That((await caller.GetAsync(attached["content"])).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await CallAsAsync(Role.Auditor)).GetAsync(attached["content"])).Status, Is.EqualTo(HttpStatusCode.OK));
        var timeline = (await caller.GetAsync($"/api/v1/requests/{reference}/timeline")).Items.Select(line => line.GetProperty("kind").GetString());
        Assert.That(timeline, Has.None.EqualTo("document-attached"));
        Assert.That((await caller.AttachAsync(reference, "a.pdf", Pdf, query: "?audience=secretariat")).Errors["audience"], Is.EqualTo("not-a-choice"));
    }

    [Test]
    public async Task Who_only_looks_at_the_portfolio_neither_sees_nor_adds_attachments()
    {
        var (caller, reference) = await SubmitAsync();
        var attached = await caller.AttachAsync(reference, "a.pdf", Pdf);
        foreach (var role in new[] { Role.Committee, Role.Administrator })
        {
            var reader = await CallAsAsync(role);
            Assert.That((await reader.GetAsync($"/api/v1/requests/{reference}/documents")).Items, Is.Empty);
            Assert.That((await reader.GetAsync(attached["content"])).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await reader.AttachAsync(reference, "a.pdf", Pdf)).Problem, Is.EqualTo("not-allowed"));
        }
    }

    [Test]
    public async Task A_file_is_found_under_its_own_request_only()
    {
        var (caller, reference) = await SubmitAsync();
        var other = (await caller.SubmitAsync())["reference"];
        var id = (await caller.AttachAsync(reference, "a.pdf", Pdf))["id"];
        Assert.That((await caller.GetAsync($"/api/v1/requests/{other}/documents/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7", "bad-request")]
    [TestCase("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n", "invalid-input")]
    [TestCase("", "bad-request")]
    [TestCase("nonsense", "bad-request")]
    public async Task A_broken_multipart_body_is_a_clear_400(string body, string problem)
    {
        var (caller, reference) = await SubmitAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var reply = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/api/v1/requests/{reference}/attachments") { Content = content });
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, problem)), reply.Text);
    }

    [Test]
    public async Task A_body_that_is_not_multipart_is_415()
    {
        var (caller, reference) = await SubmitAsync();
        var reply = await caller.PostAsync($"/api/v1/requests/{reference}/attachments", "{}");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "wrong-media-type")));
    }

    private static byte[] Large(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        "%PDF-1.7"u8.CopyTo(bytes);
        return bytes;
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                entry.Write(name == "mimetype" ? "application/vnd.oasis.opendocument.text" : "<x/>");
            }
        }

        return bytes.ToArray();
    }

    private async Task<(byte[] Bytes, HttpResponseMessage Response)> DownloadAsync(Caller caller, string address, RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        request.Headers.Range = range;
        var response = await App.CreateClient().SendAsync(request);
        return (await response.Content.ReadAsByteArrayAsync(), response);
    }

    private async Task<(Caller Caller, string Reference)> SubmitAsync()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        return (caller, (await caller.SubmitAsync())["reference"]);
    }
}
