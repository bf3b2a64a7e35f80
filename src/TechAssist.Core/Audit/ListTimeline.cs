using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Audit;

/// <summary>One line of a case's history for a reader.</summary>
/// <param name="Kind">A resource key under <c>Timeline.</c>.</param>
/// <param name="Step">The step it is about, by its name for this reader.</param>
/// <param name="Values">Values for the sentence of the kind; what is internal is left out for those outside.</param>
public sealed record TimelineRow(
    int Number, DateTime At, string By, string Kind, string? Step, IReadOnlyDictionary<string, string> Values, string? Reason, bool IsPublic, string Hash);

/// <summary>The history of a case, newest first: all of it for the secretariat and the auditor, the public lines for everybody
/// else who sees the case.</summary>
public sealed class ListTimeline(TechAssistDb db, WorkflowCatalog workflows)
{
    private static readonly string[] Internal = ["definition", "form", TimelineEntry.OnBehalfOfId];

    /// <param name="language">"fr" or "en", for the names of steps.</param>
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<Page<TimelineRow>> ExecuteAsync(
        Guid requestId, PageInput input, string language, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        if (!await db.Requests.VisibleTo(actor).AnyAsync(request => request.Id == requestId, cancellationToken))
        {
            throw new NotFoundException("The request");
        }

        var seesInternals = actor.SeesInternals();
        var lines = db.Timeline.AsNoTracking().Where(line => line.RequestId == requestId && (seesInternals || line.IsPublic));
        if (PageMark.Read(input.After) is var (key, _))
        {
            var number = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : throw new InvalidInputException("after", "not-valid");
            lines = lines.Where(line => line.Number < number);
        }

        var rows = await lines.OrderByDescending(line => line.Number).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        var scoredSince = seesInternals ? await ScoredSinceAsync(requestId, cancellationToken) : null;
        var unnamed = ExpertNames.MayRead(actor) ? null : await ExpertsAmongAsync(rows, cancellationToken);
        return Page.Of(
            rows, input.PageSize, line => new PageMark(line.Number.ToString(CultureInfo.InvariantCulture), line.Id),
            line => WithoutExperts(Show(line, language, seesInternals, IsKept(line, scoredSince, actor)), line, unnamed, language));
    }

    private static bool IsKept(TimelineEntry line, DateTime? scoredSince, Actor actor) =>
        line.At >= scoredSince && line.ActorId != actor.PersonId && line.Values.GetValueOrDefault("form") == "scores";

    /// <summary>While two people score on their own, neither reads what the other wrote. Null when nobody scores now.</summary>
    private Task<DateTime?> ScoredSinceAsync(Guid requestId, CancellationToken cancellationToken) =>
        db.Steps.Where(step => step.RequestId == requestId && step.ClosedAt == null && step.Form == "scores").MinAsync(step => (DateTime?)step.OpenedAt, cancellationToken);

    private Task<HashSet<Guid>> ExpertsAmongAsync(List<TimelineEntry> lines, CancellationToken cancellationToken)
    {
        var actors = lines.Select(line => line.ActorId).Distinct().ToList();
        return db.Experts.Where(expert => expert.PersonId != null && actors.Contains(expert.PersonId.Value))
            .Select(expert => expert.PersonId!.Value).ToHashSetAsync(cancellationToken);
    }

    /// <summary>For readers from whom experts' names are kept, an expert is "an expert".</summary>
    private static TimelineRow WithoutExperts(TimelineRow row, TimelineEntry line, HashSet<Guid>? unnamed, string language)
    {
        if (unnamed is null)
        {
            return row;
        }

        var someone = Messages.Text("Timeline.an-expert", language);
        return row with
        {
            By = unnamed.Contains(line.ActorId) ? someone : row.By,
            Values = row.Values.ToDictionary(pair => pair.Key, pair => pair.Key == "expert" ? someone : pair.Value),
        };
    }

    private TimelineRow Show(TimelineEntry line, string language, bool seesInternals, bool isKept) => new(
        line.Number, line.At, TimelineText.By(line, language), line.Kind, StepOf(line, language, seesInternals),
        seesInternals ? line.Values : line.Values.Where(pair => !Internal.Contains(pair.Key)).ToDictionary(),
        isKept ? null : line.Reason, line.IsPublic, line.Hash);

    /// <summary>The line says which definition it belongs to as <c>standard.v1</c>.</summary>
    private string? StepOf(TimelineEntry line, string language, bool seesInternals)
    {
        if (line.StepId is not { } stepId || !line.Values.TryGetValue("definition", out var definition))
        {
            return null;
        }

        var dot = definition.LastIndexOf(".v", StringComparison.Ordinal);
        return dot > 0 && int.TryParse(definition[(dot + 2)..], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? workflows.LabelOf(definition[..dot], version, stepId, language, seesInternals)
            : null;
    }
}
