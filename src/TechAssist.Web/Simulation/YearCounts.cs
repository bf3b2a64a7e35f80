namespace TechAssist.Web.Simulation;

/// <summary>What a simulated year counted: the last line that it prints, as JSON.</summary>
public sealed record YearCounts
{
    public int Cases { get; init; }

    public int Months { get; init; }

    public int Seed { get; init; }

    /// <summary>How often the process of the jobs is to be killed.</summary>
    public int KillsWanted { get; init; }

    /// <summary>How often it was, in the middle of its work.</summary>
    public int Kills { get; set; }

    public int Acts { get; set; }

    /// <summary>Acts the product refused, tried again later or left.</summary>
    public int Refused { get; set; }

    /// <summary>Cases whose people could not go on as they meant to.</summary>
    public int Dropped { get; set; }

    public int Late { get; set; }

    public int Silent { get; set; }

    public IReadOnlyDictionary<string, int> Results { get; set; } = new Dictionary<string, int>();

    public int Open { get; set; }

    public int OnHold { get; set; }

    /// <summary>Holds whose day came while the case was still on hold.</summary>
    public int HoldsOver { get; set; }

    public int Deadlines { get; set; }

    public int Reminders { get; set; }

    public int Escalations { get; set; }

    /// <summary>Checklists that were looked through before a departure.</summary>
    public int ChecklistAlarms { get; set; }

    /// <summary>Questions to experts whether papers and days still hold.</summary>
    public int RosterAsks { get; set; }

    /// <summary>Questions to owners how far a recommendation has come.</summary>
    public int RecommendationReminders { get; set; }

    public int AutoOutcomes { get; set; }

    public int MailsSent { get; set; }

    public int MailsInCommon { get; set; }

    public IReadOnlyDictionary<string, int> MailsDropped { get; set; } = new Dictionary<string, int>();

    public int MailsWaiting { get; set; }

    public int Files { get; set; }

    public int TimelineLines { get; set; }

    /// <summary>Cases whose experts left.</summary>
    public int Departures { get; set; }

    /// <summary>Departures forecast from the cases that had left before, one for each stage a case came through.</summary>
    public int Forecasts { get; set; }

    /// <summary>Of those, the ones within the range that should hold four in five.</summary>
    public int ForecastsWithin { get; set; }

    /// <summary>Departures before the range.</summary>
    public int ForecastsEarlier { get; set; }

    public int Broken { get; set; }

    public int Seconds { get; set; }
}
