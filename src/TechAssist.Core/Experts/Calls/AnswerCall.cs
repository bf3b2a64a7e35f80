using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

/// <summary>What the page behind a link shows. <paramref name="Problem"/>: the rule that stands in the way of an answer; null when none does.</summary>
public sealed record CallToAnswer(
    string Expert, string Language, string Reference, LangText Title, IReadOnlyList<string> Countries, string? Places, string Role, LangText Message,
    LangText Objective, DateOnly? FromOn, DateOnly? ToOn, IReadOnlyList<Period> Periods, IReadOnlyList<string> WorkingLanguages,
    DateTime ClosesAt, NominationStatus Status, DateTime? AnsweredAt, string? Problem);

/// <summary>The answer to a call by its signed link, without signing in.</summary>
public sealed class AnswerCall(TechAssistDb db, FindLink findLink, AnswerInvitation answer, TimelineWriter timeline, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<CallToAnswer> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.AnswerCall, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.Id == link.SubjectId)
            .Select(nomination => new
            {
                nomination.Expert.Name,
                nomination.Request.Reference,
                nomination.Request.Content,
                nomination.Role,
                nomination.Status,
                nomination.AnsweredAt,
                nomination.Call!.Message,
                nomination.Call.FromOn,
                nomination.Call.ToOn,
                nomination.Call.ClosesAt,
                CallStatus = nomination.Call.Status,
            })
            .SingleAsync(cancellationToken);
        var problem = link.Problem(now) ?? (row.CallStatus == CallStatus.Open ? null : "call-ended");
        return new CallToAnswer(
            row.Name, link.Language, row.Reference!, row.Content.Title, row.Content.Countries, row.Content.Places, row.Role, row.Message,
            row.Content.Objective, row.FromOn, row.ToOn, row.Content.Periods, row.Content.WorkingLanguages, row.ClosesAt, row.Status, row.AnsweredAt, problem);
    }

    /// <exception cref="NotFoundException">Made up or changed.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>, <c>call-ended</c>, <c>nomination-moved-on</c>.</exception>
    public async Task ExecuteAsync(string? token, AnswerInvitationInput input, CancellationToken cancellationToken)
    {
        // Answers to a call come in at the same moment: the second one is given again, now knowing of the first.
        for (var tries = 1; ; tries++)
        {
            try
            {
                await AnswerAsync(token, input, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task AnswerAsync(string? token, AnswerInvitationInput input, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.AnswerCall, cancellationToken);
        var nomination = await FindAsync(link, cancellationToken);
        await answer.AnswerAsync(nomination, input, Holder(nomination, link), cancellationToken);
        link.Use(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A person, not a program, reads the call: said by the page at the first touch. Kept once.</summary>
    public async Task SeenAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.AnswerCall, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var nomination = await FindAsync(link, cancellationToken);
        if (link.Problem(now) is not null || nomination.SeenAt is not null)
        {
            return;
        }

        nomination.Seen(now);
        await timeline.AddAsync(nomination.RequestId, CallLine.Of("call-seen", nomination, now), Holder(nomination, link), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<Nomination> FindAsync(SignedLink link, CancellationToken cancellationToken) => db.Nominations
        .Include(nomination => nomination.Expert.Person).Include(nomination => nomination.Call).Include(nomination => nomination.Request.Countries)
        .SingleAsync(nomination => nomination.Id == link.SubjectId, cancellationToken);

    /// <summary>The history names the expert; without an account by the record of the roster.</summary>
    private static Actor Holder(Nomination nomination, SignedLink link) =>
        new(nomination.Expert.PersonId ?? nomination.ExpertId, link.HolderName, link.Language, []);
}
