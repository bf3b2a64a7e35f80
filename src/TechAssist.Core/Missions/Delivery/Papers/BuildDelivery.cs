using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Delivery.Papers;

/// <summary>Reads the records of a training into its papers: attendance sheet, list of participants, certificates. They hold names,
/// so they are for those who may read them.</summary>
public sealed class BuildDelivery(TechAssistDb db, GetDelivery getDelivery, ReferenceCatalog reference, IOptions<Letterhead> letterhead, TimeProvider clock)
{
    /// <summary>As <see cref="RenderDocumentInput.Document"/> names them.</summary>
    public static readonly IReadOnlyList<string> Documents = ["attendanceSheet", "participantList", "certificates"];

    /// <param name="document">One of <see cref="Documents"/>.</param>
    /// <param name="number">Of the mission; null for the latest.</param>
    /// <returns>The paper, its name in its language and the mission's number; null when there is none for this reader.</returns>
    public async Task<(Paper Paper, string Name)?> ForAsync(
        AssistanceRequest request, string document, string language, int? number, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.MissionsVisibleTo(actor).AsNoTracking()
            .Where(row => row.RequestId == request.Id && (number == null || row.Number == number))
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (mission is null || await getDelivery.ExecuteAsync(mission.Id, actor, cancellationToken) is not { MayReadNames: true, HasParticipants: true } delivery)
        {
            return null;
        }

        var (words, data, now) = (letterhead.Value.Words(language), reference.Current, clock.GetUtcNow().UtcDateTime);
        var paper = new DeliveryPaper(request, mission, delivery, words, new CaseHeading(request, data, words), letterhead.Value)
        {
            IssuedOn = data.Calendars.Secretariat.LocalDay(now),
            Now = now,
        };
        var (written, kind) = document switch
        {
            "attendanceSheet" => (AttendanceSheet.Of(paper), "AttendanceSheet"),
            "participantList" => (ParticipantSheet.Of(paper), "ParticipantList"),
            _ => (Certificates.Of(paper), "Certificates"),
        };
        return written is null ? null : (written, words.Text("File." + kind, mission.Number));
    }
}
