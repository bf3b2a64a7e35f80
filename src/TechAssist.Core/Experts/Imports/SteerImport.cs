using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Imports;

/// <param name="Mapping">For each column of the file the column of the roster; empty to leave it out.</param>
public sealed record MapImportInput([property: MaxLength(TableFile.MostColumns)] IReadOnlyList<string?> Mapping);

/// <summary>What the secretariat decides on the way of an import: which column is what, that it runs, what happens to somebody who is
/// on the roster already, that it is taken back. The work itself is done by <see cref="WorkOnImports"/>.</summary>
public sealed class SteerImport(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">mapping[n]: column-twice, not-a-choice; mapping: import-needs-a-name.</exception>
    public async Task MapAsync(Guid importId, MapImportInput input, Actor actor, CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, actor, cancellationToken);
        InputCheck.ThrowIfInvalid(input);
        List<string?> mapping = [.. import.Columns.Select((_, at) => at < input.Mapping.Count ? Blank.ToNull(input.Mapping[at]) : null)];
        Refuse(mapping);
        import.Check(mapping);
        await ColumnGuess.RememberAsync(db, import.Columns, mapping, Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RunAsync(Guid importId, DuplicateChoice duplicates, Actor actor, CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, actor, cancellationToken);
        import.Run(duplicates, Now);
        await timeline.AddAsync(null, ImportLine.Of("import-run", import), actor, Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="choice">Null: as said for all.</param>
    public async Task ChooseAsync(Guid importId, int line, DuplicateChoice? choice, Actor actor, CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, actor, cancellationToken);
        var row = await db.RosterImportLines.SingleOrDefaultAsync(found => found.ImportId == importId && found.Number == line, cancellationToken)
            ?? throw new NotFoundException("The line");
        if (import.Status != ImportStatus.Checked)
        {
            throw new RuleException("import-moved-on");
        }

        row.Choose(choice);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the whole import back, as far as nobody changed anything since.</summary>
    public async Task UndoAsync(Guid importId, Actor actor, CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, actor, cancellationToken);
        import.Undo(Now);
        await timeline.AddAsync(null, ImportLine.Of("import-undo", import), actor, Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<RosterImport> FindAsync(Guid importId, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        return await db.RosterImports.SingleOrDefaultAsync(import => import.Id == importId, cancellationToken) ?? throw new NotFoundException("The import");
    }

    private static void Refuse(List<string?> mapping)
    {
        List<FieldError> errors =
        [
            .. mapping.Select((key, at) => (Key: key, At: at)).Where(pair => pair.Key is not null)
                .Select(pair => RosterColumns.Find(pair.Key) is null ? new FieldError($"mapping[{pair.At}]", "not-a-choice")
                    : mapping.IndexOf(pair.Key) < pair.At ? new FieldError($"mapping[{pair.At}]", "column-twice") : null)
                .OfType<FieldError>(),
        ];
        if (!mapping.Exists(key => key is "familyName" or RosterColumns.FullName or "email"))
        {
            errors.Add(new FieldError("mapping", "import-needs-a-name"));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }
}
