using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>Starts a draft, and keeps whatever was typed: a draft may hold any part of a request, only sizes are checked.</summary>
public sealed class SaveDraft(TechAssistDb db, TimeProvider clock)
{
    public async Task<AssistanceRequest> StartAsync(RequestContent content, Actor by, CancellationToken cancellationToken)
    {
        RefuseUnlessMayAsk(content, by);
        var request = AssistanceRequest.StartDraft(content, by, clock.GetUtcNow().UtcDateTime);
        db.Requests.Add(request);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }

    /// <inheritdoc cref="ExecuteAsync(Guid, RequestContent, int?, string?, Actor, CancellationToken)"/>
    public Task<AssistanceRequest> ExecuteAsync(Guid id, RequestContent content, int? revision, Actor by, CancellationToken cancellationToken) =>
        ExecuteAsync(id, content, revision, null, by, cancellationToken);

    /// <param name="id">The draft, or the request that was given back.</param>
    /// <param name="content">The whole text.</param>
    /// <param name="revision">The revision that was seen; null takes whatever is stored.</param>
    /// <param name="page">The opened page that saves, by a name of its own; null when none does.</param>
    /// <param name="by">Who saves.</param>
    /// <param name="cancellationToken">Stops before the save.</param>
    /// <exception cref="RuleException">stale, already-submitted.</exception>
    public async Task<AssistanceRequest> ExecuteAsync(
        Guid id, RequestContent content, int? revision, string? page, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.Include(row => row.Countries).Include(row => row.Objectives).AsSplitQuery().VisibleTo(by).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw new NotFoundException("The draft");
        if (!await MayRewriteAsync(request, by, cancellationToken))
        {
            throw new RuleException("already-submitted");
        }

        if (revision is { } seen && seen != request.Revision)
        {
            // The caller may look again: what was read here must not be what it then finds.
            db.ChangeTracker.Clear();
            throw new RuleException("stale");
        }

        RefuseUnlessMayAsk(content, by);
        request.Write(content, by, clock.GetUtcNow().UtcDateTime, page);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Saved by another call since it was read here; the caller may look again and decide.
            db.ChangeTracker.Clear();
            throw new RuleException("stale");
        }

        return request;
    }

    private async Task<bool> MayRewriteAsync(AssistanceRequest request, Actor by, CancellationToken cancellationToken) =>
        request.IsDraft ? by.Could(person => request.CreatedById == person.PersonId) : await Rewriting.TaskAsync(db, request.Id, by, cancellationToken) is not null;

    /// <summary>People of a country ask for their country; the secretariat registers for any.</summary>
    internal static void RefuseUnlessMayAsk(RequestContent content, Actor by)
    {
        InputCheck.ThrowIfInvalid(content, TooLongItems(content));
        if (by.IsSecretariat)
        {
            return;
        }

        string[] own = [.. by.CountriesFor(Role.Requester), .. by.CountriesFor(Role.FocalPoint)];
        if (own.Length == 0)
        {
            throw new RuleException("not-allowed");
        }

        if (content.Country is { } country && !own.Contains(country))
        {
            throw new InvalidInputException("country", "not-your-country", country);
        }
    }

    /// <summary>Annotations reach the fields of records, not the texts and codes that stand in lists.</summary>
    private static IEnumerable<FieldError> TooLongItems(RequestContent content)
    {
        (string Field, IReadOnlyList<string> Items, int Most)[] lists =
        [
            ("otherCountries", content.OtherCountries, 2), ("coRequesters", content.CoRequesters, 300), ("otherThemes", content.OtherThemes, 10),
            ("objectives", content.Objectives, 40), ("assistanceTypes", content.AssistanceTypes, 10), ("workingLanguages", content.WorkingLanguages, 2),
        ];
        return lists.SelectMany(list => list.Items.Select((item, index) => (item, index))
            .Where(one => one.item?.Length > list.Most)
            .Select(one => new FieldError($"{list.Field}[{one.index}]", "too-long", list.Most)));
    }
}
