using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Links;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work.ByLink;

/// <summary>Gives those who have a task the links with which it is done from the mail, each their own; saved with what caused it.</summary>
public sealed class IssueTaskLinks(TechAssistDb db, ReadAhead ahead)
{
    private const int LinkDays = 30;

    /// <summary>Officials answer from the mail without signing in, and whoever is not of the secretariat asks for more time from there where the
    /// step has a limit. Where silence is counted at the due time, a later use is told so.</summary>
    public void Give(Step step, IReadOnlyList<CasePerson> holders, DateTime now)
    {
        if (TaskLinks.PurposeOf(step.Form) is { } purpose)
        {
            Give(purpose, step, holders, now);
        }

        if (step.DueAt is not null)
        {
            Give(LinkPurpose.MoreTime, step, [.. holders.Where(person => !People.Roles.Secretariat.Contains(person.Role))], now);
        }
    }

    /// <summary>The step went to others: the links of those who had it do nothing any more, and the others get theirs.</summary>
    public async Task GiveAnewAsync(Step step, IReadOnlyList<CasePerson> holders, DateTime now, CancellationToken cancellationToken)
    {
        await ReadAsync(step, cancellationToken);
        foreach (var link in Of(step).Where(link => link.RevokedAt is null && !step.Items.Exists(item => item.IsOpen && item.Id == link.SubjectId && item.PersonId == link.HolderId)))
        {
            link.Revoke(now);
        }

        Give(step, holders, now);
    }

    /// <summary>Reads the links of a step, so that its mails hold the same ones.</summary>
    public Task ReadAsync(Step step, CancellationToken cancellationToken) =>
        ahead.HasLinks ? Task.CompletedTask : db.SignedLinks.OfTasks(step.Items.ConvertAll(item => item.Id)).LoadAsync(cancellationToken);

    /// <summary>The link somebody answers the step with; null where there is none.</summary>
    public SignedLink? AnswerOf(Step step, Guid personId, DateTime now) => Find(step, personId, TaskLinks.IsAnswer, now);

    /// <summary>The link with which somebody asks for more time; null where there is none.</summary>
    public SignedLink? MoreTimeOf(Step step, Guid personId, DateTime now) => Find(step, personId, purpose => purpose == LinkPurpose.MoreTime, now);

    private SignedLink? Find(Step step, Guid personId, Func<LinkPurpose, bool> isFor, DateTime now) => step.Items.Find(item => item.PersonId == personId && item.IsOpen) is { } item
        ? Of(step).FirstOrDefault(link => isFor(link.Purpose) && link.SubjectId == item.Id && link.HolderId == personId && link.Problem(now) is null)
        : null;

    private void Give(LinkPurpose purpose, Step step, IReadOnlyList<CasePerson> holders, DateTime now)
    {
        foreach (var item in step.Items.Where(item => item.IsOpen))
        {
            if (holders.FirstOrDefault(person => person.Id == item.PersonId) is { } person
                && !Of(step).Any(link => link.Purpose == purpose && link.SubjectId == item.Id && link.HolderId == person.Id && link.Problem(now) is null))
            {
                var expiresAt = (step.DueAt ?? now).AddDays(LinkDays);
                db.SignedLinks.Add(SignedLink.Issue(purpose, item.Id, step.RequestId, person.Name, person.Language, expiresAt, now).HeldBy(person.Id));
            }
        }
    }

    private IEnumerable<SignedLink> Of(Step step) =>
        db.SignedLinks.Local.Where(link => TaskLinks.All.Contains(link.Purpose) && step.Items.Exists(item => item.Id == link.SubjectId));
}
