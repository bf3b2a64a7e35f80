using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>A public version as it is prepared: every part of the report, with what is left out and why.</summary>
/// <param name="Language">Of the texts as they are shown.</param>
/// <param name="Words">What is to be changed, or why it is not published.</param>
/// <param name="MayLeaveOut">The reader may leave parts out, or put back what their side left out.</param>
/// <param name="Names">Names of people that still stand in the public text; empty where none was found.</param>
/// <param name="Untranslated">How many of the public texts stand in the report's language only.</param>
public sealed record PublicVersionView(
    Guid Id, LangText Title, string Language, PublicationStatus Status, bool NamesTeam, IReadOnlyList<string> Team, string? Words, string? DecidedByName,
    DateTime? DecidedAt, DateTime? PublishedAt, IReadOnlyList<PublicSection> Sections, IReadOnlyList<string> Names, bool MayLeaveOut, bool IsForStaff, bool MayBeginAgain, string Into, int Untranslated);

/// <summary>The public version of the report of a mission, for those who prepare and approve it.</summary>
public sealed partial class GetPublicVersion(TechAssistDb db)
{
    /// <summary>A family name shorter than this is too often another word.</summary>
    private const int ShortestName = 4;

    /// <exception cref="NotFoundException">There is none, or it is not the actor's to prepare.</exception>
    public async Task<PublicVersionView> ExecuteAsync(Guid missionId, string language, Actor actor, CancellationToken cancellationToken)
    {
        var version = await db.FindPublicVersionAsync(missionId, actor, cancellationToken);
        var report = version.Report;
        var mission = report.Mission;
        var translations = version.HasItsTranslations ? version.Translations : await db.TranslationsOfAsync(report, report.OtherLanguage, cancellationToken);
        var text = ReportInLanguage.Of(report.Content, report.Language, language, translations);
        var isRunning = await db.WorkflowRuns.AnyAsync(
            run => run.MissionId == missionId && run.Definition == SettlePublication.Definition && run.EndedAt == null, cancellationToken);
        return new PublicVersionView(
            version.Id, mission.Plan.Title.IsEmpty ? mission.Request.Content.Title : mission.Plan.Title, text.Wording is Wording.Original or Wording.NotTranslated ? report.Language : language, version.Status, version.NamesTeam,
            [.. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName).Select(member => member.Expert.Name)],
            version.Words, version.DecidedByName, version.DecidedAt, version.PublishedAt,
            new PublicPlaces(text.Content, version.Restrictions, new DocumentWords(language)).Sections(), NamesIn(version, mission, translations), actor.MayLeaveOut(version),
            actor.IsSecretariat, actor.IsSecretariat && !isRunning && version.Status is PublicationStatus.NotPublished or PublicationStatus.Withdrawn, report.OtherLanguage,
            CountUntranslated(version, translations));
    }

    /// <summary>Whether there is one that this reader may look at.</summary>
    public async Task<bool> IsThereAsync(Guid missionId, Actor actor, CancellationToken cancellationToken) =>
        await db.PublicVersionOfAsync(missionId, actor, cancellationToken) is { } version && actor.MayPreview(version.Report.Mission);

    private static int CountUntranslated(PublicVersion version, IReadOnlyDictionary<string, string> translations) =>
        TranslatableTexts.Of(PublicText.Of(version.Report.Content, version.Restrictions), version.Report.Language).Select(text => text.Source).Distinct().Count(source => !translations.ContainsKey(source));

    /// <summary>Names are left out as lists; in a text somebody must look.</summary>
    private static List<string> NamesIn(PublicVersion version, Mission mission, IReadOnlyDictionary<string, string> translations)
    {
        var content = PublicText.Of(version.Report.Content, version.Restrictions);
        var text = string.Join('\n', [.. ReportTexts.Of(content).Values, .. translations.Within(content, version.Report.Language).Values]);
        IEnumerable<string?> names =
        [
            .. version.Report.Content.PersonsMet.Select(person => person.Name), mission.Plan.HostCounterpart?.Split(',')[0],
            .. version.NamesTeam ? [] : mission.Members.Select(member => member.Expert.Name),
        ];
        return [.. names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0 && Stands(name, text)).Distinct()];
    }

    private static bool Stands(string name, string text)
    {
        var family = Word().Matches(name).LastOrDefault()?.Value ?? "";
        return family.Length >= ShortestName && Regex.IsMatch(
            text, $@"(?<!\w){Regex.Escape(family)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\w[\w'’-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
