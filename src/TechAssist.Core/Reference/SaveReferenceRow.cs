using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

/// <summary>The administrator adds a row of reference data, or changes one. From then on the data files leave it alone.
/// A row is never deleted: it is made inactive.</summary>
/// <exception cref="InvalidInputException">A field is wrong, or a new row's code is taken.</exception>
/// <exception cref="NotFoundException">The row to change is not there.</exception>
/// <exception cref="RuleException">administrators-only.</exception>
/// <exception cref="DbUpdateConcurrencyException">Somebody changed the row since the administrator saw it.</exception>
public sealed class SaveReferenceRow<TRow, TInput>(TechAssistDb db, ReferenceCatalog catalog, TimelineWriter timeline, TimeProvider clock)
    where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
    where TInput : ReferenceInput
{
    public async Task<TRow> ExecuteAsync(TInput input, Actor by, CancellationToken cancellationToken)
    {
        if (!by.Has(Role.Administrator))
        {
            throw new RuleException("administrators-only");
        }

        InputCheck.ThrowIfInvalid(input);
        InputCheck.ThrowIfInvalid(input, TRow.Faults(input, await catalog.GetLatestAsync(cancellationToken)));
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.Set<TRow>().FirstOrDefaultAsync(known => known.Code == input.Code, cancellationToken);
        var line = input.Revision is { } seen ? Change(row, input, seen, now) : Add(ref row, input, now);
        if (line is not null)
        {
            await timeline.AddAsync(null, line, by, now, cancellationToken);
            await db.StampReferenceAsync(now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await catalog.GetLatestAsync(cancellationToken);
        }

        return row!;
    }

    private TimelineLine Add(ref TRow? row, TInput input, DateTime now)
    {
        if (row is not null)
        {
            throw new InvalidInputException("code", "already-taken");
        }

        row = TRow.From(input);
        row.Edited(now);
        db.Add(row);
        return Line("reference-added", row.Code, "");
    }

    private TimelineLine? Change(TRow? row, TInput input, int seen, DateTime now)
    {
        if (row is null)
        {
            throw new NotFoundException($"{typeof(TRow).Name} {input.Code}");
        }

        var entry = db.Entry(row);
        // The save fails when the row is no longer the one the administrator saw.
        entry.Property(known => known.Revision).OriginalValue = seen;
        row.Take(input);
        entry.DetectChanges();
        var changes = entry.Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(ReferenceRow.Revision)).ToList();
        if (changes.Count == 0 && seen == row.Revision)
        {
            return null;
        }

        row.Edited(now);
        return Line("reference-changed", row.Code, string.Join("; ", changes.Select(change => Describe(change.Metadata.Name, change.OriginalValue, change.CurrentValue))));
    }

    private static TimelineLine Line(string kind, string code, string changes) => new(kind)
    {
        Values = new Dictionary<string, string>
        {
            ["type"] = JsonNamingPolicy.CamelCase.ConvertName(typeof(TRow).Name),
            ["code"] = code,
            ["changes"] = changes,
        },
    };

    private static string Describe(string name, object? before, object? after) =>
        $"{JsonNamingPolicy.CamelCase.ConvertName(name)}: {CoreJson.Write(before)} → {CoreJson.Write(after)}";
}
