using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

/// <summary>The first draft of terms of reference: what the request already says, so that nobody types it twice.</summary>
internal static class TermsDraft
{
    public static TermsContent From(RequestContent request)
    {
        var first = request.Periods.FirstOrDefault(period => period.From is not null);
        return new TermsContent
        {
            Languages = request.WorkingLanguages,
            Contract = new Period { From = first?.From, To = request.LatestOn ?? first?.To },
            Background = request.Problem,
            GeneralObjective = request.Objective,
            Objectives = [.. request.Results.Where(result => !string.IsNullOrWhiteSpace(result.Result)).Take(10).Select(result => InLanguageOf(request, result.Result))],
            Activities = [.. request.AssistanceTypes.Select(type => new TermsActivity { Type = type, Place = request.Places, Dates = first ?? new Period() })],
            Profiles = string.IsNullOrWhiteSpace(request.ExpertProfile) ? [] : [new TermsProfile { MustHave = request.ExpertProfile }],
            HostContribution = InLanguageOf(request, request.Absorption.CounterpartTeam),
            Counterparts = string.IsNullOrWhiteSpace(request.Contact.Name)
                ? []
                : [new TermsCounterpart { Name = request.Contact.Name, Title = request.Contact.Title, Email = request.Contact.Email }],
            Security = request.Security,
            Indicators = request.Results,
        };
    }

    private static LangText InLanguageOf(RequestContent request, string? text) =>
        string.IsNullOrWhiteSpace(request.Problem.Fr) && !string.IsNullOrWhiteSpace(request.Problem.En)
            ? new LangText(null, text)
            : new LangText(text, null);
}
