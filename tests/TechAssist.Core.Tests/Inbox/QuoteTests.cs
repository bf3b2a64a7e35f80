using TechAssist.Core.Inbox;

namespace TechAssist.Core.Tests.Inbox;

public sealed class QuoteTests
{
    [TestCase("Oui.\n\nOn Mon, 3 Mar 2031 at 09:00, TechAssist <p@x.test> wrote:\n> Question ?\n>\n> Merci", "Oui.")]
    [TestCase("Oui.\n\nLe 3 mars 2031 à 09:00, TechAssist <p@x.test>\na écrit :\n\n> Question ?", "Oui.")]
    [TestCase("Oui.\n\nEm seg., 3 de mar. de 2031, TechAssist escreveu:\n\n> Pergunta", "Oui.")]
    [TestCase("Oui.\n\n-----Message d'origine-----\nDe : TechAssist\nQuestion ?", "Oui.")]
    [TestCase("Oui.\n\nDe : TechAssist <p@x.test>\nEnvoyé : lundi 3 mars\nÀ : Awa\nObjet : Question\n\nQuestion ?", "Oui.")]
    [TestCase("Oui.\n\n*From:* TechAssist\n*Sent:* Monday\n*To:* Awa\n*Subject:* Q\n\nQuestion ?", "Oui.")]
    [TestCase("Oui.\n-- \nAwa Diop\nANSD", "Oui.")]
    [TestCase("Oui.\n> Question ?\n", "Oui.")]
    [TestCase("> Un ?\nOui.\n> Deux ?\nNon.", "> Un ?\nOui.\n> Deux ?\nNon.")]
    [TestCase("On Monday she wrote:\nnothing to us.", "On Monday she wrote:\nnothing to us.")]
    [TestCase("De : moi\nje dis oui.", "De : moi\nje dis oui.")]
    [TestCase("> seul", "")]
    public void What_was_written_is_parted_from_what_stood_below(string text, string written)
    {
        var (above, below) = Quote.Part(text);
        Assert.That(above, Is.EqualTo(written));
        Assert.That((above + below).Count(char.IsLetter), Is.EqualTo(text.Count(char.IsLetter)), "nothing is lost");
    }

    [Test]
    public void Html_becomes_text_with_its_quotes_marked()
    {
        var text = HtmlText.Of("<html><head><title>x</title><style>p{}</style></head><body><p>Oui,&nbsp;c’est <b>bien</b>&#8239;!<br>À mardi</p><div>Awa &lt;script&gt;</div><script>bad()</script><blockquote><p>Question ?</p><blockquote>Avant</blockquote></blockquote></body></html>");
        Assert.That(text, Does.Contain("Oui, c’est bien").And.Contain("À mardi\n").And.Contain("Awa <script>").And.Contain("\n> Question ?").And.Contain(">> Avant"));
        Assert.That(text, Does.Not.Contain("bad").And.Not.Contain("p{}"));
    }
}
