using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Field;

/// <summary>Tells the team and the host what became of a mission's days: postponed, new days, extended, interrupted, resumed. (A cancellation is told
/// by the process itself.) The one who did it knows.</summary>
internal static class MissionNews
{
    /// <param name="template">"mission-postponed" and its like.</param>
    /// <param name="reason">For the team; the host reads it in the history of the case.</param>
    public static async Task TellAsync(
        TechAssistDb db, AssistanceRequest request, Mission mission, string template, string? reason, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var experts = mission.Plan.Team.Select(seat => seat.ExpertId).ToList();
        var team = await db.Experts.Where(expert => experts.Contains(expert.Id) && expert.Person != null).Select(expert => expert.Person!.Id).ToListAsync(cancellationToken);
        var country = request.Country;
        var counterparts = await db.People
            .Where(person => person.Roles.Any(held => held.Role == Role.Counterpart && (held.RequestId == request.Id || (held.RequestId == null && held.Country == country && country != null))))
            .Select(person => person.Id).ToListAsync(cancellationToken);
        if (counterparts.Count == 0 && request.RequesterId is { } requester)
        {
            counterparts.Add(requester);
        }

        var focalPoints = await db.People
            .Where(person => person.Roles.Any(held => held.Role == Role.FocalPoint && held.RequestId == null && held.Country == country && country != null))
            .Select(person => person.Id).ToListAsync(cancellationToken);
        List<Guid> all = [.. team.Union(counterparts).Union(focalPoints).Where(id => id != by.PersonId)];
        var readers = await db.People.AsNoTracking().Where(person => all.Contains(person.Id) && person.IsActive)
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Email, person.Name, person.Language }).ToListAsync(cancellationToken);
        foreach (var reader in readers)
        {
            var culture = Languages.Culture(reader.Language);
            var values = new Dictionary<string, string>
            {
                ["reference"] = request.Reference ?? "",
                ["title"] = request.Title(reader.Language),
                ["number"] = mission.Number.ToString(CultureInfo.InvariantCulture),
                ["start"] = mission.StartOn?.ToString("d MMMM yyyy", culture) ?? "",
                ["end"] = mission.EndOn?.ToString("d MMMM yyyy", culture) ?? "",
                ["reason"] = reason ?? "",
                ["path"] = $"/requests/{request.Reference}/missions/{mission.Number}",
            };
            db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(reader.Id, reader.Email!, reader.Name, reader.Language), template, request.Id, values, now));
        }
    }
}
