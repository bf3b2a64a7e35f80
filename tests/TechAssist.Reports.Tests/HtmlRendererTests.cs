using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NUnit.Framework;
using TechAssist.Reports.Html;

namespace TechAssist.Reports.Tests;

public sealed class HtmlRendererTests
{
    private static readonly IHtmlDocument Page = Parse(SampleReport.French());

    [OneTimeTearDown]
    public void Close() => Page.Dispose();

    private static IHtmlDocument Parse(Document document) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(HtmlRenderer.Render(document));

    [Test]
    public void The_page_has_language_title_and_landmarks()
    {
        Assert.That(Page.DocumentElement.GetAttribute("lang"), Is.EqualTo("fr"));
        Assert.That(Page.Title, Is.EqualTo("Harmoniser les statistiques migratoires du Sénégal"));
        Assert.That(Page.QuerySelectorAll("body > header, body > nav, body > main, body > footer").Select(element => element.LocalName), Is.EqualTo(new[] { "header", "nav", "main", "footer" }));
        Assert.That(Page.QuerySelector("body > a.skip")!.GetAttribute("href"), Is.EqualTo("#content"));
    }

    [Test]
    public void Headings_never_skip_a_level()
    {
        var levels = Page.QuerySelectorAll("h1, main h2, main h3, main h4").Select(heading => heading.LocalName[1] - '0').ToList();

        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1)), Has.All.Matches<(int First, int Second)>(pair => pair.Second <= pair.First + 1));
    }

    [Test]
    public void Every_link_within_the_page_arrives_and_no_name_is_given_twice()
    {
        var names = Page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.That(names, Is.Unique);
        Assert.That(Page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Distinct(), Is.SubsetOf(names));
        Assert.That(Page.QuerySelectorAll("nav li").Length, Is.EqualTo(SampleReport.French().Blocks.OfType<Heading>().Count(heading => heading.Level < 3)));
    }

    [Test]
    public void Tables_have_captions_and_header_cells_and_pictures_their_texts()
    {
        Assert.That(Page.QuerySelectorAll("table"), Has.All.Matches<IElement>(table => table!.QuerySelector("caption")!.TextContent.Contains("Tableau", StringComparison.Ordinal)));
        Assert.That(Page.QuerySelectorAll("th"), Has.All.Matches<IElement>(cell => cell!.HasAttribute("scope")));
        Assert.That(Page.QuerySelectorAll("th[scope=row]"), Is.Not.Empty);
        Assert.That(Page.QuerySelectorAll("img"), Is.Not.Empty.And.All.Matches<IElement>(image => image!.GetAttribute("alt")!.Length > 10));
    }

    [Test]
    public void Nothing_runs_and_nothing_is_loaded_from_elsewhere()
    {
        var hostile = Parse(Documents.Of(
            new Paragraph("<img src=x onerror=alert(1)>"),
            new Paragraph(Inline.Link("<b>x</b>", "javascript:alert(1)")),
            new Paragraph(Inline.Link("y", "https://a.test/\"onclick=\"alert(1)")),
            new Image(SamplePictures.Plain(4, 4, SkiaSharp.SKEncodedImageFormat.Png), "\" onload=\"alert(1)")));

        Assert.That(hostile.QuerySelectorAll("script, [onerror], [onclick], [onload], b"), Is.Empty);
        Assert.That(hostile.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")), Has.All.StartsWith("https://"));
        Assert.That(Page.QuerySelectorAll("script, link, iframe, img:not([src^='data:'])"), Is.Empty);
    }

    [Test]
    public void Contents_nest_also_when_the_first_heading_is_of_the_second_level()
    {
        var page = Parse(Documents.Of(new Heading(2, "a"), new Heading(2, "b"), new Heading(1, "c"), new Heading(2, "d"), new Heading(1, "e")));

        Assert.That(page.QuerySelectorAll("nav li").Length, Is.EqualTo(5));
        Assert.That(page.QuerySelectorAll("nav ol ol li").Select(item => item.TextContent.Trim()), Has.Some.Contains("d"));
        Assert.That(page.QuerySelector("main h2"), Is.Not.Null);
    }

    [Test]
    public void A_letter_has_its_subject_as_title_and_no_contents()
    {
        var page = Parse(SampleReport.Letter(DocumentLanguage.English));

        Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
        Assert.That(page.QuerySelector("h1")!.TextContent, Does.StartWith("Subject: Your request"));
        Assert.That(page.QuerySelector("nav"), Is.Null);
        Assert.That(page.QuerySelectorAll("address").Length, Is.EqualTo(2));
    }
}
