using System.Globalization;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Experts;

/// <summary>Says in the reader's language why a part of a score is what it is, and what is missing for a departure.</summary>
public sealed class MatchText(Texts texts, ReferenceChoices choices)
{
    private const int MostNames = 3;

    public string Part(ScorePart part, Match match, Seat seat, ReadinessLight light) => part switch
    {
        ScorePart.Theme => Theme(match.Candidate, seat),
        ScorePart.Type => Type(match.Candidate, seat),
        ScorePart.Country => Country(match.Candidate, seat),
        ScorePart.Language => Language(match.Candidate, seat),
        ScorePart.Appraisal => match.Candidate.Record.Appraisal is { } mean ? texts["Match.Why.Appraisal", mean] : texts["Match.Why.NoAppraisal"],
        ScorePart.Readiness => choices.Word(light),
        ScorePart.Spread => Spread(match.Candidate, seat),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a score."),
    };

    /// <summary>Everything that is to be done, what is missing in one list.</summary>
    public string Readiness(IReadOnlyList<ReadinessReason> reasons)
    {
        var missing = reasons.Where(reason => reason is { Fault: ReadinessFault.Missing, Kind: not null }).Select(reason => choices.Word(reason.Kind!.Value)).ToList();
        var others = reasons.Where(reason => reason.Fault != ReadinessFault.Missing).Select(Readiness);
        return string.Join(texts["Semicolon"], missing.Count == 0 ? others : others.Prepend(texts["ReadinessFault.Missing", string.Join(", ", missing)]));
    }

    public string Filter(HardFilters filter) => texts["HardFilters." + filter];

    public string Filters(HardFilters filters) => string.Join(texts["Semicolon"], filters.Each().Select(Filter));

    private string Readiness(ReadinessReason reason)
    {
        var item = reason.Kind is { } kind ? choices.Word(kind) : "";
        var day = reason.On is { } on && on != DateOnly.MaxValue ? on.ToString("d MMM yyyy", CultureInfo.CurrentCulture) : "";
        return texts["ReadinessFault." + reason.Fault, item, day];
    }

    private string Theme(Candidate candidate, Seat seat)
    {
        if (seat.Theme is null)
        {
            return texts["Match.Why.NoTheme"];
        }

        var main = candidate.LevelIn(seat.Theme) is { } level
            ? texts["Match.Why.Theme", choices.Word(level), choices.Theme(seat.Theme)]
            : texts["Match.Why.ThemeMissing", choices.Theme(seat.Theme)];
        var others = seat.OtherThemes.Where(theme => candidate.LevelIn(theme) is not null).Select(choices.Theme).ToList();
        return others.Count == 0 ? main : main + texts["Match.Why.Also", string.Join(", ", others)];
    }

    private string Type(Candidate candidate, Seat seat)
    {
        var known = seat.Types.Where(candidate.Types.Contains).Select(choices.AssistanceType).ToList();
        return seat.Types.Length == 0 ? texts["Match.Why.NoType"]
            : known.Count == 0 ? texts["Match.Why.TypeMissing", string.Join(", ", seat.Types.Take(MostNames).Select(choices.AssistanceType))]
            : texts["Match.Why.Type", known.Count, seat.Types.Length, string.Join(", ", known.Take(MostNames))];
    }

    private string Country(Candidate candidate, Seat seat)
    {
        var there = candidate.Countries.Where(known => seat.Countries.Contains(known.Country)).ToList();
        if (there.Count > 0)
        {
            return string.Join(", ", there.Select(known => texts["Match.Why.Country", choices.Country(known.Country), known.Months]));
        }

        var near = candidate.Countries.Where(known => seat.Neighbours.Contains(known.Country)).OrderByDescending(known => known.Months).Take(MostNames).ToList();
        if (near.Count > 0)
        {
            return texts["Match.Why.Region", string.Join(", ", near.Select(known => texts["Match.Why.Country", choices.Country(known.Country), known.Months]))];
        }

        return candidate.Nationalities.FirstOrDefault(seat.Neighbours.Contains) is { } from
            ? texts["Match.Why.FromRegion", choices.Country(from)]
            : texts["Match.Why.NoCountry"];
    }

    private string Language(Candidate candidate, Seat seat) => seat.Languages.Length == 0
        ? texts["Match.Why.NoLanguage"]
        : string.Join(", ", seat.Languages.Where(needed => candidate.LevelOf(needed.Language) > Cefr.None)
            .Select(needed => texts["Match.Why.Language", choices.LanguageName(needed.Language), candidate.LevelOf(needed.Language), needed.Level]));

    private string Spread(Candidate candidate, Seat seat)
    {
        var times = candidate.Record.ChosenSince(seat.Today.AddMonths(-Scoring.SpreadMonths));
        var said = times == 0 ? texts["Match.Why.NotChosen"] : texts.Count("Match.Why.Chosen", times);
        return Scoring.IsSouth(candidate, seat) ? said + texts["Match.Why.South"] : said;
    }
}
