using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests;

/// <summary>A country files its request: it gets its reference, and its workflow starts. The portal, the API, the import and
/// the samples all come through here.</summary>
public sealed class SubmitRequest(TechAssistDb db, ReferenceCatalog reference, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Submits a draft.</summary>
    public async Task<AssistanceRequest> ExecuteAsync(Guid draftId, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by).SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken)
            ?? throw new NotFoundException("The draft");
        if (!request.IsDraft)
        {
            throw new RuleException("already-submitted");
        }

        var errors = await LetterScan.MissingAsync(db, request, cancellationToken);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        await SubmitAsync(request, by, cancellationToken);
        return request;
    }

    /// <summary>Submits a whole request at once.</summary>
    public async Task<AssistanceRequest> ExecuteAsync(RequestContent content, Actor by, CancellationToken cancellationToken)
    {
        SaveDraft.RefuseUnlessMayAsk(content, by);
        var request = AssistanceRequest.StartDraft(content, by, clock.GetUtcNow().UtcDateTime);
        db.Requests.Add(request);
        await SubmitAsync(request, by, cancellationToken);
        return request;
    }

    private async Task SubmitAsync(AssistanceRequest request, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = new RequestRules(await reference.GetAsync(cancellationToken));
        InputCheck.ThrowIfInvalid(request.Content, rules.Check(request.Content, DateOnly.FromDateTime(now)));

        // Only because of the number: the counter and the request are saved together.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var number = await new ReferenceNumbers(db).NextAsync(now.Year, request.Country!, cancellationToken);
        request.Submit(number, now);
        await FindRequesterAsync(request, by, cancellationToken);
        await ConfirmContact.AskAsync(db, request, now, cancellationToken);
        await timeline.AddAsync(request.Id, new TimelineLine("submitted") { IsPublic = true, Values = new Dictionary<string, string> { ["reference"] = number } }, by, now, cancellationToken);
        if (request.EndorseFor(by, now))
        {
            await timeline.AddAsync(request.Id, new TimelineLine("endorsed-by-submitting") { IsPublic = true }, by, now, cancellationToken);
        }

        await flow.StartAsync(request, request.Track == Track.Rapid ? "rapid" : "standard", null, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>A request registered for somebody else is asked of that person, where the address has an account.</summary>
    private async Task FindRequesterAsync(AssistanceRequest request, Actor by, CancellationToken cancellationToken)
    {
        if (!by.IsSecretariat)
        {
            return;
        }

        var email = request.Content.Contact.Email!.Trim().ToUpperInvariant();
        var requesterId = await db.People.Where(person => person.NormalizedEmail == email && person.IsActive)
            .Select(person => (Guid?)person.Id).SingleOrDefaultAsync(cancellationToken);
        if (requesterId is { } id)
        {
            request.AskAt(id);
        }
    }
}
