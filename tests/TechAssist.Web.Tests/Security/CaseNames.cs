using Microsoft.EntityFrameworkCore;
using TechAssist.Testing;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Security;

/// <summary>What can stand in an address for something of one case: its reference, and the id of every record it has.</summary>
public sealed class CaseNames(string reference, IReadOnlyList<string> ids)
{
    /// <summary>Parts of an address that are no record, by the parameter's name. What is not here and not a reference is an id.</summary>
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["status"] = ["404"],
        ["documentName"] = ["v1"],
        ["document"] = ["terms", "letter", "report"],
        ["format"] = ["pdf", "html"],
        ["number"] = ["1"],
        ["mission"] = ["1"],
        ["version"] = ["1"],
        ["key"] = ["kind", "who", "what", "why", "when", "hosting", "safeguards"],
        ["type"] = ["countries", "country", "themes", "holidays"],
        ["calendar"] = ["secretariat", "SN"],
        ["path"] = [""],
    };

    public string Reference => reference;

    /// <summary>Every way to put the case into the door.</summary>
    public IEnumerable<string> AddressesOf(Door door) => Fill(door, 0, new Dictionary<string, string>());

    public static async Task<CaseNames> OfAsync(PortalApp app, WalkedCase walked, params Guid[] others)
    {
        var requestId = walked.RequestId;
        return new CaseNames(walked.Reference, await app.ReadAsync(async db =>
        {
            List<Guid> ids = [requestId, .. others];
            ids.AddRange(await Some(db.WorkItems.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Steps.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Documents.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Terms.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Nominations.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Nominations.Where(row => row.RequestId == requestId).Select(row => row.ExpertId)));
            ids.AddRange(await Some(db.Missions.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Reports.Where(row => db.Missions.Any(mission => mission.Id == row.MissionId && mission.RequestId == requestId)).Select(row => row.Id)));
            ids.AddRange(await Some(db.Recommendations.Where(row => row.RequestId == requestId).Select(row => row.Id)));
            ids.AddRange(await Some(db.Requests.Where(row => row.Id == requestId).Select(row => row.CreatedById)));
            return ids.Distinct().Select(id => id.ToString()).ToList();
        }));

        // Two of a kind stand for all of it.
        static Task<List<Guid>> Some(IQueryable<Guid> of) => of.OrderByDescending(id => id).Take(2).ToListAsync();
    }

    private IEnumerable<string> Fill(Door door, int at, Dictionary<string, string> values)
    {
        if (at == door.Parameters.Count)
        {
            return [door.With(name => values[name]) + (door.Pattern.Contains("/papers/", StringComparison.Ordinal) ? "?lang=en" : "")];
        }

        var name = door.Parameters[at];
        return ValuesOf(name).SelectMany(value => Fill(door, at + 1, new Dictionary<string, string>(values) { [name] = value }));
    }

    private string[] ValuesOf(string parameter) => parameter == "reference" ? [reference] : Words.GetValueOrDefault(parameter, [.. ids]);
}
