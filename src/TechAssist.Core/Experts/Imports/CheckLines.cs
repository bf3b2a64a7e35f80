using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Experts.Imports;

/// <summary>The dry run: what each line would do, and what is wrong with it. Changes nothing on the roster.</summary>
public sealed class CheckLines(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>The people of the lines before, by their place in the file.</summary>
    private readonly Dictionary<string, List<(KnownPerson Person, int Line)>> before = [];

    private RosterWords? words;
    private int seen;

    internal void Forget()
    {
        before.Clear();
        (words, seen) = (null, 0);
    }

    internal async Task ExecuteAsync(RosterImport import, IReadOnlyList<RosterImportLine> lines, CancellationToken cancellationToken)
    {
        var reader = await ReaderAsync(import, cancellationToken);
        await CatchUpAsync(import, reader, cancellationToken);
        var checks = await JudgeAsync(lines, reader, cancellationToken);
        foreach (var (line, check) in lines.Zip(checks))
        {
            line.Checked(Earlier(check.Profile) is { } twin
                ? check with { Faults = [.. check.Faults, new LineFault(null, "familyName", "import-same-as-line", [$"{twin}"])] }
                : check);
            if (!line.HasFaults)
            {
                Note(check.Profile, line.Number);
            }
        }

        seen = import.DoneCount + lines.Count;
    }

    /// <summary>Reads lines and finds who of them is on the roster now.</summary>
    internal async Task<IReadOnlyList<LineCheck>> JudgeAsync(IReadOnlyList<RosterImportLine> lines, LineReader reader, CancellationToken cancellationToken)
    {
        var alone = lines.Select(reader.Alone).ToList();
        var known = await SamePerson.LookUpAsync(db, alone, cancellationToken);
        var byName = known.ToLookup(person => person.NameKey);
        var byEmail = known.Where(person => person.EmailKey is not null).ToLookup(person => person.EmailKey!);
        var same = alone.ConvertAll(profile => SamePerson.Find(
            byName[SamePerson.NameKeyOf(profile)].Concat(SamePerson.EmailKeyOf(profile) is { } email ? byEmail[email] : []), profile));
        var ids = same.OfType<KnownPerson>().Select(person => person.Id).Distinct().ToArray();
        var profiles = await db.Experts.AsNoTracking().Where(expert => ids.Contains(expert.Id))
            .Select(expert => new { expert.Id, expert.Profile }).ToDictionaryAsync(expert => expert.Id, expert => expert.Profile, cancellationToken);
        return
        [
            .. lines.Zip(same, (line, person) => person is not null && profiles.TryGetValue(person.Id, out var profile)
                ? reader.AsUpdate(line, profile, person)
                : reader.AsNew(line, null)),
        ];
    }

    internal async Task<LineReader> ReaderAsync(RosterImport import, CancellationToken cancellationToken)
    {
        words ??= new RosterWords(await reference.GetAsync(cancellationToken));
        return new LineReader(import, words, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>A job that takes over in the middle reads the people of the lines before again.</summary>
    private async Task CatchUpAsync(RosterImport import, LineReader reader, CancellationToken cancellationToken)
    {
        if (seen == import.DoneCount)
        {
            return;
        }

        before.Clear();
        var earlier = await db.RosterImportLines.AsNoTracking().Where(line => line.ImportId == import.Id)
            .OrderBy(line => line.Number).Take(import.DoneCount).ToListAsync(cancellationToken);
        foreach (var part in earlier.Where(line => !line.HasFaults).Chunk(500))
        {
            foreach (var (line, judged) in part.Zip(await JudgeAsync(part, reader, cancellationToken)))
            {
                Note(judged.Profile, line.Number);
            }
        }
    }

    private int? Earlier(ExpertProfile profile) => Keys(profile).SelectMany(key => before.GetValueOrDefault(key) ?? [])
        .Where(pair => SamePerson.Is(pair.Person, profile)).Select(pair => (int?)pair.Line).Min();

    private void Note(ExpertProfile profile, int line)
    {
        var person = new KnownPerson(Guid.Empty, profile.Name, SamePerson.NameKeyOf(profile), SamePerson.EmailKeyOf(profile), profile.BirthYear);
        foreach (var key in Keys(profile))
        {
            if (!before.TryGetValue(key, out var list))
            {
                before[key] = list = [];
            }

            list.Add((person, line));
        }
    }

    private static IEnumerable<string> Keys(ExpertProfile profile) =>
        new[] { SamePerson.NameKeyOf(profile), SamePerson.EmailKeyOf(profile) }.Where(key => !string.IsNullOrEmpty(key)).Select(key => key!);
}
