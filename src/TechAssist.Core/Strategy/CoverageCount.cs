using TechAssist.Core.Reference;

namespace TechAssist.Core.Strategy;

/// <summary>A case as the coverage counts it.</summary>
internal sealed record CountedCase(
    Guid Id, string Reference, string? Country, string? Theme, string Stage, CaseState State, string? Result)
{
    public List<string> Countries { get; init; } = [];

    /// <summary>As the request names them, of whatever framework.</summary>
    public List<string> Objectives { get; init; } = [];

    public bool Counts => State != CaseState.Ended;
}

/// <summary>Counts which country is helped towards what. Pure.</summary>
internal sealed class CoverageCount(IReadOnlyList<CountedCase> cases, IReadOnlyList<string> countries)
{
    public Coverage ByObjective(ObjectiveMap map)
    {
        List<CountedCase> counted = [.. cases.Where(one => one.Counts)];
        List<CoverageColumn> columns = [];
        foreach (var objective in map.Objectives)
        {
            var mapped = counted.Where(one => !one.Objectives.Contains(objective.Code) && Reaches(map, one, objective.Code)).ToList();
            var ways = mapped.SelectMany(one => one.Objectives).Where(code => map.Targets(code).Contains(objective.Code)).Select(code => map.CertaintyOf(code, objective.Code));
            columns.Add(new CoverageColumn(objective.Code, objective.ShortCode, new LangText(objective.NameFr, objective.NameEn), ways.DefaultIfEmpty(Certainty.Confirmed).Max(), mapped.Count));
        }

        return new Coverage(columns, Rows(columns, (one, code) => Reaches(map, one, code)));
    }

    public Coverage ByTheme(ReferenceSnapshot data)
    {
        List<CoverageColumn> columns = [.. data.MainThemes.Select(theme => new CoverageColumn(theme.Code, theme.Code, new LangText(theme.NameFr, theme.NameEn), Certainty.Confirmed, 0))];
        return new Coverage(columns, Rows(columns, (one, code) => one.Theme == code));
    }

    public static bool Reaches(ObjectiveMap map, CountedCase one, string target) => one.Objectives.Exists(code => map.Targets(code).Contains(target));

    private List<CoverageRow> Rows(List<CoverageColumn> columns, Func<CountedCase, string, bool> serves) =>
    [
        .. countries.Select(country =>
        {
            List<CountedCase> own = [.. cases.Where(one => one.Counts && one.Countries.Contains(country))];
            return new CoverageRow(country, [.. columns.Select(column => CellOf(own.FindAll(one => serves(one, column.Code))))], own.Count);
        }),
    ];

    private static CoverageCell CellOf(List<CountedCase> cases) => new(cases.Count(one => one.State == CaseState.Open), cases.Count(one => one.State == CaseState.Completed));
}
