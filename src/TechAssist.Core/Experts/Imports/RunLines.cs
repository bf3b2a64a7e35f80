using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Puts the lines of an import on the roster that hold. Who is there already is looked up again: somebody may have come
/// since the dry run.</summary>
public sealed class RunLines(TechAssistDb db, CheckLines check, TimeProvider clock)
{
    internal async Task ExecuteAsync(RosterImport import, IReadOnlyList<RosterImportLine> lines, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<RosterImportLine> sound = [.. lines.Where(line => line is { HasFaults: false, Result: LineResult.None })];
        var reader = await check.ReaderAsync(import, cancellationToken);
        var checks = await check.JudgeAsync(sound, reader, cancellationToken);
        var known = await LoadAsync(import, sound.Zip(checks).ToList(), cancellationToken);
        foreach (var (line, judged) in sound.Zip(checks))
        {
            line.Checked(judged);
            if (judged.SameAs is null || ChoiceFor(import, line) == DuplicateChoice.Add)
            {
                Add(line, judged.SameAs is null ? judged : reader.AsNew(line, judged.SameAs), now);
            }
            else if (ChoiceFor(import, line) == DuplicateChoice.Update && !line.HasFaults && known.TryGetValue(judged.SameAs.Id, out var expert))
            {
                var before = new ProfileBefore(expert.Profile, expert.ConfirmedOn);
                expert.Write(judged.Profile, now);
                line.Updated(expert, before);
            }
            else
            {
                line.Skipped();
            }
        }

        foreach (var faulty in lines.Where(line => line is { HasFaults: true, Result: LineResult.None }))
        {
            faulty.Skipped();
        }
    }

    private void Add(RosterImportLine line, LineCheck judged, DateTime now)
    {
        if (judged.Faults.Count > 0)
        {
            line.Checked(judged);
            line.Skipped();
            return;
        }

        var expert = Expert.Add(judged.Profile, now);
        db.Experts.Add(expert);
        line.Added(expert);
    }

    private static DuplicateChoice ChoiceFor(RosterImport import, RosterImportLine line) => line.Choice ?? import.Duplicates;

    private async Task<Dictionary<Guid, Expert>> LoadAsync(
        RosterImport import, List<(RosterImportLine Line, LineCheck Check)> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Where(pair => pair.Check.SameAs is not null && ChoiceFor(import, pair.Line) == DuplicateChoice.Update)
            .Select(pair => pair.Check.SameAs!.Id).Distinct().ToArray();
        return await db.Experts.WithRows().Where(expert => ids.Contains(expert.Id)).ToDictionaryAsync(expert => expert.Id, cancellationToken);
    }
}
