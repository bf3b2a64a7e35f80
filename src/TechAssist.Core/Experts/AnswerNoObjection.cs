using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Work.ByLink;

namespace TechAssist.Core.Experts;

/// <summary>What the page behind the beneficiary's link shows.</summary>
/// <param name="Outcome">What was answered, by anybody or by silence; null while the step is open.</param>
/// <param name="Problem">The rule that stands in the way of an answer; null when none does.</param>
public sealed record NoObjectionToAnswer(
    string Reader, string Language, string Reference, LangText Title, IReadOnlyList<ProposedExpert> Experts, DateTime? DueAt, TimeZoneInfo Zone,
    string? Outcome, string? Problem)
{
    /// <summary>How the due time came about.</summary>
    public DueAccount? Due { get; init; }

    /// <summary>The token of the holder's link for more time; null where there is none.</summary>
    public string? MoreTimeToken { get; init; }
}

/// <param name="Objects">An objection, with its reason; otherwise none.</param>
public sealed record NoObjectionInput(bool Objects)
{
    public string? Comment { get; init; }
}

/// <summary>The beneficiary's word on the chosen experts by the signed link of the mail, without signing in. It completes the same
/// task as in the portal, as the person the link was sent to.</summary>
public sealed class AnswerNoObjection(
    TechAssistDb db, FindLink findLink, FindActor findActor, ListNominations listNominations, CompleteWorkItem complete, TimeProvider clock)
{
    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<NoObjectionToAnswer> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.NoObjection, cancellationToken);
        var item = await db.WorkItems.AsNoTracking().Include(row => row.Step).SingleAsync(row => row.Id == link.SubjectId, cancellationToken);
        var actor = await link.HolderAsync(db, findActor, cancellationToken);
        var request = await db.Requests.AsNoTracking()
            .Where(row => row.Id == item.RequestId)
            .Select(row => new { row.Reference, row.Content, row.Status })
            .SingleAsync(cancellationToken);
        var experts = actor is null ? [] : await listNominations.ForBeneficiaryAsync(item.RequestId, actor, cancellationToken);
        var problem = item.Step.IsOpen ? link.Problem(clock.GetUtcNow().UtcDateTime) : link.UsedAt is null ? "no-objection-over" : "link-used";
        return new NoObjectionToAnswer(
            link.HolderName, link.Language, request.Reference!, request.Content.Title, experts, item.DueAt, item.Step.Zone, item.Step.Outcome, actor is null ? "link-revoked" : problem)
        {
            Due = item.Step.Due,
            MoreTimeToken = actor is null ? null : await MoreTimeAsync(item, actor, cancellationToken),
        };
    }

    /// <exception cref="NotFoundException">Made up or changed.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>; <c>no-objection-over</c>: silence was
    /// counted, or a colleague answered; <c>on-hold</c>.</exception>
    /// <exception cref="InvalidInputException">An objection without its reason.</exception>
    public async Task ExecuteAsync(string? token, NoObjectionInput input, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.NoObjection, cancellationToken);
        var item = await db.WorkItems.Include(row => row.Step).SingleAsync(row => row.Id == link.SubjectId, cancellationToken);
        if (!item.IsOpen)
        {
            throw new RuleException("no-objection-over");
        }

        var actor = await link.HolderAsync(db, findActor, cancellationToken) ?? throw new RuleException("link-revoked");
        link.Use(clock.GetUtcNow().UtcDateTime);
        var form = JsonSerializer.SerializeToElement(new NoObjectionForm { Comment = Blank.ToNull(input.Comment) }, CoreJson.Options);
        await complete.ExecuteAsync(new CompleteWorkItemInput(item.Id, input.Objects ? "object" : "noObjection", form), actor, cancellationToken);
    }

    private async Task<string?> MoreTimeAsync(WorkItem item, Actor holder, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var links = await db.SignedLinks.AsNoTracking()
            .Where(link => link.Purpose == LinkPurpose.MoreTime && link.SubjectId == item.Id && link.HolderId == holder.PersonId).ToListAsync(cancellationToken);
        return links.Find(link => link.Problem(now) is null)?.Token;
    }
}
