using System.Collections.Frozen;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

/// <summary>A seat and somebody who fits it in every way; a test spoils what it is about.</summary>
internal static class Roster
{
    public static readonly DateOnly Today = new(2031, 3, 3);

    public static readonly DateOnly Far = new(2035, 1, 1);

    public static readonly Guid Somebody = new("00000000-0000-7000-8000-000000000001");

    public static readonly Seat Seat = new()
    {
        RequestId = new Guid("00000000-0000-7000-8000-0000000000aa"),
        Today = Today,
        Theme = "T1",
        Types = ["TRN"],
        Languages = [new NeededLanguage("fr", Cefr.B2)],
        Countries = ["SN"],
        Neighbours = new[] { "ML", "GH" }.ToFrozenSet(),
        South = new[] { "SN", "ML", "GH" }.ToFrozenSet(),
        On = new Days(new DateOnly(2031, 4, 7), new DateOnly(2031, 4, 11)),
        ExpertDays = 8,
        NoticeDays = 25,
        Institution = "agence nationale de la statistique",
        Travel = new TravelRules { Countries = ["SN"], NeedsYellowFever = true },
    };

    public static readonly Candidate Fitting = new()
    {
        Id = Somebody,
        Name = "Clémence Dubœuf",
        SortName = "duboeuf clemence",
        Sex = Sex.Female,
        Nationalities = ["ML"],
        Themes = [new KnownTheme("T1", ThemeLevel.Trainer)],
        Types = ["TRN"],
        Languages = [new KnownLanguage("fr", Cefr.C2)],
        Countries = [new KnownCountry("SN", 24)],
        Years = 15,
        NoticeDays = 10,
        ConsentUntilOn = Far,
        ConfirmedOn = Today,
        Readiness = [.. Enum.GetValues<ReadinessKind>().Select(kind => new ReadinessItem { Kind = kind, ValidUntil = Far, Country = kind == ReadinessKind.Visa ? "SN" : null })],
        Record = new TrackRecord { Appraisal = 5 },
    };

    public static Seat With(this Seat seat, HardFilters found, HardFilters waived = HardFilters.None) => seat with
    {
        Found = new Dictionary<Guid, HardFilters> { [Somebody] = found },
        Waived = new Dictionary<Guid, HardFilters> { [Somebody] = waived },
    };
}
