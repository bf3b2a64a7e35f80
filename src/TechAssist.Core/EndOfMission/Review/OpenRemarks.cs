namespace TechAssist.Core.EndOfMission.Review;

/// <summary>What the beneficiary remarked and nobody answered: it keeps a report from being published, with which it is printed.</summary>
internal static class OpenRemarks
{
    public static IEnumerable<FieldError> Of(EndOfMissionReport report) => report.Comments
        .Where(comment => comment.IsFromBeneficiary && comment.Status == CommentStatus.Open)
        .OrderBy(comment => comment.At).ThenBy(comment => comment.Id)
        .Select(comment => new FieldError($"comment-{comment.Id}", "remark-open"));
}
