using NUnit.Framework;

namespace TechAssist.Reports.Tests;

public sealed class TypedTextTests
{
    [Test]
    public void Blank_lines_part_paragraphs_and_dashes_make_lists()
    {
        var blocks = TypedText.ToBlocks("Un\r\ndeux\r\n\r\n\r\nTrois :\n- a\n• b\n\n1. c\n2. d\nFin 12. Suite");

        Assert.That(blocks.Select(block => block.GetType().Name), Is.EqualTo(new[] { "Paragraph", "Paragraph", "BulletList", "NumberedList", "Paragraph" }));
        Assert.That(((Paragraph)blocks[0]).Text.Plain, Is.EqualTo("Un\ndeux"));
        Assert.That(((BulletList)blocks[2]).Items.Select(item => item.Text.Plain), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(((Paragraph)blocks[^1]).Text.Plain, Is.EqualTo("Fin 12. Suite"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \n \n")]
    public void No_text_is_no_block(string? text)
    {
        Assert.That(TypedText.ToBlocks(text), Is.Empty);
    }
}
