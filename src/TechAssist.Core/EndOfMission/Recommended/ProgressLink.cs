using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>A mail with a link by which the owner of a recommendation says how far it has come. An earlier link to the same person no
/// longer counts.</summary>
internal static class ProgressLink
{
    public const string Asked = "recommendation-progress-asked";

    private const int DaysToAnswer = 30;

    /// <returns>The mail, added to what is saved.</returns>
    public static async Task<OutboxMessage> AddAsync(
        TechAssistDb db, Recommendation recommendation, ProgressOwner owner, string template, IReadOnlyDictionary<string, string> more, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.SignedLinks
            .Where(link => link.SubjectId == recommendation.Id && link.Purpose == LinkPurpose.ReportProgress && link.HolderName == owner.Name && link.UsedAt == null)
            .ToListAsync(cancellationToken))
        {
            earlier.Revoke(now);
        }

        var link = SignedLink.Issue(LinkPurpose.ReportProgress, recommendation.Id, recommendation.RequestId, owner.Name, owner.Language, now.AddDays(DaysToAnswer), now);
        db.SignedLinks.Add(link);
        var values = new Dictionary<string, string>(more)
        {
            ["reference"] = recommendation.Request.Reference ?? "",
            ["title"] = recommendation.Request.Title(owner.Language),
            ["addressee"] = recommendation.Addressee,
            ["text"] = recommendation.Text.In(owner.Language),
        };
        var reader = new OutboxMessage.Person(recommendation.Id, owner.Email, owner.Name, owner.Language);
        var mail = OutboxMessage.To(reader, template, recommendation.RequestId, values, now).ByLink($"/progress/{link.Token}?lang={owner.Language}");
        db.Outbox.Add(mail);
        return mail;
    }
}
