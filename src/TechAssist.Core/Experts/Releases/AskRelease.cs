using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Releases;

/// <summary>Writes the letter to the employer of an expert who said yes, in French and in English, and files both with the case for
/// the secretariat. The secretariat's act; it may be done again when the days have changed.</summary>
public sealed class AskRelease(TechAssistDb db, BuildReleaseLetter letters, FileDocument files, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>release-not-needed</c>: no employer is known; <c>nomination-moved-on</c>: no yes, or ended.</exception>
    public async Task ExecuteAsync(Guid nominationId, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.RequireSecretariat();
        nomination.Request.RequireRunning();
        var profile = nomination.Expert.Profile;
        if (string.IsNullOrWhiteSpace(profile.SendingAuthority) && string.IsNullOrWhiteSpace(profile.Employer))
        {
            throw new RuleException("release-not-needed");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        nomination.AskRelease(now);
        foreach (var language in Languages.All)
        {
            var paper = await letters.ExecuteAsync(nomination, language, now, cancellationToken);
            var file = DocumentFile.Of(paper, DocumentNames.Release(language, nomination.Expert.Name), "pdf");
            await files.AddAsync(
                nomination.RequestId, DocumentKinds.ReleaseLetter, file.FileName, file.ContentType, file.Bytes, language, DocumentAudience.Secretariat, actor, now, cancellationToken);
        }

        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("release-asked", nomination), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
