namespace TechAssist.Web.Simulation;

/// <summary>What a simulated year counted: the last line that it prints, as JSON.</summary>
public sealed record YearCounts
{
    public int Cases { get; init; }

    public int Months { get; init; }

    public int Seed { get; init; }

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

    public int Deadlines { get; set; }

    public int Reminders { get; set; }

    public int Escalations { get; set; }

    public int AutoOutcomes { get; set; }

    public int MailsSent { get; set; }

    public int MailsInCommon { get; set; }

    public IReadOnlyDictionary<string, int> MailsDropped { get; set; } = new Dictionary<string, int>();

    public int MailsWaiting { get; set; }

    public int Files { get; set; }

    public int TimelineLines { get; set; }

    public int Broken { get; set; }

    public int Seconds { get; set; }
}
