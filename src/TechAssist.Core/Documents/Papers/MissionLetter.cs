using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>What the letters about the report of one mission have in common.</summary>
/// <param name="Report">With its mission and the mission's team.</param>
/// <param name="IssuedAt">When it goes out, in UTC.</param>
internal sealed record MissionLetter(AssistanceRequest Request, EndOfMissionReport Report, DateTime IssuedAt)
{
    public Mission Mission => Report.Mission;

    public string? OfficerName { get; private init; }

    public string? OfficerEmail { get; private init; }

    /// <summary>Sees what the running act has not saved yet.</summary>
    public static async Task<MissionLetter> ReadAsync(TechAssistDb db, AssistanceRequest request, Guid missionId, DateTime issuedAt, CancellationToken cancellationToken)
    {
        var report = await db.Reports
            .Include(row => row.Comments)
            .Include(row => row.Mission.Members).ThenInclude(member => member.Expert.Person)
            .AsSplitQuery()
            .SingleAsync(row => row.MissionId == missionId, cancellationToken);
        var officer = await db.People.AsNoTracking().Where(person => person.Id == request.CaseOfficerId)
            .Select(person => new { person.Name, person.Email }).SingleOrDefaultAsync(cancellationToken);
        return new MissionLetter(request, report, issuedAt) { OfficerName = officer?.Name, OfficerEmail = officer?.Email };
    }

    /// <param name="key">The kind of letter: its subject and its kind are <c>{key}.Subject</c> and <c>Kind.{key}</c>.</param>
    /// <param name="body">Between salutation and closing.</param>
    public Paper Write(string key, Letter head, string? salutation, IEnumerable<Block> body, ReferenceSnapshot data, Letterhead letterhead, DocumentWords words) => new()
    {
        Title = words.Text(key + ".Subject", Mission.Number, Request.Reference),
        Kind = words["Kind." + key],
        Language = words.DocumentLanguage,
        Reference = Request.Reference,
        Organisation = letterhead.Name(words),
        Logo = letterhead.Logo,
        IssuedOn = data.Calendars.Secretariat.LocalDay(IssuedAt),
        CreatedAt = IssuedAt,
        Letter = head with { Sender = [words["Secretariat"], .. letterhead.Address], Place = letterhead.Place(words) },
        Blocks =
        [
            new Paragraph(salutation is null ? words["Letter.SalutationUnknown"] : words.Text("Letter.Salutation", salutation)),
            .. body,
            .. Contact(words),
            new Paragraph(words[salutation is null ? "Letter.ClosingUnknown" : "Letter.Closing"]),
            new Signature([new Signatory(words["Letter.ForSecretariat"], null, letterhead.Name(words))]),
        ],
    };

    /// <summary>Which mission it was.</summary>
    public IEnumerable<Fact> Facts(ReferenceSnapshot data, DocumentWords words)
    {
        var heading = new CaseHeading(Request, data, words);
        yield return new Fact(words["Mission"], words.Text("Report.Mission", Mission.Number, words.Name(Mission.Plan.Mode)));
        yield return new Fact(words["Letter.About"], Mission.Plan.Title is { IsEmpty: false } title ? words.Of(title) : Request.Title(words.Language));
        yield return new Fact(words[Request.IsRegional ? "Countries" : "Country"], heading.Countries);
        yield return new Fact(words["Dates"], words.Span(new Period { From = Mission.ActualStartOn ?? Mission.StartOn, To = Mission.ActualEndOn ?? Mission.EndOn }));
    }

    private IEnumerable<Block> Contact(DocumentWords words) => (Blank.ToNull(OfficerName), Blank.ToNull(OfficerEmail)) switch
    {
        ({ } name, { } email) => [new Paragraph([words.Text("Letter.Contact", name) + " (", Inline.Link(email, "mailto:" + email), ")."])],
        ({ } name, null) => [new Paragraph(words.Text("Letter.Contact", name) + ".")],
        _ => [],
    };
}
