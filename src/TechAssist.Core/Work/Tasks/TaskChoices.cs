using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Work.Tasks;

/// <summary>What can be chosen in the fields of a form that name a record, and which questions it asks.</summary>
internal sealed class TaskChoices(TechAssistDb db)
{
    private static readonly Dictionary<string, IReadOnlyList<TaskChoice>> None = [];

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>>> ForAsync(
        Type form, Guid requestId, Guid? missionId, Role role, Actor actor, CancellationToken cancellationToken)
    {
        if (form == typeof(EvaluationForm) && EvaluationQuestions.KindFor(role) == EvaluationKind.Appraisal)
        {
            return new Dictionary<string, IReadOnlyList<TaskChoice>> { ["appraisals"] = await ConfirmedAsync(requestId, cancellationToken) };
        }

        if (form == typeof(ReceiptForm))
        {
            return new Dictionary<string, IReadOnlyList<TaskChoice>> { ["officerId"] = await OfficersAsync(cancellationToken) };
        }

        if (form == typeof(SelectionForm))
        {
            var accepted = await AcceptedAsync(requestId, false, cancellationToken);
            return new Dictionary<string, IReadOnlyList<TaskChoice>> { ["chosen"] = accepted, ["reserve"] = accepted };
        }

        if (form == typeof(ReplacementForm))
        {
            return new Dictionary<string, IReadOnlyList<TaskChoice>>
            {
                ["leavingExpertId"] = await TeamAsync(missionId, cancellationToken),
                ["nominationId"] = await AcceptedAsync(requestId, true, cancellationToken),
            };
        }

        return form == typeof(FollowUpForm)
            ? new Dictionary<string, IReadOnlyList<TaskChoice>>
            {
                ["recommendations"] = await RecommendationsAsync(requestId, cancellationToken),
                ["supersededById"] = await SuccessorsAsync(requestId, actor, cancellationToken),
                ["deliverables"] = await DeliverablesAsync(requestId, cancellationToken),
                ["documentId"] = await FilesAsync(requestId, actor, cancellationToken),
            }
            : None;
    }

    /// <summary>In their order: the first is number 1.</summary>
    private async Task<IReadOnlyList<TaskChoice>> DeliverablesAsync(Guid requestId, CancellationToken cancellationToken) =>
        [.. ((await db.ApprovedTermsAsync(requestId, cancellationToken))?.Deliverables ?? []).Select(deliverable => new TaskChoice(Guid.Empty, deliverable.Title))];

    private async Task<IReadOnlyList<TaskChoice>> FilesAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.DocumentsVisibleTo(actor).AsNoTracking()
            .Where(document => document.RequestId == requestId)
            .OrderByDescending(document => document.AddedAt).Take(100)
            .Select(document => new { document.Id, document.FileName })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskChoice(row.Id, Same(row.FileName)))];
    }

    private async Task<IReadOnlyList<TaskChoice>> SuccessorsAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).SingleAsync(row => row.Id == requestId, cancellationToken);
        var rows = await SupersedeRecommendation.Standing(db, request, actor).AsNoTracking()
            .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Number).Take(SupersedeRecommendation.MostOffered)
            .Select(row => new { row.Id, row.Request.Reference, row.Number, row.Text })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskChoice(row.Id, new LangText($"{row.Reference}, {row.Number}. {row.Text.In("fr")}", $"{row.Reference}, {row.Number}. {row.Text.In("en")}")))];
    }

    public static IReadOnlyList<string> Questions(Type form, WorkItem item)
    {
        if (form == typeof(EvaluationForm))
        {
            return EvaluationQuestions.Of(EvaluationQuestions.KindFor(item.Role));
        }

        if (form == typeof(AfterActionForm))
        {
            return EvaluationQuestions.Of(EvaluationKind.AfterAction);
        }

        return form == typeof(FollowUpForm) ? EvaluationQuestions.Of(FollowUpForm.KindOf(item.Step)) : [];
    }

    private async Task<IReadOnlyList<TaskChoice>> OfficersAsync(CancellationToken cancellationToken)
    {
        var rows = await db.People.AsNoTracking()
            .Where(person => person.IsActive && person.Roles.Any(role => role.Role == Role.CaseOfficer || role.Role == Role.DutyOfficer))
            .OrderBy(person => person.Name)
            .Select(person => new { person.Id, person.Name })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskChoice(row.Id, Same(row.Name)))];
    }

    private async Task<IReadOnlyList<TaskChoice>> AcceptedAsync(Guid requestId, bool reserveFirst, CancellationToken cancellationToken)
    {
        var rows = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.RequestId == requestId && nomination.Status == NominationStatus.Accepted)
            .OrderByDescending(nomination => nomination.IsReserve && reserveFirst).ThenBy(nomination => nomination.ProposedAt).ThenBy(nomination => nomination.Id)
            .Select(nomination => new { nomination.Id, nomination.Expert.Name, nomination.Role, nomination.Why, nomination.Declaration, nomination.IsReserve })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new TaskChoice(
                row.Id, LabelOf($"{row.Name} – {row.Role}", row.IsReserve), row.Why, row.Declaration is { HasConflict: true } declared ? declared.Details ?? "" : null)),
        ];
    }

    private async Task<IReadOnlyList<TaskChoice>> TeamAsync(Guid? missionId, CancellationToken cancellationToken)
    {
        var rows = await db.Missions.AsNoTracking()
            .Where(mission => mission.Id == missionId)
            .SelectMany(mission => mission.Members)
            .OrderBy(member => member.Expert.SortName)
            .Select(member => new { member.ExpertId, member.Expert.Name, member.Role })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskChoice(row.ExpertId, Same(row.Name), row.Role))];
    }

    private async Task<IReadOnlyList<TaskChoice>> ConfirmedAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var rows = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.RequestId == requestId && nomination.Status == NominationStatus.Confirmed)
            .OrderBy(nomination => nomination.Expert.SortName).ThenBy(nomination => nomination.ExpertId)
            .Select(nomination => new { nomination.ExpertId, nomination.Expert.Name, nomination.Role })
            .ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.ExpertId).Select(row => new TaskChoice(row.ExpertId, Same(row.Name), row.Role))];
    }

    private async Task<IReadOnlyList<TaskChoice>> RecommendationsAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var rows = await db.Recommendations.AsNoTracking()
            .Where(row => row.RequestId == requestId && row.SettledAt == null)
            .OrderBy(row => row.Number)
            .Select(row => new { row.Id, row.Number, row.Text, row.Addressee })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TaskChoice(row.Id, new LangText($"{row.Number}. {row.Text.In("fr")}", $"{row.Number}. {row.Text.In("en")}"), row.Addressee))];
    }

    private static LangText LabelOf(string text, bool isReserve) => isReserve
        ? new LangText(Messages.Text("Choice.Reserve", "fr", text), Messages.Text("Choice.Reserve", "en", text))
        : Same(text);

    private static LangText Same(string text) => new(text, text);
}
