using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Delivery.Papers;

/// <summary>What the papers of a training have in common.</summary>
/// <param name="Request">The case.</param>
/// <param name="Mission">Its number, title, places and days.</param>
/// <param name="Delivery">As its reader sees it, with the names.</param>
public sealed record DeliveryPaper(AssistanceRequest Request, Mission Mission, DeliveryView Delivery, DocumentWords Words, CaseHeading Heading, Letterhead Letterhead)
{
    /// <summary>The day it is printed, at the secretariat.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Now { get; init; }

    public string TitleIn(DocumentWords words) => Mission.Plan.Title is { IsEmpty: false } title ? title.In(words.Language) : Request.Title(words.Language);

    /// <summary>The country where it takes place, in words.</summary>
    public string Places => Blank.ToNull(Mission.Plan.Places) ?? Heading.Countries;

    public string DaysIn(DocumentWords words) => words.Span(new Period { From = Delivery.FirstOn, To = Delivery.LastOn });

    /// <summary>The days on which there were sessions, else those of the mission.</summary>
    public string TrainingDaysIn(DocumentWords words) => Delivery.Plan.Sessions.Min(session => session.On) is { } first
        ? words.Span(new Period { From = first, To = Delivery.Plan.Sessions.Max(session => session.On) })
        : DaysIn(words);

    public Paper Sheet(string kind, IReadOnlyList<Block> blocks) => new()
    {
        Title = TitleIn(Words),
        Subtitle = Heading.Subtitle,
        Kind = Words["Kind." + kind],
        Language = Words.DocumentLanguage,
        Reference = Request.Reference,
        Organisation = Letterhead.Name(Words),
        Logo = Letterhead.Logo,
        IssuedOn = IssuedOn,
        CreatedAt = Now,
        Layout = PageLayout.Sheet,
        NumberHeadings = false,
        CoverFacts =
        [
            new Fact(Words["Mission"], Words.Text("Delivery.MissionNumber", Mission.Number)),
            new Fact(Words["Dates"], DaysIn(Words)),
            new Fact(Words["Place"], Places),
        ],
        Blocks = blocks,
    };
}
