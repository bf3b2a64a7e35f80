using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>Minutes of a step whose silence means assent, for the secretariat and the side that was asked: the committee, or who speaks
/// for the country.</summary>
public sealed class BuildSilenceMinutes(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <summary>Forms of the steps that have one.</summary>
    private static readonly string[] Forms = [StepForms.Committee, StepForms.NoObjection, StepForms.ReportComments];

    /// <summary>Of the step that has just been completed.</summary>
    internal async Task<ProducedDocument> ToFileAsync(Move move, string language, CancellationToken cancellationToken)
    {
        var step = db.Steps.Local.Where(row => row.RunId == move.Run.Id && Forms.Contains(row.Form) && row.ClosedAt == move.Now).MaxBy(row => row.OpenedAt)
            ?? throw new InvalidOperationException($"{move.Run.Definition} v{move.Run.Version} produces minutes where no silence procedure has ended.");
        var (paper, name) = await WriteAsync(move.Request, step, language, cancellationToken);
        var audience = step.Form == StepForms.Committee ? DocumentAudience.Committee : DocumentAudience.AskingSide;
        return new ProducedDocument(paper, name, DocumentKinds.SilenceMinutes, audience, language) { AboutId = step.Id };
    }

    internal async Task<(Paper Paper, string Name)> AgainAsync(AssistanceRequest request, Document filed, string language, CancellationToken cancellationToken)
    {
        var step = await db.Steps.AsNoTracking().Include(row => row.Items).SingleAsync(row => row.Id == filed.AboutId, cancellationToken);
        return await WriteAsync(request, step, language, cancellationToken);
    }

    private async Task<(Paper Paper, string Name)> WriteAsync(AssistanceRequest request, Step step, string language, CancellationToken cancellationToken)
    {
        var asked = step.Items.Select(item => item.PersonId).OfType<Guid>().ToList();
        var minutes = new SilenceMinutes(request, step)
        {
            Names = await db.People.AsNoTracking().Where(person => asked.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken),
            Experts = step.Form == StepForms.NoObjection ? await PutForwardAsync(step, cancellationToken) : [],
            Mission = step.MissionId is { } missionId ? await db.Missions.Where(mission => mission.Id == missionId).Select(mission => (int?)mission.Number).SingleAsync(cancellationToken) : null,
        };
        var words = letterhead.Value.Words(language);
        var data = reference.Current;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(step.OpenedAt, step.Zone));
        return (new SilenceMinutesText(minutes, data, words, letterhead.Value).Write(), DocumentNames.Silence(language, step.Form, day));
    }

    /// <summary>Whom the country could object to: those chosen last before it was asked.</summary>
    private async Task<IReadOnlyList<string>> PutForwardAsync(Step step, CancellationToken cancellationToken)
    {
        var chosen = await db.Nominations.AsNoTracking()
            .Where(row => row.RequestId == step.RequestId && row.SelectedAt != null && row.SelectedAt <= step.OpenedAt)
            .Select(row => new { row.SelectedAt, row.Expert.Name, row.Role })
            .ToListAsync(cancellationToken);
        var last = chosen.Max(row => row.SelectedAt);
        return [.. chosen.Where(row => row.SelectedAt == last).OrderBy(row => row.Name).Select(row => string.Join(", ", new[] { row.Name, Blank.ToNull(row.Role) }.OfType<string>()))];
    }
}
