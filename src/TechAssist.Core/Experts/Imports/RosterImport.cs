using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Where an import stands. Checking, running and taking back are done by a job.</summary>
public enum ImportStatus { Columns, Checking, Checked, Running, Done, Undoing, Undone }

/// <summary>What to do with a line whose person is on the roster already.</summary>
public enum DuplicateChoice { Update, Skip, Add }

/// <summary>A file that is put on the roster as one act, and can be taken back as one.</summary>
public sealed class RosterImport
{
    /// <summary>How long the lines are kept, and with them the way back.</summary>
    public const int KeptDays = 30;

    private RosterImport()
    {
    }

    public Guid Id { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The names of the columns in the file.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>For each column of the file the column of the roster, or null for one that is left out.</summary>
    public IReadOnlyList<string?> Mapping { get; private set; } = [];

    /// <summary>How the text was written; null for a workbook.</summary>
    public string? Encoding { get; private set; }

    public string? Separator { get; private set; }

    public ImportStatus Status { get; private set; }

    public DuplicateChoice Duplicates { get; private set; }

    public int LineCount { get; private set; }

    /// <summary>Lines the running job has behind it.</summary>
    public int DoneCount { get; private set; }

    public Guid StartedById { get; private set; }

    public string StartedByName { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime? RunAt { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    /// <summary>Until then a job works on it; after that another may take it up.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public int Revision { get; private set; }

    public bool IsWorkedOn => Status is ImportStatus.Checking or ImportStatus.Running or ImportStatus.Undoing;

    internal static RosterImport Of(string fileName, Tables.Table table, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        FileName = fileName,
        Columns = table.Columns,
        Encoding = table.Encoding,
        Separator = table.Separator?.ToString(),
        LineCount = table.Lines.Count,
        StartedById = by.PersonId,
        StartedByName = by.Name,
        CreatedAt = now,
    };

    /// <summary>The columns are known: the lines are checked next. The names may be corrected until the import runs.</summary>
    internal void Check(IReadOnlyList<string?> mapping)
    {
        Need(Status is ImportStatus.Columns or ImportStatus.Checked);
        Mapping = mapping;
        Begin(ImportStatus.Checking);
    }

    internal void Run(DuplicateChoice duplicates, DateTime now)
    {
        Need(Status == ImportStatus.Checked);
        Duplicates = duplicates;
        RunAt = now;
        Begin(ImportStatus.Running);
    }

    internal void Undo(DateTime now)
    {
        Need(Status == ImportStatus.Done);
        if (now > CreatedAt.AddDays(KeptDays))
        {
            throw new RuleException("import-too-old", KeptDays);
        }

        UndoneAt = now;
        Begin(ImportStatus.Undoing);
    }

    /// <summary>So many lines are behind the job; it goes on until the given instant at least.</summary>
    internal void Went(int doneCount, DateTime claimedUntil) => (DoneCount, ClaimedUntil) = (doneCount, claimedUntil);

    internal void End()
    {
        Status = Status switch
        {
            ImportStatus.Checking => ImportStatus.Checked,
            ImportStatus.Running => ImportStatus.Done,
            ImportStatus.Undoing => ImportStatus.Undone,
            _ => Status,
        };
        ClaimedUntil = null;
        Revision++;
    }

    private void Begin(ImportStatus status)
    {
        Status = status;
        DoneCount = 0;
        ClaimedUntil = null;
        Revision++;
    }

    private static void Need(bool isNow)
    {
        if (!isNow)
        {
            throw new RuleException("import-moved-on");
        }
    }
}

/// <summary>What became of a line.</summary>
public enum LineResult { None, Added, Updated, Skipped, Undone, Kept }

/// <summary>A line of an import with everything needed to say what it did, and to take it back.</summary>
public sealed class RosterImportLine
{
    private RosterImportLine()
    {
    }

    internal RosterImportLine(Guid importId, Tables.TableLine line) => (ImportId, Number, Cells) = (importId, line.Number, line.Cells);

    public Guid ImportId { get; private set; }

    /// <summary>The line in the file, as a spreadsheet counts.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<string> Cells { get; private set; } = [];

    /// <summary>Who the line is about, as far as it could be read.</summary>
    public string? Name { get; private set; }

    /// <summary>What is wrong; a line with faults is not imported.</summary>
    public IReadOnlyList<LineFault> Faults { get; private set; } = [];

    public bool HasFaults { get; private set; }

    /// <summary>Nobody finds the expert before the consent is there.</summary>
    public bool LacksConsent { get; private set; }

    /// <summary>The person on the roster whom the line is about.</summary>
    public Guid? SameAsId { get; private set; }

    public string? SameAsName { get; private set; }

    /// <summary>Null: as said for all duplicates of the import.</summary>
    public DuplicateChoice? Choice { get; private set; }

    public LineResult Result { get; private set; }

    public Guid? ExpertId { get; private set; }

    /// <summary>The revision of the expert that the import left; another one means that somebody changed the profile since.</summary>
    public int? RevisionAfter { get; private set; }

    /// <summary>The profile before the import wrote over it.</summary>
    public ProfileBefore? Before { get; private set; }

    /// <summary>Why it could not be taken back: a key under <c>Import.Kept.</c>.</summary>
    [MaxLength(40)]
    public string? KeptBecause { get; private set; }

    internal void Checked(LineCheck check)
    {
        Name = Blank.ToNull(check.Profile.Name) is { } name && name.Length > 220 ? name[..220] : Blank.ToNull(check.Profile.Name);
        Faults = check.Faults;
        HasFaults = check.Faults.Count > 0;
        LacksConsent = check.LacksConsent;
        (SameAsId, SameAsName) = (check.SameAs?.Id, check.SameAs?.Name);
        Choice = SameAsId is null ? null : Choice;
    }

    internal void Choose(DuplicateChoice? choice) => Choice = SameAsId is null ? throw new RuleException("import-moved-on") : choice;

    internal void Added(Expert expert) => (Result, ExpertId, RevisionAfter) = (LineResult.Added, expert.Id, expert.Revision);

    internal void Updated(Expert expert, ProfileBefore before) =>
        (Result, ExpertId, RevisionAfter, Before) = (LineResult.Updated, expert.Id, expert.Revision, before);

    internal void Skipped() => Result = LineResult.Skipped;

    internal void Undone() => (Result, Before) = (LineResult.Undone, null);

    internal void Kept(string because) => (Result, KeptBecause) = (LineResult.Kept, because);
}

/// <summary>A fault as it is kept: the words come when it is read.</summary>
/// <param name="Column">The name in the file; null for the line as a whole.</param>
/// <param name="Key">The column of the roster.</param>
public sealed record LineFault(string? Column, string Key, string Code, IReadOnlyList<string> Arguments);

public sealed record ProfileBefore(ExpertProfile Profile, DateOnly ConfirmedOn);

/// <summary>What a column of that name was read as before.</summary>
public sealed class ImportColumnName(string header, string? column, DateTime savedAt)
{
    /// <summary>Without accents and case.</summary>
    public string Header { get; private set; } = header;

    /// <summary>Null: it was left out.</summary>
    public string? Column { get; private set; } = column;

    public DateTime SavedAt { get; private set; } = savedAt;

    internal void Say(string? column, DateTime now) => (Column, SavedAt) = (column, now);
}
