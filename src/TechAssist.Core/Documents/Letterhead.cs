using System.ComponentModel.DataAnnotations;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>Section <c>Letterhead</c> of the settings: how the secretariat signs its documents. What is left out is not printed.</summary>
public sealed class Letterhead
{
    public const string Section = "Letterhead";

    /// <summary>Picture points of its longer side: sharp in print at the size of a letterhead.</summary>
    private const int LargestLogo = 700;

    /// <summary>The issuing organisation; "Processus de Rabat – Assistance technique" when left out.</summary>
    [StringLength(120)]
    public string? NameFr { get; set; }

    [StringLength(120)]
    public string? NameEn { get; set; }

    /// <summary>Where letters are written, in words: "Bruxelles", "Brussels".</summary>
    [StringLength(60)]
    public string? PlaceFr { get; set; }

    [StringLength(60)]
    public string? PlaceEn { get; set; }

    /// <summary>Postal address, a line each.</summary>
    public IList<string> Address { get; set; } = [];

    /// <summary>A PNG or JPEG file with the organisation's mark; its path counts from where the program was started.</summary>
    [StringLength(500)]
    public string? LogoFile { get; set; }

    /// <summary>What is in it; null as long as it was not read, and where it cannot be.</summary>
    public byte[]? Logo { get; private set; }

    /// <summary>Fixed words of documents that are replaced; null where none are.</summary>
    public DocumentTexts? Texts { get; private set; }

    public bool IsComplete => string.IsNullOrWhiteSpace(LogoFile) || Logo is not null;

    /// <summary>Reads the file, once, when the program starts.</summary>
    public void ReadLogo()
    {
        try
        {
            Logo = string.IsNullOrWhiteSpace(LogoFile) ? null : PictureFile.Of(File.ReadAllBytes(LogoFile), LargestLogo).Bytes;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or PictureException)
        {
            // The settings are refused with a message of their own.
            Logo = null;
        }
    }

    public void Speak(DocumentTexts texts) => Texts = texts;

    /// <summary>The words of documents that go out under it.</summary>
    /// <param name="language">"fr" or "en".</param>
    public DocumentWords Words(string language) => new(language, Texts);

    public string Name(DocumentWords words) => Blank.ToNull(words.IsFrench ? NameFr : NameEn) ?? words["Organisation"];

    public string? Place(DocumentWords words) => Blank.ToNull(words.IsFrench ? PlaceFr : PlaceEn);
}
