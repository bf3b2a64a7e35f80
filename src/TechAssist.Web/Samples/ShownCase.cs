using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Web.Samples;

/// <summary>One line of a played case's history, said in its language.</summary>
public sealed record ShownLine(DateTime At, string Who, string What, string? Why, TimelineEntry Entry);

/// <summary>A played case as it is printed.</summary>
public sealed record ShownCase(
    string Reference, string Title, string Language, string Stage, string? Result, IReadOnlyList<string> OpenSteps, TimeZoneInfo Zone, IReadOnlyList<ShownLine> Lines)
{
    public static async Task<ShownCase> ReadAsync(IServiceProvider services, PlayedCase played, string language, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).SingleAsync(row => row.Id == played.RequestId, cancellationToken);
        var steps = await db.Steps.AsNoTracking().Include(step => step.Run).Where(step => step.RequestId == request.Id).ToListAsync(cancellationToken);
        var entries = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == request.Id).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        var sentences = new Sentences(scope.ServiceProvider, steps, language);
        return new ShownCase(
            played.Reference, request.Title(language), language, request.Stage, request.Result,
            [.. steps.Where(step => step.IsOpen).Select(step => step.StepId)],
            scope.ServiceProvider.GetRequiredService<Core.Reference.ReferenceCatalog>().Current.Calendars.Secretariat.Zone,
            [.. entries.Select(entry => new ShownLine(entry.At, entry.ActorName, sentences.Of(entry), entry.Reason, entry))]);
    }

    private sealed class Sentences(IServiceProvider services, List<Step> steps, string language)
    {
        private readonly TimelineText text = services.GetRequiredService<TimelineText>();

        public string Of(TimelineEntry entry)
        {
            var sentence = text.Sentence(entry, language, forStaff: true);
            return DueOf(entry) is { } due
                ? Messages.Text("Timeline.due", language).Replace("{sentence}", sentence, StringComparison.Ordinal).Replace("{due}", due, StringComparison.Ordinal)
                : sentence;
        }

        /// <summary>When a step that opened is due, in the zone of the side that acts.</summary>
        private string? DueOf(TimelineEntry entry)
        {
            var step = entry.Kind == "step-opened" ? steps.Find(row => row.StepId == entry.StepId && (row.OpenedAt - entry.At).Duration() < TimeSpan.FromMilliseconds(1)) : null;
            return step?.DueAt is { } dueAt ? CaseMail.DueText(dueAt, step.Zone, language) : null;
        }
    }
}
