using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using TechAssist.Core.Documents;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Admin;

/// <summary>Fixed words of documents that the settings replace.</summary>
public sealed class DocumentTextsTests(Provider provider) : PortalTests(provider)
{
    private readonly Provider provider = provider;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["DocumentTexts:Letter.Closing:fr"] = "Avec nos salutations choisies,",
        ["DocumentTexts:letter.contact:EN"] = "Please ask {0}",
    };

    [Test]
    public async Task The_administrator_sees_the_shipped_and_the_present_words_and_finds_them()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var page = await visitor.GetAsync("/admin/texts");
        Assert.That((page.Status, page.Page.QuerySelectorAll("#results tbody tr").Length), Is.EqualTo((HttpStatusCode.OK, 40)));
        var next = await visitor.GetAsync(page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.That(next.Page.QuerySelector("#results tbody th")!.TextContent, Is.Not.EqualTo(page.Page.QuerySelector("#results tbody th")!.TextContent));

        var replaced = await visitor.GetAsync("/admin/texts?replaced=true");
        Assert.That(replaced.Page.QuerySelectorAll("#results tbody th").Select(cell => cell.TextContent), Is.EqualTo(new[] { "Letter.Closing", "Letter.Contact" }));
        Assert.That(replaced.Page.QuerySelector("#results")!.TextContent, Does.Contain("Avec nos salutations choisies,").And.Contain("Yours sincerely,").And.Contain("Please ask {0}").And.Contain("Your contact at the secretariat is {0}"));
        Assert.That((await visitor.GetAsync("/admin/texts?text=SALUTATIONS+CHOISIES")).Page.QuerySelectorAll("#results tbody tr"), Has.Length.EqualTo(1));
        Assert.That((await visitor.GetAsync("/admin/texts?text=%22%3Czzqx")).Page.QuerySelectorAll(".nothing"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_words_stand_in_sample_documents_of_every_form_in_their_language_only()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        foreach (var link in (await visitor.GetAsync("/admin/texts")).Page.QuerySelectorAll("#samples ~ ul .papers a").Select(link => link.GetAttribute("href")!))
        {
            Assert.That((await visitor.Client.GetAsync(link)).StatusCode, Is.EqualTo(HttpStatusCode.OK), link);
        }

        var html = await visitor.Client.GetStringAsync("/admin/texts/sample/approval.html?lang=fr");
        Assert.That(html, Does.Contain("Avec nos salutations choisies,").And.Not.Contain("[Document.").And.Not.Contain("Veuillez agréer"));
        await using var word = new ZipArchive(await visitor.Client.GetStreamAsync("/admin/texts/sample/refusal.docx?lang=en"));
        using var text = new StreamReader(await word.GetEntry("word/document.xml")!.OpenAsync());
        Assert.That(await text.ReadToEndAsync(), Does.Contain("Please ask A. Example").And.Contain("Yours sincerely,"));
        Assert.That((await visitor.GetAsync("/admin/texts/sample/nonsense.html?lang=fr")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_portal_with_texts_that_cannot_stand_in_a_document_does_not_start_and_says_which()
    {
        var wrong = new Dictionary<string, string?>
        {
            ["DocumentTexts:Leter.Closing:fr"] = "Bien à vous",
            ["DocumentTexts:Letter.Closing:de"] = "Hochachtungsvoll",
            ["DocumentTexts:Letter.Closing:en"] = " ",
            ["DocumentTexts:Letter.Contact:en"] = "Ask us",
            ["DocumentTexts:Letter.Contact:fr"] = "Écrivez à {0} {",
            ["DocumentTexts:File.Report:fr"] = "Rapport {0}",
            ["DocumentTexts:Letter.Why"] = "Pourquoi",
        };
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => PortalApp.StartAsync(provider, wrong));
        Assert.That(refusal!.Failures.Select(fault => fault.Split([':', ' '])[1]).Order(), Is.EqualTo(new[] { "File.Report", "Leter.Closing", "Letter.Closing", "Letter.Closing", "Letter.Contact", "Letter.Contact", "Letter.Why" }));
        Assert.That(refusal.Message, Does.Contain("DocumentTexts:Letter.Contact:en has the placeholders none; the shipped text has {0}.").And.Contain("DocumentTexts:Letter.Closing:en is empty."));
    }

    [Test]
    public void Every_text_that_may_be_replaced_may_be_replaced_by_itself()
    {
        var texts = new DocumentTexts();
        foreach (var (key, language) in DocumentTexts.Replaceable.SelectMany(key => new[] { (key, "fr"), (key, "en") }))
        {
            texts.Replace(key, language, DocumentTexts.Shipped(key, language));
        }

        Assert.That(texts.Faults, Is.Empty);
    }
}
