using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>The letter to each expert of a mission once its report is accepted: thanks, and what follows. The expert and the secretariat
/// read it.</summary>
public sealed class BuildAcceptanceLetter(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead, IOptions<PortalAddress> portal)
{
    /// <summary>One for each expert, in the language of their account; where there is none, of the case.</summary>
    internal async Task<IReadOnlyList<ProducedDocument>> ToFileAsync(AssistanceRequest request, Guid missionId, string caseLanguage, DateTime now, CancellationToken cancellationToken)
    {
        var letter = await MissionLetter.ReadAsync(db, request, missionId, now, cancellationToken);
        var untilAt = await CommentsUntilAsync(missionId, cancellationToken);
        return [.. letter.Mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName).Select(member =>
        {
            var language = member.Expert.Person?.Language ?? caseLanguage;
            return new ProducedDocument(
                Write(letter, member, untilAt, language), DocumentNames.Acceptance(language, letter.Mission.Number, member.Expert.Name),
                DocumentKinds.AcceptanceLetter, DocumentAudience.Secretariat, language)
            {
                AboutId = missionId,
                ForExpertId = member.ExpertId,
            };
        })];
    }

    internal async Task<(Paper Paper, string Name)> AgainAsync(AssistanceRequest request, Document filed, string language, CancellationToken cancellationToken)
    {
        var letter = await MissionLetter.ReadAsync(db, request, filed.AboutId!.Value, filed.AddedAt, cancellationToken);
        var member = letter.Mission.Members.Find(known => known.ExpertId == filed.ForExpertId) ?? throw new NotFoundException("The letter");
        var untilAt = await CommentsUntilAsync(letter.Mission.Id, cancellationToken);
        return (Write(letter, member, untilAt, language), DocumentNames.Acceptance(language, letter.Mission.Number, member.Expert.Name));
    }

    private Paper Write(MissionLetter letter, MissionMember member, DateTime? untilAt, string language)
    {
        var (words, data) = (letterhead.Value.Words(language), reference.Current);
        string[] recipient = [.. new[] { member.Expert.Name, member.Expert.Profile.Employer }.Select(Blank.ToNull).OfType<string>().Distinct()];
        return letter.Write("Acceptance", new Letter(recipient, []), member.Expert.Name, Body(letter, member, untilAt, words), data, letterhead.Value, words);
    }

    private IEnumerable<Block> Body(MissionLetter letter, MissionMember member, DateTime? untilAt, DocumentWords words)
    {
        var data = reference.Current;
        var acceptedAt = letter.Report.AcceptedAt ?? letter.IssuedAt;
        return
        [
            new Paragraph(words.Text("Acceptance.Opening", words.Day(data.Calendars.Secretariat.LocalDay(acceptedAt)))),
            new Facts([.. letter.Facts(data, words), .. Blank.ToNull(member.Role) is { } role ? new[] { new Fact(words["Acceptance.Role"], role) } : []]),
            new Paragraph(words["Acceptance.Thanks"]),
            new Heading(2, words["Letter.Next"]),
            new NumberedList(
            [
                untilAt is { } limit ? words.Text("Acceptance.Next.Comments", words.Limit(limit, data.Calendars.Country(letter.Request.Country))) : words["Acceptance.Next.CommentsOpen"],
                words["Acceptance.Next.Final"],
                words["Acceptance.Next.Evaluation"],
                new ListItem([words["Acceptance.Next.Appraisal"] + " ", Inline.Link(portal.Value.Of("/appraisals"), portal.Value.Of("/appraisals")), "."]),
                words["Acceptance.Next.FollowUp"],
            ]),
            new Paragraph(words["Acceptance.Contract"]),
        ];
    }

    /// <summary>Until when the beneficiary may comment, as it was published when the report was accepted.</summary>
    private async Task<DateTime?> CommentsUntilAsync(Guid missionId, CancellationToken cancellationToken)
    {
        var opened = db.Steps.Local.Where(step => step.MissionId == missionId && step.Form == StepForms.ReportComments).MaxBy(step => step.OpenedAt)
            ?? await db.Steps.AsNoTracking().Where(step => step.MissionId == missionId && step.Form == StepForms.ReportComments)
                .OrderByDescending(step => step.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        return opened?.DueAt;
    }
}
