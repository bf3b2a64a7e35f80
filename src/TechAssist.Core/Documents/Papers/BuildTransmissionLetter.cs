using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents.Papers;

/// <summary>The letter with which the final report goes to the beneficiary: its recommendations with who is to act and by when, and
/// where to say what became of them.</summary>
public sealed class BuildTransmissionLetter(TechAssistDb db, CasePeople people, ReferenceCatalog reference, IOptions<Letterhead> letterhead, IOptions<PortalAddress> portal)
{
    internal async Task<ProducedDocument> ToFileAsync(AssistanceRequest request, Guid missionId, string language, DateTime now, CancellationToken cancellationToken)
    {
        var (paper, name) = await WriteAsync(request, missionId, language, now, cancellationToken);
        return new ProducedDocument(paper, name, DocumentKinds.TransmissionLetter, DocumentAudience.Participants, language) { AboutId = missionId };
    }

    internal Task<(Paper Paper, string Name)> AgainAsync(AssistanceRequest request, Document filed, string language, CancellationToken cancellationToken) =>
        WriteAsync(request, filed.AboutId!.Value, language, filed.AddedAt, cancellationToken);

    private async Task<(Paper Paper, string Name)> WriteAsync(AssistanceRequest request, Guid missionId, string language, DateTime issuedAt, CancellationToken cancellationToken)
    {
        var (words, data) = (letterhead.Value.Words(language), reference.Current);
        var letter = await MissionLetter.ReadAsync(db, request, missionId, issuedAt, cancellationToken);
        await db.Recommendations.Where(row => row.MissionId == missionId).LoadAsync(cancellationToken);
        List<Recommendation> recommendations = [.. db.Recommendations.Local.Where(row => row.MissionId == missionId).OrderBy(row => row.Number)];
        var focalPoints = await people.FindAsync(["focalPoint"], request, missionId, cancellationToken);
        var contact = Blank.ToNull(request.Content.Contact.Name);
        var head = new Letter(Recipient(request, data, words), [])
        {
            CopiesTo = [.. focalPoints.Select(person => words.Text("Transmission.CopyToFocalPoint", person.Name, data.Country(person.Country ?? request.Country)?.Name(language)))],
            Enclosures = [words.Text("File.Report", letter.Mission.Number)],
        };
        return (letter.Write("Transmission", head, contact, Body(letter, await HeardAsync(letter, cancellationToken), recommendations, words), data, letterhead.Value, words), DocumentNames.Transmission(language, letter.Mission.Number));
    }

    private static string[] Recipient(AssistanceRequest request, ReferenceSnapshot data, DocumentWords words)
    {
        var content = request.Content;
        return
        [
            .. new[] { content.Contact.Name, content.Contact.Title, content.Institution.Unit, content.Institution.Name, data.Country(request.Country)?.Name(words.Language) }
                .Select(Blank.ToNull).OfType<string>().Distinct(),
        ];
    }

    private IEnumerable<Block> Body(MissionLetter letter, string heard, List<Recommendation> recommendations, DocumentWords words) =>
    [
        new Paragraph(words["Transmission.Opening"]),
        new Facts([.. letter.Facts(reference.Current, words)]),
        new Paragraph(words["Transmission." + heard]),
        .. recommendations.Count == 0 ? [] : Recommendations(recommendations, words),
        new Heading(2, words["Transmission.Asked"]),
        new NumberedList([.. Asked(letter, recommendations.Count > 0, words)]),
    ];

    /// <summary>Whether the beneficiary commented, agreed, or kept silent.</summary>
    private async Task<string> HeardAsync(MissionLetter letter, CancellationToken cancellationToken)
    {
        if (letter.Report.Comments.Exists(comment => comment.IsFromBeneficiary))
        {
            return "Commented";
        }

        var wasSilent = await db.Steps.Where(step => step.MissionId == letter.Mission.Id && step.Form == StepForms.ReportComments && step.ClosedAt != null)
            .OrderByDescending(step => step.OpenedAt).Select(step => step.IsAutomatic).FirstOrDefaultAsync(cancellationToken);
        return wasSilent ? "Agreed" : "AgreedExpressly";
    }

    /// <summary>As they stood when the letter was issued: who answers for one there is named later, and is not said when it is written again.</summary>
    private static IEnumerable<Block> Recommendations(List<Recommendation> recommendations, DocumentWords words) =>
    [
        new Heading(2, words["Report.9"]),
        new Table(
            [new(words["Number"], 0.4), new(words["Recommendation"], 3), new(words["Transmission.Owner"], 1.6), new(words["Due"], 1)],
            [.. recommendations.Select(RichText[] (row) => [words.Amount(row.Number), words.Of(row.Text), row.Addressee, words.ShortDay(row.DueOn)])]),
    ];

    private IEnumerable<ListItem> Asked(MissionLetter letter, bool hasRecommendations, DocumentWords words)
    {
        if (hasRecommendations)
        {
            var address = portal.Value.Of($"/recommendations?reference={letter.Request.Reference}");
            yield return words["Transmission.Asked.Respond"];
            yield return new ListItem([words["Transmission.Asked.Progress"] + " ", Inline.Link(address, address), "."]);
            yield return words["Transmission.Asked.Owner"];
        }

        yield return words["Transmission.Asked.Public"];
        yield return letter.Mission.LastOn is { } endedOn
            ? words.Text("Transmission.Asked.FollowUp", words.Day(endedOn.AddMonths(6)))
            : words["Transmission.Asked.FollowUpLater"];
    }
}
