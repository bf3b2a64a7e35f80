using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>Numbers of headings and marks of lists; every numbered list counts from 1.</summary>
internal sealed class DocxNumbering
{
    public const int Headings = 1;
    private const int Bullets = 2;
    private const int Decimal = 3;

    private readonly DocumentFormat.OpenXml.Wordprocessing.Numbering _numbering;
    private int _lists = Decimal;

    public DocxNumbering(MainDocumentPart main)
    {
        _numbering = new DocumentFormat.OpenXml.Wordprocessing.Numbering(HeadingNumbers(), BulletMarks(), ListNumbers(), Instance(Headings, Headings), Instance(Bullets, Bullets), Instance(Decimal, Decimal));
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = _numbering;
    }

    /// <summary>The numbering a list uses.</summary>
    public int For(ListBlock list) => list is NumberedList ? NewList() : Bullets;

    private int NewList()
    {
        var instance = Instance(++_lists, Decimal);
        for (var level = 0; level < 2; level++)
        {
            instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = level });
        }

        _numbering.Append(instance);
        return _lists;
    }

    private static NumberingInstance Instance(int id, int definition) => new(new AbstractNumId { Val = definition }) { NumberID = id };

    private static AbstractNum HeadingNumbers()
    {
        var numbers = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }) { AbstractNumberId = Headings };
        for (var level = 0; level < 3; level++)
        {
            var text = string.Join('.', Enumerable.Range(1, level + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"%{i}")));
            numbers.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Decimal },
                new ParagraphStyleIdInLevel { Val = $"Heading{level + 1}" },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "0", Hanging = "840" }))
            { LevelIndex = level });
        }

        return numbers;
    }

    private static AbstractNum BulletMarks() => Marks(Bullets, NumberFormatValues.Bullet, "•", "–");

    private static AbstractNum ListNumbers() => Marks(Decimal, NumberFormatValues.Decimal, "%1.", "%2)");

    private static AbstractNum Marks(int id, NumberFormatValues format, params string[] marks)
    {
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < marks.Length; level++)
        {
            var letters = level == 1 && format == NumberFormatValues.Decimal;
            list.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = letters ? NumberFormatValues.LowerLetter : format },
                new LevelText { Val = marks[level] },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = DocxFrame.Number(340 * (level + 1)), Hanging = "340" }),
                new NumberingSymbolRunProperties(new Color { Val = DocxStyles.Accent }))
            { LevelIndex = level });
        }

        return list;
    }
}
