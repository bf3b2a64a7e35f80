namespace TechAssist.Core.Experts.Tables;

/// <summary>Takes a whole name apart: "Family, Given"; or the words in capitals are the family name; or else the last one is.</summary>
internal static class FullNames
{
    public static ExpertProfile Take(ExpertProfile profile, RosterCell cell)
    {
        var (family, given) = Split(cell.Text);
        return profile with
        {
            FamilyName = profile.FamilyName.Length > 0 ? profile.FamilyName : family,
            GivenNames = profile.GivenNames.Length > 0 ? profile.GivenNames : given,
        };
    }

    private static (string Family, string Given) Split(string name)
    {
        if (name.IndexOf(',', StringComparison.Ordinal) is var comma and > 0)
        {
            return (name[..comma].Trim(), name[(comma + 1)..].Trim());
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isCapital = words.Select(word => word.Length > 1 && !word.Any(char.IsLower)).ToArray();
        return isCapital.Contains(true) && isCapital.Contains(false)
            ? (Join(words.Where((_, at) => isCapital[at])), Join(words.Where((_, at) => !isCapital[at])))
            : (words[^1], Join(words[..^1]));
    }

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);
}
