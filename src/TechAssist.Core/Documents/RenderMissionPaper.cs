using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Missions.Delivery.Papers;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>Writes a paper of one mission of a case: its report, what is published of it, the minutes of its debriefing, or what the training hands out.</summary>
public sealed class RenderMissionPaper(BuildReport reports, BuildPublicReport publicReports, BuildDelivery deliveries, BuildMinutes minutes)
{
    public static IReadOnlyList<string> Documents { get; } = ["report", "publicReport", "summary", "minutes", .. BuildDelivery.Documents];

    /// <exception cref="NotFoundException">There is none for this reader.</exception>
    internal async Task<DocumentFile> ExecuteAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        input.Document switch
        {
            "report" => await ReportAsync(request, input, language, actor, cancellationToken),
            "publicReport" => await PublicReportAsync(request, input, language, actor, cancellationToken),
            "summary" => await SummaryAsync(request, input, language, actor, cancellationToken),
            "minutes" => await MinutesAsync(request, input, language, actor, cancellationToken),
            _ => await DeliveryAsync(request, input, language, actor, cancellationToken),
        };

    private async Task<DocumentFile> ReportAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await reports.ForAsync(request, language, input.Mission, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, DocumentNames.Report(language, found.Mission), input.Format)
            : throw new NotFoundException("The report", "no-report");

    private async Task<DocumentFile> PublicReportAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await publicReports.ForAsync(request, language, input.Mission, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, DocumentNames.PublicReport(language, found.Mission), input.Format)
            : throw new NotFoundException("The public version");

    private async Task<DocumentFile> SummaryAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await publicReports.SummaryAsync(request, language, input.Mission, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, DocumentNames.Summary(language, found.Mission), input.Format)
            : throw new NotFoundException("The report", "no-report");

    private async Task<DocumentFile> MinutesAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await minutes.ForAsync(request, language, input.Mission, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, DocumentNames.Minutes(language, found.Mission), input.Format)
            : throw new NotFoundException("The minutes");

    private async Task<DocumentFile> DeliveryAsync(AssistanceRequest request, RenderDocumentInput input, string language, Actor actor, CancellationToken cancellationToken) =>
        await deliveries.ForAsync(request, input.Document, language, input.Mission, actor, cancellationToken) is { } found
            ? DocumentFile.Of(found.Paper, found.Name, input.Format)
            : throw new NotFoundException("The paper");
}
