using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions.Field;

/// <summary>Tells the owners of open items what is theirs, in one mail each, and the coordinator when it becomes late. An item whose role
/// nobody holds, or for which none of those who hold it is waited for, is the case officer's.</summary>
public sealed class ChecklistAlarms(CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    public const string Due = "checklist-due";
    public const string Red = "checklist-red";

    /// <summary>Stands between the names of two items in a mail.</summary>
    internal const string Between = " · ";

    /// <param name="days">Working days left.</param>
    /// <param name="reports">The coordinator is told of all of them.</param>
    public async Task TellAsync(Mission mission, IReadOnlyList<ChecklistItem> open, int days, bool reports, DateTime now, CancellationToken cancellationToken)
    {
        var owed = new Dictionary<Guid, (CasePerson Reader, List<ChecklistItem> Items)>();
        IReadOnlyList<CasePerson>? officers = null;
        foreach (var items in open.GroupBy(item => item.Owner))
        {
            var owners = await people.FindAsync([items.Key.ToString()], mission.Request, mission.Id, cancellationToken);
            foreach (var item in items)
            {
                List<CasePerson> asked = [.. owners.Where(owner => mission.WaitsFor(item, owner.Id))];
                if (asked.Count == 0)
                {
                    officers ??= await people.FindAsync([nameof(Role.CaseOfficer)], mission.Request, mission.Id, cancellationToken);
                    asked.AddRange(officers);
                }

                foreach (var owner in asked)
                {
                    owed.TryAdd(owner.Id, (owner, []));
                    owed[owner.Id].Items.Add(item);
                }
            }
        }

        foreach (var (reader, items) in owed.Values)
        {
            Tell(reader, Due, mission, items, days, now);
        }

        if (reports)
        {
            foreach (var coordinator in await people.FindAsync([nameof(Role.Coordinator)], mission.Request, mission.Id, cancellationToken))
            {
                Tell(coordinator, Red, mission, open, days, now);
            }
        }

        var line = MissionLine.Of(reports ? Red : Due, mission);
        var values = new Dictionary<string, string>(line.Values) { ["days"] = $"{days}", ["count"] = $"{open.Count}" };
        await timeline.AddAsync(mission.RequestId, line with { Values = values, IsPublic = false }, Actor.System, now, cancellationToken);
    }

    private void Tell(CasePerson reader, string template, Mission mission, IEnumerable<ChecklistItem> items, int days, DateTime now) => mail.Tell(
        [reader], template, mission.Request, now,
        ("number", mission.Number.ToString(CultureInfo.InvariantCulture)),
        ("days", days.ToString(CultureInfo.InvariantCulture)),
        ("start", mission.StartOn?.ToString("d MMMM yyyy", Languages.Culture(reader.Language)) ?? ""),
        ("items", string.Join(Between, items.Select(item => NameOf(item, reader.Language)))),
        ("path", $"/requests/{mission.Request.Reference}/missions/{mission.Number}"));

    internal static string NameOf(ChecklistItem item, string language) => item.Title ?? Messages.Text("Timeline.item." + item.Kind, language);
}
