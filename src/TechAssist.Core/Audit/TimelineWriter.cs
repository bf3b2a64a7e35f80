using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Audit;

/// <summary>What a history line says, before it has a place in its chain.</summary>
public sealed record TimelineLine(string Kind)
{
    public string? StepId { get; init; }

    public string? Reason { get; init; }

    public bool IsPublic { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>Adds lines to the history of a case within the running act; they are saved with it.</summary>
public sealed class TimelineWriter(TechAssistDb db, TimelineText text)
{
    private const string DoneForYou = "done-on-your-behalf";

    private readonly Dictionary<Guid, TimelineEntry> lastOfChain = [];
    private Dictionary<Guid, TimelineEntry?>? ends;

    public async Task AddAsync(Guid? requestId, TimelineLine line, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var last = await LastAsync(requestId, cancellationToken);
        var entry = TimelineEntry.After(last, requestId, line, by, now);
        db.Timeline.Add(entry);
        lastOfChain[entry.Chain] = entry;
        if (by.OnBehalfOf is { } away)
        {
            await TellAsync(away, entry, now, cancellationToken);
        }
    }

    /// <summary>Reads where the histories of many cases end, for one save of lines to all of them.</summary>
    public async Task ReadEndsAsync(IReadOnlyCollection<Guid> requestIds, CancellationToken cancellationToken)
    {
        var last = db.Timeline.Where(entry => requestIds.Contains(entry.Chain)).GroupBy(entry => entry.Chain)
            .Select(chain => new { Chain = chain.Key, Number = chain.Max(entry => entry.Number) });
        var found = await db.Timeline.AsNoTracking().Join(last, entry => new { entry.Chain, entry.Number }, end => end, (entry, _) => entry)
            .ToDictionaryAsync(entry => entry.Chain, cancellationToken);
        ends = requestIds.ToDictionary(id => id, found.GetValueOrDefault);
    }

    /// <summary>Once they are saved, the histories have other ends.</summary>
    public void ForgetEnds() => ends = null;

    /// <summary>Whoever is away learns by mail what was done in their name: once for an act, by its first line.</summary>
    private async Task TellAsync(Actor away, TimelineEntry entry, DateTime now, CancellationToken cancellationToken)
    {
        var isTold = db.Outbox.Local.Any(mail =>
            mail.Template == DoneForYou && mail.PersonId == away.PersonId && mail.RequestId == entry.RequestId && db.Entry(mail).State == EntityState.Added);
        var reader = isTold ? null : await db.People.Where(person => person.Id == away.PersonId)
            .Select(person => new { person.Email, person.Name, person.Language }).SingleOrDefaultAsync(cancellationToken);
        if (reader is null)
        {
            return;
        }

        var request = entry.RequestId is { } id ? await db.Requests.FindAsync([id], cancellationToken) : null;
        db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(away.PersonId, reader.Email!, reader.Name, reader.Language), DoneForYou, entry.RequestId, new Dictionary<string, string>
        {
            ["substitute"] = entry.ActorName,
            ["act"] = text.Sentence(entry, reader.Language, forStaff: true),
            ["reference"] = request?.Reference ?? "",
            ["title"] = request?.Title(reader.Language) ?? "",
            ["path"] = request is null ? "/account/substitute" : $"/requests/{request.Reference}/timeline",
        }, now));
    }

    private async Task<TimelineEntry?> LastAsync(Guid? requestId, CancellationToken cancellationToken)
    {
        var chain = requestId ?? Guid.Empty;
        // What this act added but did not save yet comes first; a cleared change tracker means a new act.
        if (lastOfChain.TryGetValue(chain, out var known) && db.Entry(known).State == EntityState.Added)
        {
            return known;
        }

        if (ends is not null && ends.TryGetValue(chain, out var last))
        {
            return last;
        }

        return await db.Timeline.AsNoTracking()
            .Where(entry => entry.Chain == chain)
            .OrderByDescending(entry => entry.Number)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
