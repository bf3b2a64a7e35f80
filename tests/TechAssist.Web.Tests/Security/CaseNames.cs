using Microsoft.EntityFrameworkCore;
using TechAssist.Testing;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Security;

/// <summary>What can stand in an address for something of one case: its reference, the ids of its records by their kind, and an
/// expert.</summary>
public sealed class CaseNames(string reference, ILookup<string, string> ids, Guid expert)
{
    /// <summary>What kind of record an id in an address is of, by how the door's pattern begins. A door that is not here is tried
    /// with every id there is.</summary>
    private static readonly (string Start, string Kind)[] Kinds =
    [
        ("/requests/draft/", "request"),
        ("/requests/{reference}/documents/{id:guid}/paper", "paper"),
        ("/requests/{reference}/documents/", "document"),
        ("/requests/{reference}/missions/{number:int}/report/photos/", "photo"),
        ("/requests/{reference}/due/", "step"),
        ("/requests/{reference}/missions/{number:int}/delivery/participants/", "participant"),
        ("/tasks/", "task"),
        ("/roster/import/", "import"),
        ("/roster/registrations/", "registration"),
        ("/roster/", "expert"),
        ("/invitations/", "nomination"),
        ("/inbox/", "inbox"),
        ("/recommendations/", "recommendation"),
        ("/initiatives/", "initiative"),
        ("/admin/people/", "person"),
        ("/api/v1/requests/{reference}/documents/", "document"),
        ("/api/v1/tasks/", "task"),
    ];

    /// <summary>Parts of an address that are no record, by the parameter's name. What is not here and not a reference is an id.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["status"] = ["404"],
        ["documentName"] = ["v1"],
        ["document"] = ["termsOfReference", "decisionLetter", "report", "publicReport", "summary", "approval", "nonsense"],
        ["format"] = ["pdf", "html"],
        ["number"] = ["1"],
        ["mission"] = ["1"],
        ["version"] = ["1"],
        ["key"] = ["kind", "who", "what", "why", "when", "hosting", "safeguards"],
        ["type"] = ["countries", "country", "themes", "holidays"],
        ["calendar"] = ["secretariat", "SN"],
        ["definition"] = ["standard", "nonsense"],
        ["step"] = ["eligibility", "nonsense"],
        ["path"] = [""],
        ["token"] = ["nonsense"],
        ["records"] = ["sessions", "nonsense"],
        ["code"] = ["nonsense"],
        ["part"] = ["identity", "nonsense"],
        ["template"] = ["task-opened", "nonsense"],
    };

    public string Reference => reference;

    /// <summary>Every way to put the case into the door.</summary>
    public IEnumerable<string> AddressesOf(Door door) => Fill(door, 0, new Dictionary<string, string>());

    public static async Task<CaseNames> OfAsync(PortalApp app, WalkedCase walked, params Guid[] others)
    {
        var requestId = walked.RequestId;
        var expert = await app.ReadAsync(db => db.Experts.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        return new CaseNames(walked.Reference, await app.ReadAsync(async db =>
        {
            List<(string Kind, Guid Id)> ids = [("request", requestId), .. others.Select(id => ("request", id))];
            await AddAsync("task", db.WorkItems.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("step", db.Steps.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("document", db.Documents.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("paper", db.Documents.Where(row => row.RequestId == requestId && row.AboutId != null).Select(row => row.Id));
            await AddAsync("terms", db.Terms.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("nomination", db.Nominations.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("expert", db.Nominations.Where(row => row.RequestId == requestId).Select(row => row.ExpertId));
            await AddAsync("mission", db.Missions.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("participant", db.Participants.Where(row => db.Missions.Any(mission => mission.Id == row.MissionId && mission.RequestId == requestId)).Select(row => row.Id));
            await AddAsync("report", db.Reports.Where(row => db.Missions.Any(mission => mission.Id == row.MissionId && mission.RequestId == requestId)).Select(row => row.Id));
            await AddAsync("photo", db.PhotoFiles.Where(row => db.Reports.Any(report => report.Id == row.ReportId && report.RequestId == requestId)).Select(row => row.Id));
            await AddAsync("recommendation", db.Recommendations.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("initiative", db.Initiatives.Where(row => row.RequestId == requestId).Select(row => row.Id));
            await AddAsync("import", db.RosterImports.Select(row => row.Id));
            await AddAsync("inbox", db.InboxMails.Select(row => row.Id));
            await AddAsync("registration", db.Registrations.Select(row => row.Id));
            await AddAsync("person", db.Requests.Where(row => row.Id == requestId).Select(row => row.CreatedById));
            return ids.Distinct().ToLookup(id => id.Kind, id => id.Id.ToString());

            // Two of a kind stand for all of it.
            async Task AddAsync(string kind, IQueryable<Guid> of) =>
                ids.AddRange((await of.OrderByDescending(id => id).Take(2).ToListAsync()).Select(id => (kind, id)));
        }), expert);
    }

    private IEnumerable<string> Fill(Door door, int at, Dictionary<string, string> values)
    {
        if (at == door.Parameters.Count)
        {
            return [door.With(name => values[name]) + QueryOf(door)];
        }

        var name = door.Parameters[at];
        return ValuesOf(door, name).SelectMany(value => Fill(door, at + 1, new Dictionary<string, string>(values) { [name] = value }));
    }

    /// <summary>What a door needs in its query before it opens.</summary>
    private string QueryOf(Door door) => door.Pattern switch
    {
        "/requests/{reference}/papers/{document}.{format}" => "?lang=en",
        "/requests/{reference}/experts/propose" => $"?expert={expert}",
        _ => "",
    };

    private string[] ValuesOf(Door door, string parameter)
    {
        if (parameter == "reference")
        {
            return [reference];
        }

        return Words.TryGetValue(parameter, out var words) ? words
            : Kinds.FirstOrDefault(kind => door.Pattern.StartsWith(kind.Start, StringComparison.Ordinal)) is { Kind: { } kind } ? [.. ids[kind]]
            : [.. ids.SelectMany(of => of).Distinct()];
    }
}
