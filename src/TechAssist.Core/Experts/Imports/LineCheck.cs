using TechAssist.Core.Experts.Tables;

namespace TechAssist.Core.Experts.Imports;

/// <summary>A line read into a profile, whether it holds, and who it is about.</summary>
/// <param name="SameAs">The person on the roster; null for somebody new.</param>
internal sealed record LineCheck(ExpertProfile Profile, IReadOnlyList<LineFault> Faults, KnownPerson? SameAs, bool LacksConsent);

/// <summary>Reads lines of a file by its mapping.</summary>
internal sealed class LineReader(RosterImport import, RosterWords words, DateOnly today)
{
    /// <summary>The columns in the order of the roster: a theme is read before its evidence, wherever they stand in the file.</summary>
    private readonly (RosterColumn Column, int At)[] columns =
    [
        .. RosterColumns.All.Select(column => (column, import.Mapping.ToList().IndexOf(column.Key))).Where(pair => pair.Item2 >= 0),
    ];

    /// <summary>What the line alone says: enough to find the person.</summary>
    public ExpertProfile Alone(RosterImportLine line) => Read(line, new ExpertProfile(), []);

    /// <summary>A new profile.</summary>
    public LineCheck AsNew(RosterImportLine line, KnownPerson? sameAs)
    {
        var errors = new List<FieldError>();
        var profile = Read(line, new ExpertProfile(), errors);
        if (!Has(line, "years") && profile.YearsInMigration > profile.Years)
        {
            profile = profile with { Years = profile.YearsInMigration };
        }

        if (!Has(line, "status"))
        {
            errors.Add(new FieldError("status", "required"));
        }

        return Judge(profile, errors, sameAs);
    }

    /// <summary>The profile on the roster, with what the line says in place of what it said; empty cells change nothing.</summary>
    public LineCheck AsUpdate(RosterImportLine line, ExpertProfile before, KnownPerson sameAs)
    {
        var errors = new List<FieldError>();
        return Judge(Read(line, before, errors), errors, sameAs);
    }

    private ExpertProfile Read(RosterImportLine line, ExpertProfile profile, List<FieldError> errors)
    {
        foreach (var (column, at) in columns)
        {
            if (line.Cells[at].Length > 0)
            {
                profile = column.Take(profile, new RosterCell(column.Key, line.Cells[at], words, today, errors));
            }
        }

        return profile;
    }

    private LineCheck Judge(ExpertProfile profile, List<FieldError> errors, KnownPerson? sameAs)
    {
        // A cell that could not be read is told once, not again as a field that is missing.
        var unread = errors.Select(error => error.Field).ToHashSet();
        List<FieldError> all =
        [
            .. errors,
            .. ExpertRules.Check(profile, today).Where(error => !unread.Contains(RosterColumns.KeyOf(error))),
        ];
        var faults = all.Select(ToFault).DistinctBy(fault => (fault.Key, fault.Code, string.Join('|', fault.Arguments))).ToList();
        return new LineCheck(profile, faults, sameAs, !profile.Allows(ConsentKind.Storage, today));
    }

    private LineFault ToFault(FieldError error)
    {
        var key = RosterColumns.KeyOf(error);
        var at = Array.FindIndex(columns, pair => pair.Column.Key == key);
        return new LineFault(
            at >= 0 ? import.Columns[columns[at].At] : null, key, error.Code,
            [.. error.Arguments.Select(argument => Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture) is { } text && text.Length > 100 ? text[..100] + "…" : $"{argument}")]);
    }

    private bool Has(RosterImportLine line, string key) => Array.Find(columns, pair => pair.Column.Key == key) is { Column: not null } found && line.Cells[found.At].Length > 0;
}
