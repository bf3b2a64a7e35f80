namespace TechAssist.Core.Experts.Matching;

/// <summary>How well each part fits, 0 (not at all) to 1 (fully), before the weights.</summary>
public readonly record struct Fit(double Theme, double Type, double Country, double Language, double Appraisal, double Readiness, double Spread)
{
    public double Of(ScorePart part) => part switch
    {
        ScorePart.Theme => Theme,
        ScorePart.Type => Type,
        ScorePart.Country => Country,
        ScorePart.Language => Language,
        ScorePart.Appraisal => Appraisal,
        ScorePart.Readiness => Readiness,
        ScorePart.Spread => Spread,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a score."),
    };

    /// <summary>Hundredths of a point, so that equal means equal: 10,000 is the most.</summary>
    public int Points(Weights weights) => (int)Math.Round(100 * (
        (Theme * weights.Theme) + (Type * weights.Type) + (Country * weights.Country) + (Language * weights.Language)
        + (Appraisal * weights.Appraisal) + (Readiness * weights.Readiness) + (Spread * weights.Spread)));
}

/// <summary>The score of those who pass the filters (domain data-model 3.5). Pure. What each part says is in docs/matching.md.</summary>
public static class Scoring
{
    /// <summary>How far back choices count for the spread.</summary>
    public const int SpreadMonths = 24;

    /// <summary>Of the theme part, where the case has other themes too.</summary>
    private const double MainShare = 0.8;

    /// <summary>Work in the region, but not in the country.</summary>
    private const double RegionFit = 0.5;

    /// <summary>Months in a country that count as knowing it well.</summary>
    private const double ManyMonths = 12;

    /// <summary>Without any appraisal: neither praise nor blame.</summary>
    private const double UnknownAppraisal = 0.5;

    public static Fit FitOf(Candidate candidate, Seat seat) => new(
        ThemeFit(candidate, seat),
        TypeFit(candidate, seat),
        CountryFit(candidate, seat),
        LanguageFit(candidate, seat),
        candidate.Record.Appraisal is { } mean ? (mean - 1) / 4 : UnknownAppraisal,
        ReadinessFit(candidate, seat),
        SpreadFit(candidate, seat));

    public static Journey JourneyOf(Seat seat)
    {
        var on = seat.On ?? new Days(seat.Today, seat.Today);
        return new Journey(seat.Today, on.From, on.To, seat.IsOnSite, seat.Travel);
    }

    private static double ThemeFit(Candidate candidate, Seat seat)
    {
        if (seat.Theme is null)
        {
            return 1;
        }

        var main = LevelFit(candidate, seat.Theme);
        if (seat.OtherThemes.Length == 0)
        {
            return main;
        }

        var others = 0.0;
        foreach (var theme in seat.OtherThemes)
        {
            others += LevelFit(candidate, theme);
        }

        return (MainShare * main) + ((1 - MainShare) * others / seat.OtherThemes.Length);
    }

    private static double LevelFit(Candidate candidate, string theme) => (int?)candidate.LevelIn(theme) / (double)ThemeLevel.Trainer ?? 0;

    private static double TypeFit(Candidate candidate, Seat seat)
    {
        if (seat.Types.Length == 0)
        {
            return 1;
        }

        var known = 0;
        foreach (var type in seat.Types)
        {
            known += Array.IndexOf(candidate.Types, type) >= 0 ? 1 : 0;
        }

        return (double)known / seat.Types.Length;
    }

    private static double CountryFit(Candidate candidate, Seat seat)
    {
        var best = 0.0;
        foreach (var known in candidate.Countries)
        {
            if (Array.IndexOf(seat.Countries, known.Country) >= 0)
            {
                best = Math.Max(best, RegionFit + ((1 - RegionFit) * Math.Min(1, known.Months / ManyMonths)));
            }
            else if (seat.Neighbours.Contains(known.Country))
            {
                best = Math.Max(best, RegionFit * Math.Min(1, known.Months / ManyMonths));
            }
        }

        foreach (var nationality in candidate.Nationalities)
        {
            best = seat.Neighbours.Contains(nationality) ? Math.Max(best, RegionFit) : best;
        }

        return best;
    }

    /// <summary>How far above the lowest level that will do.</summary>
    private static double LanguageFit(Candidate candidate, Seat seat)
    {
        if (seat.Languages.Length == 0)
        {
            return 1;
        }

        var (sum, best) = (0.0, 0.0);
        foreach (var needed in seat.Languages)
        {
            var above = needed.Level == Cefr.C2 ? 1 : (double)(candidate.LevelOf(needed.Language) - needed.Level) / (Cefr.C2 - needed.Level);
            above = Math.Clamp(above, 0, 1);
            (sum, best) = (sum + above, Math.Max(best, above));
        }

        return seat.AnyLanguageDoes ? best : sum / seat.Languages.Length;
    }

    private static double ReadinessFit(Candidate candidate, Seat seat) => Readiness.LightOf(candidate, JourneyOf(seat)) switch
    {
        ReadinessLight.Green => 1,
        ReadinessLight.Amber => 0.5,
        _ => 0,
    };

    /// <summary>Half for the load, a quarter for the sex of which fewer go, a quarter for South-South.</summary>
    private static double SpreadFit(Candidate candidate, Seat seat)
    {
        var load = 0.5 / (1 + candidate.Record.ChosenSince(seat.Today.AddMonths(-SpreadMonths)));
        var sex = candidate.Sex == seat.FewerSex ? 0.25 : 0;
        return load + sex + (IsSouth(candidate, seat) ? 0.25 : 0);
    }

    public static bool IsSouth(Candidate candidate, Seat seat)
    {
        foreach (var nationality in candidate.Nationalities)
        {
            if (seat.South.Contains(nationality))
            {
                return true;
            }
        }

        return false;
    }
}
