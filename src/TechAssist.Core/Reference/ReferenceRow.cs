using System.Text.Json;

namespace TechAssist.Core.Reference;

/// <summary>What a row of reference data can do: be made from an input, take a changed one, and say what is wrong with it
/// beside the other rows.</summary>
public interface IReferenceRow<TRow, TInput>
    where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
    where TInput : ReferenceInput
{
    static abstract TRow From(TInput input);

    /// <summary>Faults that need the other rows to be seen: a parent that is not there, an unknown time zone.</summary>
    static virtual IEnumerable<FieldError> Faults(TInput input, ReferenceSnapshot others) => [];

    void Take(TInput input);
}

/// <summary>A row of reference data. Loaded from a data file until an administrator edits it; from then on the files leave
/// it alone.</summary>
public abstract class ReferenceRow
{
    public string Code { get; private set; } = "";

    public Certainty Certainty { get; private set; }

    public string Source { get; private set; } = "";

    public string? NoteEn { get; private set; }

    public string? NoteFr { get; private set; }

    public bool IsActive { get; private set; }

    public int Revision { get; private set; } = 1;

    /// <summary>When an administrator last changed it; null while it is as loaded.</summary>
    public DateTime? EditedAt { get; private set; }

    public string? Note(string language) => language == "fr" ? NoteFr : NoteEn;

    /// <summary>The input that would make this row, which is what the administrator's form starts from: the two have the
    /// same property names.</summary>
    public TInput ToInput<TInput>()
        where TInput : ReferenceInput => CoreJson.Read<TInput>(JsonSerializer.Serialize(this, GetType(), CoreJson.Options));

    internal void Edited(DateTime now)
    {
        EditedAt = now;
        Revision++;
    }

    /// <summary>A newer data file changed it.</summary>
    internal void Reloaded() => Revision++;

    protected void TakeRow(ReferenceInput input)
    {
        Code = input.Code;
        Certainty = input.Certainty;
        Source = input.Source.Trim();
        NoteEn = Blank(input.NoteEn);
        NoteFr = Blank(input.NoteFr);
        IsActive = input.IsActive;
    }

    protected static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A row with a name in both languages.</summary>
public abstract class NamedRow : ReferenceRow
{
    public string NameEn { get; private set; } = "";

    public string NameFr { get; private set; } = "";

    /// <summary>"en" or "fr" where that name is a translation of our own.</summary>
    public string? UnofficialLanguage { get; private set; }

    public string Name(string language) => language == "fr" ? NameFr : NameEn;

    /// <summary>The name in that language is not the official text: the screen says so.</summary>
    public bool IsUnofficialIn(string language) => UnofficialLanguage == language;

    protected void TakeNamed(NamedInput input)
    {
        TakeRow(input);
        NameEn = input.NameEn.Trim();
        NameFr = input.NameFr.Trim();
        UnofficialLanguage = Blank(input.UnofficialLanguage);
    }
}
