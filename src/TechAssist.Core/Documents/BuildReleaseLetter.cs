using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>The letter that asks an expert's employer to let the expert go on a mission: who, where, when, and that the answer may
/// be a short line.</summary>
public sealed class BuildReleaseLetter(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <param name="nomination">With the expert, the case and the call.</param>
    /// <param name="language">"fr" or "en".</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<Paper> ExecuteAsync(Nomination nomination, string language, DateTime now, CancellationToken cancellationToken)
    {
        var words = letterhead.Value.Words(language);
        var (request, profile) = (nomination.Request, nomination.Expert.Profile);
        var officer = await db.People.AsNoTracking()
            .Where(person => person.Id == request.CaseOfficerId)
            .Select(person => new { person.Name, person.Email })
            .SingleOrDefaultAsync(cancellationToken);
        string[] recipient = [.. new[] { profile.SendingAuthority, profile.Employer }.Select(Blank.ToNull).OfType<string>().Distinct()];
        return new Paper
        {
            Title = words.Text("Release.Subject", profile.Name),
            Kind = words["Kind.ReleaseLetter"],
            Language = words.DocumentLanguage,
            Reference = request.Reference,
            Organisation = letterhead.Value.Name(words),
            Logo = letterhead.Value.Logo,
            IssuedOn = reference.Current.Calendars.Secretariat.LocalDay(now),
            CreatedAt = now,
            Letter = new Letter(recipient, [words["Secretariat"], .. letterhead.Value.Address], letterhead.Value.Place(words)) { CopiesTo = [profile.Name] },
            Blocks =
            [
                new Paragraph(words["Letter.SalutationUnknown"]),
                new Paragraph(words.Text("Release.Opening", profile.Name)),
                new Facts([.. FactsOf(nomination, words)]),
                new Paragraph(words["Release.Terms"]),
                new Paragraph(words["Release.Answer"]),
                .. officer is null ? [] : new[] { new Paragraph([words.Text("Letter.Contact", officer.Name) + " (", Inline.Link(officer.Email!, "mailto:" + officer.Email), ")."]) },
                new Paragraph(words["Letter.ClosingUnknown"]),
                new Signature([new Signatory(words["Letter.ForSecretariat"], null, letterhead.Value.Name(words))]),
            ],
        };
    }

    private IEnumerable<Fact> FactsOf(Nomination nomination, DocumentWords words)
    {
        var request = nomination.Request;
        var heading = new CaseHeading(request, reference.Current, words);
        yield return new Fact(words["Release.Mission"], words.Of(request.Content.Title));
        yield return new Fact(words["Release.Role"], nomination.Role);
        yield return new Fact(words[request.IsRegional ? "Countries" : "Country"], heading.Countries);
        if (Blank.ToNull(request.Content.Places) is { } places)
        {
            yield return new Fact(words["Release.Places"], places);
        }

        if (DaysOf(nomination) is { From: not null } days)
        {
            yield return new Fact(words["Release.Days"], words.Span(days));
        }
    }

    private static Period? DaysOf(Nomination nomination) =>
        nomination.Call is { FromOn: { } from, ToOn: var to } ? new Period { From = from, To = to } : nomination.Request.Content.Periods.FirstOrDefault();
}
