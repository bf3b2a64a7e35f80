namespace TechAssist.Core.Reference;

/// <summary>An objective as a list shows it: the part is null when it crosses all; unofficial means that the name in the reader's
/// language is a translation of our own.</summary>
public sealed record ObjectiveLine(
    string Code, string ShortCode, string Name, string FrameworkCode, string? PartCode, string? PartName, bool IsTransversal,
    Certainty Certainty, bool IsUnofficial);

/// <summary>The objectives a request may name: those of one framework, or of all, the newest framework first.</summary>
public sealed class ListObjectives(ReferenceCatalog catalog)
{
    public async Task<IReadOnlyList<ObjectiveLine>> ExecuteAsync(string? frameworkCode, string language, CancellationToken cancellationToken)
    {
        var data = await catalog.GetAsync(cancellationToken);
        return [.. data.Frameworks.Reverse()
            .Where(framework => framework.IsActive && (frameworkCode is null || framework.Code == frameworkCode))
            .SelectMany(framework => data.ObjectivesOf(framework.Code))
            .Select(objective => new ObjectiveLine(
                objective.Code, objective.ShortCode, objective.Name(language), objective.FrameworkCode, objective.PartCode,
                data.Part(objective.PartCode)?.Name(language), objective.IsTransversal, objective.Certainty, objective.IsUnofficialIn(language)))];
    }
}
