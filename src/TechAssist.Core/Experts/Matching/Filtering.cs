namespace TechAssist.Core.Experts.Matching;

/// <summary>The hard filters. Pure.</summary>
public static class Filtering
{
    /// <summary>How far back employment by the requesting institution counts.</summary>
    public const int EmployerMonths = 24;

    /// <summary>Shorter names say too little to be found inside another.</summary>
    private const int ShortestInside = 10;

    /// <returns>All filters the candidate fails, without those waived; none: the seat may be taken.</returns>
    public static HardFilters FailedBy(Candidate candidate, Seat seat)
    {
        var failed = AvailabilityOf(candidate, seat) | ConflictsOf(candidate, seat);
        if (!(candidate.ConsentUntilOn > seat.Today))
        {
            failed |= HardFilters.Consent;
        }

        if (!Speaks(candidate, seat))
        {
            failed |= HardFilters.Language;
        }

        if (candidate.Years < seat.Years)
        {
            failed |= HardFilters.Experience;
        }

        if (candidate.Suitability == Suitability.NotYet)
        {
            failed |= HardFilters.Exclusion;
        }

        if (failed != HardFilters.None && seat.Waived.Count > 0 && seat.Waived.TryGetValue(candidate.Id, out var waived))
        {
            failed &= ~(waived & HardFilterSets.Conflicts);
        }

        return failed & ~seat.Ignored;
    }

    /// <summary>Only what is a conflict of interest or an exclusion, waived or not.</summary>
    public static HardFilters ConflictsOf(Candidate candidate, Seat seat)
    {
        var found = seat.Found.Count == 0 ? HardFilters.None : seat.Found.GetValueOrDefault(candidate.Id);
        foreach (var nationality in candidate.Nationalities)
        {
            found |= Array.IndexOf(seat.Countries, nationality) >= 0 ? HardFilters.Nationality : HardFilters.None;
        }

        foreach (var employer in candidate.Employers)
        {
            found |= IsRequester(employer, seat) ? HardFilters.Employer : HardFilters.None;
        }

        return found;
    }

    private static HardFilters AvailabilityOf(Candidate candidate, Seat seat)
    {
        var failed = seat.IsOnSite && candidate.RemoteOnly ? HardFilters.RemoteOnly : HardFilters.None;
        if (candidate.NoticeDays > seat.NoticeDays)
        {
            failed |= HardFilters.Notice;
        }

        if (seat.On is not { } on)
        {
            return failed;
        }

        foreach (var away in candidate.Away)
        {
            failed |= away.Touches(on.From, on.To) ? HardFilters.Absence : HardFilters.None;
        }

        foreach (var mission in candidate.Record.Missions)
        {
            failed |= mission.Days.Touches(on.From, on.To) ? HardFilters.Absence : HardFilters.None;
        }

        if (candidate.MostDaysAYear is { } most && candidate.Record.ExpertDaysIn(on.From.Year) + seat.ExpertDays > most)
        {
            failed |= HardFilters.DaysAYear;
        }

        return failed;
    }

    private static bool Speaks(Candidate candidate, Seat seat)
    {
        foreach (var needed in seat.Languages)
        {
            var isMet = candidate.LevelOf(needed.Language) >= needed.Level;
            if (isMet == seat.AnyLanguageDoes)
            {
                return isMet;
            }
        }

        return !seat.AnyLanguageDoes || seat.Languages.Length == 0;
    }

    /// <summary>The same name, or one inside the other, in a country that asks or in one nobody named.</summary>
    private static bool IsRequester(KnownEmployer employer, Seat seat)
    {
        if (seat.Institution.Length == 0
            || (employer.Country is { } country && Array.IndexOf(seat.Countries, country) < 0)
            || employer.UntilOn < seat.Today.AddMonths(-EmployerMonths))
        {
            return false;
        }

        var (longer, shorter) = employer.FoldedName.Length >= seat.Institution.Length
            ? (employer.FoldedName, seat.Institution)
            : (seat.Institution, employer.FoldedName);
        return longer == shorter
            || (shorter.Length >= ShortestInside && $" {longer} ".Contains($" {shorter} ", StringComparison.Ordinal));
    }
}
