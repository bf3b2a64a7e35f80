using System.Globalization;
using System.Resources;

namespace TechAssist.Reports;

/// <summary>The words the renderers add by themselves, in the language of the document.</summary>
internal sealed class Words
{
    private static readonly ResourceManager Resources = new("TechAssist.Reports.Words", typeof(Words).Assembly);
    private static readonly Words English = new("en-GB");
    private static readonly Words French = new("fr-FR");

    private Words(string culture) => Culture = CultureInfo.GetCultureInfo(culture);

    /// <summary>Also the language written into the file: en-GB or fr-FR.</summary>
    public CultureInfo Culture { get; }

    public string Contents => this["Contents"];

    public static Words In(DocumentLanguage language) => language switch
    {
        DocumentLanguage.English => English,
        DocumentLanguage.French => French,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Unknown language."),
    };

    public string this[string key] =>
        Resources.GetString(key, Culture) ?? throw new InvalidOperationException($"No word for '{key}'.");

    public string PageOf(int page, int pages) => string.Format(Culture, this["PageOf"], page, pages);

    public string Day(DateOnly day) =>
        this == French && day.Day == 1 ? $"1er {day.ToString("MMMM yyyy", Culture)}" : day.ToString("d MMMM yyyy", Culture);

    /// <summary>"Bruxelles, le 3 mars 2031".</summary>
    public string PlaceAndDay(string? place, DateOnly day) =>
        string.IsNullOrWhiteSpace(place) ? Day(day) : string.Format(Culture, this["PlaceAndDay"], place, Day(day));

    /// <summary>"Tableau 3", "Figure 1".</summary>
    public string Numbered(string key, int number) => string.Format(Culture, "{0}\u00A0{1}", this[key], number);

    /// <summary>A label before its value, with the colon its language wants.</summary>
    public string Label(string label) => string.Format(Culture, this["Label"], label);
}
