using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Web.Simulation;

/// <summary>What stands in the database when a simulated year is over.</summary>
public sealed record YearFacts(
    IReadOnlyDictionary<Guid, AssistanceRequest> Requests,
    IReadOnlyDictionary<Guid, Step> Steps,
    IReadOnlyList<Deadline> Deadlines,
    IReadOnlyList<OutboxMessage> Mails,
    IReadOnlyList<TimelineEntry> Lines,
    IReadOnlyDictionary<Guid, string> Names)
{
    public static async Task<YearFacts> ReadAsync(TechAssistDb db, CancellationToken cancellationToken) => new(
        await db.Requests.AsNoTracking().ToDictionaryAsync(row => row.Id, cancellationToken),
        await db.Steps.AsNoTracking().Include(row => row.Run).Include(row => row.Items).ToDictionaryAsync(row => row.Id, cancellationToken),
        await db.Deadlines.AsNoTracking().ToListAsync(cancellationToken),
        await db.Outbox.AsNoTracking().ToListAsync(cancellationToken),
        await db.Timeline.AsNoTracking().Where(row => row.RequestId != null).ToListAsync(cancellationToken),
        await db.People.ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken));

    public string ReferenceOf(Guid? requestId) => requestId is { } id && Requests.TryGetValue(id, out var request) ? request.Reference ?? "(draft)" : "(no case)";

    public string StepName(Guid? stepRowId) => stepRowId is { } id && Steps.TryGetValue(id, out var step) ? step.StepId : "the case";

    public string NameOf(Guid? personId) => personId is { } id && Names.TryGetValue(id, out var name) ? name : "somebody without an account";

    /// <summary>Since when the case stands still; null when it does not.</summary>
    public DateTime? PausedAt(Guid requestId) => Requests[requestId] is { Status: RequestStatus.OnHold or RequestStatus.Suspended } request ? request.PausedAt : null;
}
