using Microsoft.Extensions.Options;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>Documents of a case that does not exist, to see how the fixed words stand in them.</summary>
public sealed class SampleDocument(ReferenceCatalog reference, IOptions<Letterhead> letterhead, TimeProvider clock)
{
    private const string Reference = "TA-2000-SN-0000";

    public static IReadOnlyList<string> Documents { get; } = ["approval", "refusal", "terms"];

    /// <exception cref="InvalidInputException">No such form or language.</exception>
    /// <exception cref="NotFoundException">No such sample, or not the actor's to see.</exception>
    public DocumentFile Write(string document, string format, string language, Actor actor)
    {
        if (!actor.Has(Role.Administrator) || !Documents.Contains(document))
        {
            throw new NotFoundException("The sample");
        }

        if (!Languages.IsOne(language))
        {
            throw new InvalidInputException("lang", "not-a-choice");
        }

        var words = letterhead.Value.Words(language);
        return document == "terms"
            ? DocumentFile.Of(Terms(words), words["Kind.Terms"], format)
            : DocumentFile.Of(Letter(document, words), words["Kind.DecisionLetter"], format);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Paper Letter(string document, DocumentWords words)
    {
        var calendars = reference.Current.Calendars;
        var letter = new DecisionLetter(document == "approval" ? Verdict.ApprovedWithConditions : Verdict.Declined, Request())
        {
            WrittenIn = words.Language,
            DecidedAt = Now,
            IssuedAt = Now,
            DecidedByName = words["Sample.Person"],
            DecidedByRole = Role.Coordinator,
            OfficerName = words["Sample.Person"],
            OfficerEmail = "secretariat@example.org",
            Reasons = words["Sample.Text"],
            Conditions = words["Sample.Text"],
            WayForward = words["Sample.Text"],
            UntilAt = Now.AddDays(30),
            Secretariat = calendars.Secretariat,
            Country = calendars.Country("SN"),
            CountryName = new LangText("Sénégal", "Senegal"),
            CaseUrl = "https://example.org/requests/" + Reference,
        };
        return new DecisionLetterText(letter, words, letterhead.Value).Write();
    }

    private Paper Terms(DocumentWords words)
    {
        var (data, text) = (reference.Current, Both("Sample.Text"));
        var content = new TermsContent
        {
            Languages = ["fr", "en"],
            Background = text,
            GeneralObjective = text,
            Objectives = [text],
            Scope = text,
            Exclusions = text,
            Activities = [new TermsActivity { Title = text, Place = "Dakar", Days = 5 }],
            Deliverables = [new TermsDeliverable { Title = text, Objectives = [1], Language = words.Language, DueOn = DateOnly.FromDateTime(Now), Acceptor = words["Sample.Person"] }],
            Profiles = [new TermsProfile { Role = text, Years = 7 }],
            Effort = new ExpertDays { Preparation = 2, Field = 5, Report = 3 },
            HostContribution = text,
            Conduct = text,
            Evaluation = text,
        };
        var request = Request();
        return new TermsText(new TermsPaper(request, content, 1, TermsStatus.Approved, Now), new CaseHeading(request, data, words), words, letterhead.Value, data.Calendars.Secretariat).Write();
    }

    private AssistanceRequest Request()
    {
        var content = new RequestContent
        {
            Country = "SN",
            Title = Both("Sample.Request"),
            Institution = new Institution { Name = "Institution", Type = InstitutionType.Agency },
            Contact = new Contact { Name = "Awa N.", Email = "contact@example.org" },
        };
        var request = AssistanceRequest.StartDraft(content, Actor.System, Now);
        request.Submit(Reference, Now);
        return request;
    }

    private static LangText Both(string key) => new(DocumentTexts.Shipped(key, "fr"), DocumentTexts.Shipped(key, "en"));
}
