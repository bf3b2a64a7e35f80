using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The seats of a case, from the latest version of its terms, or one seat from the request while there are none.
/// Whether the reader may see the case is asked before.</summary>
public sealed class ReadSeats(TechAssistDb db, ReferenceCatalog catalog, TimeProvider clock)
{
    /// <summary>Beyond this a notice period means nothing.</summary>
    private const int LongestNotice = 400;

    internal async Task<IReadOnlyList<Seat>> ExecuteAsync(Guid requestId, RequestContent request, CancellationToken cancellationToken)
    {
        var reference = await catalog.GetAsync(cancellationToken);
        var terms = (await db.Terms.AsNoTracking()
            .Where(found => found.RequestId == requestId)
            .OrderByDescending(found => found.Version)
            .FirstOrDefaultAsync(cancellationToken))?.Content;
        var (found, waived) = await ConflictsAsync(requestId, cancellationToken);
        var whole = ForCase(requestId, request, terms, reference, found, waived);
        return terms is { Profiles.Count: > 0 } ? [.. terms.Profiles.Select((profile, number) => ForProfile(whole, profile, number))] : [whole];
    }

    private Seat ForCase(
        Guid requestId, RequestContent request, TermsContent? terms, ReferenceSnapshot reference, Dictionary<Guid, HardFilters> found, Dictionary<Guid, HardFilters> waived)
    {
        var calendar = reference.Calendars.Secretariat;
        var today = calendar.LocalDay(clock.GetUtcNow().UtcDateTime);
        var on = DaysOf(request, terms);
        var regions = request.Countries.Select(reference.Country).OfType<Country>().Select(country => country.Region).ToHashSet();
        var seats = Math.Max(1, terms?.Profiles.Count ?? 1);
        return new Seat
        {
            RequestId = requestId,
            Role = new LangText("Expert", "Expert"),
            Today = today,
            Theme = request.Theme,
            OtherThemes = [.. request.OtherThemes.Where(theme => theme != request.Theme).Distinct()],
            Types = [.. TypesOf(request, terms)],
            Languages = [.. WorkingLanguages(request, terms).Select(language => new NeededLanguage(language, Cefr.B2))],
            AnyLanguageDoes = true,
            Countries = [.. request.Countries],
            Neighbours = Codes(reference, country => regions.Contains(country.Region) && !request.Countries.Contains(country.Code)),
            South = Codes(reference, country => country.Role == PartnerRole.Beneficiary),
            On = on,
            IsOnSite = terms is not { Activities.Count: > 0 } || terms.Activities.Any(activity => activity.Method != TermsMethod.Remote),
            ExpertDays = (int)Math.Ceiling((terms?.Effort.Total ?? 0) / (double)seats),
            NoticeDays = on is { } days ? WorkingDaysBetween(calendar, today, days.From) : null,
            Institution = FoldedText.Of(request.Institution.Name ?? ""),
            Travel = TravelRules.For(request.Countries, reference),
            Found = found,
            Waived = waived,
        };
    }

    private static Seat ForProfile(Seat whole, TermsProfile profile, int number)
    {
        NeededLanguage[] languages = [.. profile.Languages.Where(needed => needed.Language is not null).Select(needed => new NeededLanguage(needed.Language!, needed.Level))];
        var seat = whole with { Number = number, Role = profile.Role, Years = profile.Years ?? 0 };
        return languages.Length == 0 ? seat : seat with { Languages = languages, AnyLanguageDoes = false };
    }

    /// <summary>The days on site; else the contract's; else the period the country would like best.</summary>
    private static Days? DaysOf(RequestContent request, TermsContent? terms)
    {
        var onSite = (terms?.Activities ?? []).Where(activity => activity is { Method: not TermsMethod.Remote, Dates: { From: not null, To: not null } }).Select(activity => activity.Dates).ToList();
        if (onSite.Count > 0)
        {
            return new Days(onSite.Min(period => period.From!.Value), onSite.Max(period => period.To!.Value));
        }

        var period = terms is { Contract: { From: not null, To: not null } } ? terms.Contract : request.Periods.FirstOrDefault();
        return period is { From: { } from, To: { } to } && to >= from ? new Days(from, to) : null;
    }

    private static IEnumerable<string> TypesOf(RequestContent request, TermsContent? terms)
    {
        var planned = (terms?.Activities ?? []).Select(activity => activity.Type).OfType<string>().Where(type => type.Length > 0).Distinct().ToList();
        return planned.Count > 0 ? planned : request.AssistanceTypes.Distinct();
    }

    private static IEnumerable<string> WorkingLanguages(RequestContent request, TermsContent? terms) =>
        (terms is { Languages.Count: > 0 } ? terms.Languages : request.WorkingLanguages).Distinct();

    private static FrozenSet<string> Codes(ReferenceSnapshot reference, Func<Country, bool> holds) =>
        reference.Rows.Countries.Where(country => country.IsActive && holds(country)).Select(country => country.Code).ToFrozenSet();

    private static int WorkingDaysBetween(WorkingCalendar calendar, DateOnly today, DateOnly from)
    {
        var count = 0;
        for (var day = today.AddDays(1); day <= from && count < LongestNotice; day = day.AddDays(1))
        {
            count += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>What was declared with an answer, what the secretariat noted, who stands on the list; and what was waived.</summary>
    private async Task<(Dictionary<Guid, HardFilters> Found, Dictionary<Guid, HardFilters> Waived)> ConflictsAsync(Guid requestId, CancellationToken cancellationToken)
    {
        var (found, waived) = (new Dictionary<Guid, HardFilters>(), new Dictionary<Guid, HardFilters>());
        var nominations = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.RequestId == requestId)
            .Select(nomination => new { nomination.ExpertId, nomination.Declaration })
            .ToListAsync(cancellationToken);
        foreach (var nomination in nominations)
        {
            found[nomination.ExpertId] = found.GetValueOrDefault(nomination.ExpertId) | HardFilters.Asked | Declared(nomination.Declaration);
        }

        var rulings = await db.ConflictRulings.AsNoTracking().Where(ruling => ruling.RequestId == requestId).OrderBy(ruling => ruling.At).ThenBy(ruling => ruling.Id).ToListAsync(cancellationToken);
        foreach (var ruling in rulings)
        {
            Put(found, ruling, RulingKind.Noted);
            Put(waived, ruling, RulingKind.Waived);
        }

        return (found, waived);
    }

    /// <summary>The last word counts; a waiver says nothing about whether there is a conflict.</summary>
    private static void Put(Dictionary<Guid, HardFilters> filters, ConflictRuling ruling, RulingKind kind)
    {
        var known = filters.GetValueOrDefault(ruling.ExpertId);
        filters[ruling.ExpertId] = ruling.Kind == kind ? known | ruling.Filter
            : ruling.Kind == RulingKind.Withdrawn ? known & ~ruling.Filter
            : known;
    }

    private static HardFilters Declared(ConflictDeclaration? declaration) => declaration is null
        ? HardFilters.None
        : If(declaration.EmployedByRequester, HardFilters.Employer) | If(declaration.FamilyOrFinancialInterest, HardFilters.Interest)
            | If(declaration.BiddingForFollowOn, HardFilters.FollowOn) | If(declaration.AuthorOfPolicy, HardFilters.Authorship)
            | If(declaration.GovernmentInDispute, HardFilters.Dispute);

    private static HardFilters If(bool? answer, HardFilters filter) => answer == true ? filter : HardFilters.None;
}
