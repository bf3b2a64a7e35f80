using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Work;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>Reads the last decision on a request into a letter. Sees what the running act has not saved yet.</summary>
public sealed class BuildDecisionLetter(
    TechAssistDb db, ReferenceCatalog reference, LanguageOfCase languages, IOptions<Letterhead> letterhead, IOptions<PortalAddress> portal)
{
    /// <summary>Forms of the steps from whose answers a letter is made.</summary>
    private static readonly string[] Forms = ["decision", "committee", "endorsement", "revision", "eligibility", "rapidCheck", "moreInformation"];

    /// <param name="request">The case, with its countries.</param>
    /// <param name="language">"fr" or "en".</param>
    /// <param name="issuedAt">When it goes out; null for the letter that went out before.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>Null while nothing was decided.</returns>
    public async Task<Paper?> ExecuteAsync(AssistanceRequest request, string language, DateTime? issuedAt, CancellationToken cancellationToken)
    {
        var words = letterhead.Value.Words(language);
        return await ReadAsync(request, issuedAt, cancellationToken) is { } letter
            ? new DecisionLetterText(letter, words, letterhead.Value).Write()
            : null;
    }

    private async Task<DecisionLetter?> ReadAsync(AssistanceRequest request, DateTime? issuedAt, CancellationToken cancellationToken)
    {
        await db.Steps.Include(step => step.Items).Where(step => step.RequestId == request.Id && Forms.Contains(step.Form)).LoadAsync(cancellationToken);
        await db.Refusals.Where(refusal => refusal.RequestId == request.Id).LoadAsync(cancellationToken);
        List<Step> steps = [.. db.Steps.Local.Where(step => step.RequestId == request.Id && !step.IsCarriedOver && Forms.Contains(step.Form)).OrderBy(step => step.OpenedAt)];
        var filedAt = issuedAt ?? await db.Documents
            .Where(document => document.RequestId == request.Id && document.Kind == DocumentKinds.DecisionLetter && document.RemovedAt == null)
            .MaxAsync(document => (DateTime?)document.AddedAt, cancellationToken);
        var letter = new[] { Refused(request, steps), Lapsed(request, steps), Approved(request, steps, filedAt) }.OfType<DecisionLetter>().MaxBy(found => found.DecidedAt);
        return letter is null ? null : await CompleteAsync(letter, filedAt, cancellationToken);
    }

    /// <summary>Dated and signed by the step that decided; the letter itself may have been written a day or two later.</summary>
    private DecisionLetter? Refused(AssistanceRequest request, List<Step> steps)
    {
        if (LastRefusal(request, lapsed: false) is not { } refusal)
        {
            return null;
        }

        var verdict = VerdictOf(refusal.Result);
        var deciding = verdict == Verdict.Refused ? null
            : steps.FindLast(step => step.Outcome is "decline" or "refer" or "notEligible" && step.ClosedAt <= refusal.DecidedAt);
        var item = deciding?.Items.Find(answered => answered.Outcome == deciding.Outcome);
        return Letter(verdict, request, deciding?.ClosedAt ?? refusal.DecidedAt) with
        {
            DecidedByName = item?.ClosedByName ?? refusal.DecidedByName,
            DecidedForName = item is null ? refusal.DecidedForName : item.ClosedForName,
            DecidedByRole = item?.Role,
            Reason = refusal.Reason,
            Reasons = refusal.Explanation,
            WayForward = refusal.WayForward,
            ReferredTo = refusal.ReferredTo,
            UntilAt = refusal.AppealUntilAt,
        };
    }

    /// <summary>Nobody decided: the requester did not answer in time, or did not send again what was given back.</summary>
    private DecisionLetter? Lapsed(AssistanceRequest request, List<Step> steps)
    {
        var unanswered = steps.FindLast(step => step is { Form: "moreInformation" or "revision", Outcome: "lapse" });
        if (unanswered is null)
        {
            return null;
        }

        var asking = steps.FindLast(step => step is { Outcome: "moreInformation" or "return" } && step.ClosedAt <= unanswered.OpenedAt);
        var item = asking?.Items.Find(answered => answered.Answer is not null);
        var refusal = LastRefusal(request, lapsed: true);
        return Letter(unanswered.Form == "revision" ? Verdict.NotRevised : Verdict.Lapsed, request, unanswered.ClosedAt!.Value) with
        {
            Reason = refusal?.Reason,
            Asked = asking is null ? null : LapseQuestion.Of(asking.Form, item?.Answer),
            AskedAt = unanswered.OpenedAt,
            UntilAt = refusal?.AppealUntilAt,
        };
    }

    private Refusal? LastRefusal(AssistanceRequest request, bool lapsed) => db.Refusals.Local
        .Where(row => row.RequestId == request.Id && (row.Result == "lapsed") == lapsed).MaxBy(row => row.DecidedAt);

    /// <summary>An approval counts once its letter goes out: the committee may still have to agree.</summary>
    private DecisionLetter? Approved(AssistanceRequest request, List<Step> steps, DateTime? filedAt)
    {
        var last = steps.FindLast(step => step is { Form: "decision" or "committee", Outcome: not null });
        var decision = steps.FindLast(step => step is { Form: "decision", Outcome: not null });
        var item = decision?.Items.Find(answered => answered.Answer is not null);
        if (last?.Outcome is not ("approve" or "approveWithConditions" or "noObjection") || item is null || !(filedAt >= last.ClosedAt))
        {
            return null;
        }

        var form = CoreJson.Read<DecisionForm>(item.Answer!);
        var verdict = Blank.ToNull(form.Conditions) is null ? Verdict.Approved : Verdict.ApprovedWithConditions;
        return Letter(verdict, request, last.ClosedAt!.Value) with
        {
            DecidedByName = item.ClosedByName,
            DecidedForName = item.ClosedForName,
            DecidedByRole = item.Role,
            Reasons = form.Reasons,
            Conditions = form.Conditions,
        };
    }

    private DecisionLetter Letter(Verdict verdict, AssistanceRequest request, DateTime decidedAt)
    {
        var data = reference.Current;
        var country = data.Country(request.Country);
        return new DecisionLetter(verdict, request)
        {
            WrittenIn = "",
            DecidedAt = decidedAt,
            IssuedAt = decidedAt,
            Secretariat = data.Calendars.Secretariat,
            Country = data.Calendars.Country(request.Country),
            CountryName = new LangText(country?.NameFr, country?.NameEn),
            CaseUrl = portal.Value.Of($"/requests/{request.Reference}"),
        };
    }

    private async Task<DecisionLetter> CompleteAsync(DecisionLetter letter, DateTime? filedAt, CancellationToken cancellationToken)
    {
        var officer = await db.People.AsNoTracking()
            .Where(person => person.Id == letter.Request.CaseOfficerId)
            .Select(person => new { person.Name, person.Email })
            .SingleOrDefaultAsync(cancellationToken);
        return letter with
        {
            WrittenIn = await languages.FindAsync(letter.Request, cancellationToken),
            IssuedAt = filedAt >= letter.DecidedAt ? filedAt.Value : letter.DecidedAt,
            OfficerName = officer?.Name,
            OfficerEmail = officer?.Email,
            DecidedByRole = letter.DecidedByRole ?? (officer is not null && officer.Name == letter.DecidedByName ? People.Role.CaseOfficer : null),
        };
    }

    private static Verdict VerdictOf(string result) => result switch
    {
        "not-eligible" => Verdict.NotEligible,
        "referred" => Verdict.Referred,
        "refused" => Verdict.Refused,
        _ => Verdict.Declined,
    };
}
