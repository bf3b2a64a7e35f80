namespace TechAssist.Core.EndOfMission.Word;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Index">Its place in the text the form was made from; null for one that was added.</param>
/// <param name="Values">Texts by the name of the field; a field that is not there is not known.</param>
internal sealed record WordRow(int? Index, Dictionary<string, string> Values);

/// <summary>A text that stands in no field.</summary>
/// <param name="Section">The section it stands in; 0 before the first.</param>
public sealed record LooseText(int Section, string Text);

/// <summary>A remark somebody made in Word.</summary>
public sealed record WordRemark(string By, string Text);

/// <summary>Something to know about what was read.</summary>
/// <param name="Code">A key under <c>WordNote.</c>.</param>
/// <param name="Field">Camel-case path of the place; null for the whole file.</param>
/// <param name="Text">What stands there.</param>
public sealed record WordNote(string Code, string? Field = null, string? Text = null);

/// <summary>What a file holds, place by place, before it is compared with anything.</summary>
internal sealed class WordRaw
{
    /// <summary>Long texts in Markdown, null where the place is empty.</summary>
    public Dictionary<string, string?> Texts { get; } = [];

    /// <summary>Single short fields, by path.</summary>
    public Dictionary<string, string> Facts { get; } = [];

    public Dictionary<string, List<WordRow>> Lists { get; } = [];

    public List<LooseText> Loose { get; } = [];

    public List<WordRemark> Remarks { get; } = [];

    public List<WordNote> Notes { get; } = [];

    public bool IsEmpty => Texts.Count == 0 && Facts.Count == 0 && Lists.Count == 0;
}
