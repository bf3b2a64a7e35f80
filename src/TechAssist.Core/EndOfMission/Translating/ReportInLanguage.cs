namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>In whose words the texts of a report stand, for a reader of one language.</summary>
public enum Wording
{
    /// <summary>Its authors', in this language, or in both.</summary>
    Original,

    /// <summary>Translated, every one of them.</summary>
    Translated,

    /// <summary>Some translated, the others as their authors wrote them in the other language.</summary>
    PartlyTranslated,

    /// <summary>Its authors', in the other language.</summary>
    NotTranslated,
}

/// <summary>A report as a reader of one language gets it.</summary>
public sealed record ReportInLanguage(ReportContent Content, Wording Wording)
{
    /// <param name="content">As its authors wrote it, or what a reader may see of it.</param>
    /// <param name="writtenIn">The language of the report.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="translations">By <see cref="TranslatableText.Source"/>.</param>
    public static ReportInLanguage Of(ReportContent content, string writtenIn, string language, IReadOnlyDictionary<string, string> translations)
    {
        if (writtenIn == language)
        {
            return new ReportInLanguage(content, Wording.Original);
        }

        var texts = TranslatableTexts.Of(content, writtenIn);
        var isThere = texts.CountBy(text => translations.ContainsKey(text.Source)).ToDictionary();
        return new ReportInLanguage(content.Translated(writtenIn, translations), (isThere.ContainsKey(true), isThere.ContainsKey(false)) switch
        {
            (true, true) => Wording.PartlyTranslated,
            (true, false) => Wording.Translated,
            (false, true) => Wording.NotTranslated,
            _ => Wording.Original,
        });
    }
}
