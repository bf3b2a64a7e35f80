using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>What there is to choose from on the pages of the journey, in the reader's language.</summary>
public sealed class JourneyChoices(ReferenceSnapshot reference, Texts words, Actor actor, DateOnly today)
{
    private readonly string language = Languages.Current;

    public bool IsStaff => actor.IsSecretariat;

    public IEnumerable<Choice> Tracks => Of<Track>("track", withHint: true);

    /// <summary>How it came: the secretariat registers what did not come by the portal.</summary>
    public IEnumerable<Choice> Channels => Of<RequestChannel>("channel").Where(choice => choice.Value != nameof(RequestChannel.Web));

    /// <summary>The countries the actor may ask for.</summary>
    public IReadOnlyList<Choice> Own => actor.IsSecretariat
        ? All
        : [.. All.Where(choice => PrefillRequest.CountriesOf(actor).Contains(choice.Value))];

    public IReadOnlyList<Choice> All => [.. reference.BeneficiariesOn(today, language).Select(country => new Choice(country.Code, country.Name(language)))];

    public IEnumerable<Choice> InstitutionTypes => Of<InstitutionType>("institution.type");

    public IEnumerable<Choice> ContactLanguages => [new("fr", words["Draft.language.fr"]), new("en", words["Draft.language.en"])];

    public IEnumerable<Choice> WorkingLanguages => RequestRules.Languages.Select(code => new Choice(code, words["Draft.language." + code]));

    public IEnumerable<Choice> Themes => reference.MainThemes.Select(theme => new Choice(
        theme.Code, theme.Name(language), string.Join(" · ", reference.SubThemes(theme.Code).Select(part => part.Name(language)))));

    public IEnumerable<Choice> OtherThemes => reference.MainThemes.Select(theme => new Choice(theme.Code, theme.Name(language)));

    /// <summary>Objectives by framework and part, the newest framework first; what is not certain says so.</summary>
    public IEnumerable<Choice> Objectives => reference.Frameworks.Reverse().Where(framework => framework.IsActive)
        .SelectMany(framework => reference.ObjectivesOf(framework.Code).Select(objective => new Choice(
            objective.Code, $"{objective.ShortCode} – {objective.Name(language)}", Note(objective), Heading(framework, objective))));

    public IEnumerable<Choice> AssistanceTypes => reference.AssistanceTypes.Select(type => new Choice(type.Code, type.Name(language)));

    public IEnumerable<Choice> Confidentialities => Of<Confidentiality>("confidentiality", withHint: true);

    /// <summary>Where a framework names its parts as objectives, the part is not said twice.</summary>
    private string Heading(Framework framework, Objective objective)
    {
        var part = reference.Part(objective.PartCode)?.Name(language) ?? words["Draft.objectives.across"];
        return part == objective.Name(language) ? framework.Name(language) : $"{framework.Name(language)} – {part}";
    }

    private string? Note(Objective objective)
    {
        var unofficial = objective.IsUnofficialIn(language) ? words["Draft.objectives.unofficial"] : null;
        var uncertain = objective.Certainty is Certainty.Confirmed or Certainty.OwnProposal ? null : words["Draft.objectives.uncertain"];
        return uncertain ?? unofficial;
    }

    private IEnumerable<Choice> Of<T>(string field, bool withHint = false)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => new Choice(
            name, words[$"Draft.{field}.{name}"], withHint ? words[$"Draft.{field}.{name}.Hint"] : null));
}
