using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Experts.Tables;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Reads a table as a list of participants. What is wrong is named by its line and column; then none of it counts.</summary>
internal sealed class ParticipantList(Table table, string field)
{
    /// <summary>More faults than these say nothing more.</summary>
    private const int MostFaults = 20;

    private readonly List<FieldError> errors = [];
    private IReadOnlyDictionary<ParticipantColumn, int> columns = new Dictionary<ParticipantColumn, int>();

    /// <exception cref="InvalidInputException">Lines are wrong, or no column of names was found.</exception>
    public IReadOnlyList<(int Line, ParticipantInput Participant)> Read()
    {
        columns = ParticipantColumns.Guess(table.Columns);
        IEnumerable<TableLine> lines = table.Lines;
        if (columns.Count == 0 && table.Columns.Count == 1)
        {
            // Names alone, one a line, need no heading.
            columns = new Dictionary<ParticipantColumn, int> { [ParticipantColumn.Name] = 0 };
            lines = lines.Prepend(new TableLine(1, [table.Columns[0]]));
        }
        else if (!columns.ContainsKey(ParticipantColumn.Name) && !columns.ContainsKey(ParticipantColumn.FamilyName))
        {
            throw new InvalidInputException(field, "list-no-names", string.Join(", ", table.Columns));
        }

        List<(int Line, ParticipantInput Participant)> read = [.. lines.Select(line => (line.Number, Person(line)))];
        CheckTwice(read);
        return errors.Count == 0 ? read : throw new InvalidInputException(Shortened());
    }

    private ParticipantInput Person(TableLine line)
    {
        var person = new ParticipantInput
        {
            Name = Blank.ToNull($"{Cell(line, ParticipantColumn.GivenNames)} {Cell(line, ParticipantColumn.FamilyName)}") ?? Cell(line, ParticipantColumn.Name),
            Sex = Cell(line, ParticipantColumn.Sex) is { } sex ? ParticipantColumns.SexOf(sex) : null,
            Institution = Cell(line, ParticipantColumn.Institution),
            Function = Cell(line, ParticipantColumn.Function),
            Email = Cell(line, ParticipantColumn.Email),
            Language = LanguageOf(line),
        };
        if (person.Name is null)
        {
            Fault("list-name-missing", line, columns.ContainsKey(ParticipantColumn.Name) ? ParticipantColumn.Name : ParticipantColumn.FamilyName);
        }

        if (person.Sex is null && Cell(line, ParticipantColumn.Sex) is { } unknown)
        {
            Fault("list-sex-unknown", line, ParticipantColumn.Sex, unknown);
        }

        if (person.Email is { } email && !new EmailAddressAttribute().IsValid(email))
        {
            Fault("list-email-wrong", line, ParticipantColumn.Email, email);
        }

        CheckLength(line, ParticipantColumn.Name, person.Name, 200);
        CheckLength(line, ParticipantColumn.Institution, person.Institution, 300);
        CheckLength(line, ParticipantColumn.Function, person.Function, 200);
        return person;
    }

    private string? LanguageOf(TableLine line)
    {
        var text = Cell(line, ParticipantColumn.Language);
        var language = text?.ToUpperInvariant() switch
        {
            null => null,
            "FR" or "FRANÇAIS" or "FRANCAIS" or "FRENCH" => "fr",
            "EN" or "ANGLAIS" or "ENGLISH" => "en",
            _ => "",
        };
        if (language == "")
        {
            Fault("list-language-unknown", line, ParticipantColumn.Language, text!);
        }

        return language;
    }

    private void CheckTwice(List<(int Line, ParticipantInput Participant)> read)
    {
        for (var at = 1; at < read.Count; at++)
        {
            var (line, person) = read[at];
            if (person.Name is not null && read.Take(at).FirstOrDefault(before => ParticipantRules.IsSame(before.Participant, person)) is { Line: > 0 } first)
            {
                errors.Add(new FieldError(field, "list-person-twice", line, person.Name, first.Line));
            }
        }
    }

    private void CheckLength(TableLine line, ParticipantColumn column, string? text, int most)
    {
        if (text?.Length > most)
        {
            Fault("list-too-long", line, column, most);
        }
    }

    private void Fault(string code, TableLine line, ParticipantColumn column, object? value = null) =>
        errors.Add(new FieldError(field, code, line.Number, columns.TryGetValue(column, out var at) ? table.Columns[at] : "–", value ?? ""));

    private List<FieldError> Shortened() => errors.Count <= MostFaults
        ? errors
        : [.. errors.Take(MostFaults), new FieldError(field, "list-more-faults", errors.Count - MostFaults)];

    private string? Cell(TableLine line, ParticipantColumn column) => columns.TryGetValue(column, out var at) && at < line.Cells.Length ? Blank.ToNull(line.Cells[at]) : null;
}
