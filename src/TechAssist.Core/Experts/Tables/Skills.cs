using System.Globalization;
using System.Text.RegularExpressions;

namespace TechAssist.Core.Experts.Tables;

/// <summary>Themes with their levels and evidence, and languages with theirs.</summary>
internal static partial class Skills
{
    /// <summary>"T1 3; T2 practitioner", a theme by its code or name, a level by its number or word.</summary>
    public static ExpertProfile TakeThemes(ExpertProfile profile, RosterCell cell)
    {
        var themes = new List<ThemeSkill>();
        foreach (var entry in cell.Entries())
        {
            var (name, level) = ThemeAndLevel(entry, cell.Words);
            if (cell.Words.Theme(name) is not { } code)
            {
                cell.Fail("import-not-a-theme", name);
            }
            else
            {
                themes.Add(new ThemeSkill { Theme = code, Level = level, Evidence = profile.Themes.FirstOrDefault(skill => skill.Theme == code)?.Evidence });
            }
        }

        return themes.Count > 0 ? profile with { Themes = [.. themes.DistinctBy(skill => skill.Theme)] } : profile;
    }

    public static string SayThemes(ExpertProfile profile, RosterWords words, string language) =>
        string.Join("; ", profile.Themes.Select(skill => string.Create(CultureInfo.InvariantCulture, $"{skill.Theme} {(int)skill.Level}")));

    /// <summary>"T1: three migration profiles", one theme on each line; a text that names no theme holds for all of level 3 and above.</summary>
    public static ExpertProfile TakeEvidence(ExpertProfile profile, RosterCell cell)
    {
        var said = new Dictionary<string, string>();
        string? code = null;
        foreach (var line in cell.Text.Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var named = colon > 0 ? cell.Words.Theme(line[..colon]) : null;
            code = named ?? code;
            var text = named is null ? line : line[(colon + 1)..].Trim();
            said[code ?? ""] = said.TryGetValue(code ?? "", out var before) ? before + "\n" + text : text;
        }

        return profile with
        {
            Themes = [.. profile.Themes.Select(skill => said.TryGetValue(skill.Theme, out var own) ? skill with { Evidence = own }
                : skill.Level >= ThemeLevel.Expert && said.TryGetValue("", out var general) ? skill with { Evidence = general } : skill)],
        };
    }

    public static string SayEvidence(ExpertProfile profile, RosterWords words, string language) =>
        string.Join('\n', profile.Themes.Where(skill => !string.IsNullOrWhiteSpace(skill.Evidence)).Select(skill => $"{skill.Theme}: {skill.Evidence!.ReplaceLineEndings("\n").Trim()}"));

    /// <summary>"French C2; English C1/C1/B2/B2" (reading, listening, speaking, writing), "French mother tongue".</summary>
    public static ExpertProfile TakeLanguages(ExpertProfile profile, RosterCell cell)
    {
        var skills = new List<LanguageSkill>();
        foreach (var entry in cell.Entries())
        {
            if (LanguageOf(entry, cell.Words) is { } skill)
            {
                skills.Add(skill);
            }
            else
            {
                cell.Fail("import-not-a-language", entry);
            }
        }

        return skills.Count > 0 ? profile with { Languages = [.. skills.DistinctBy(skill => skill.Language)] } : profile;
    }

    public static string SayLanguages(ExpertProfile profile, RosterWords words, string language) => string.Join("; ", profile.Languages.Select(skill =>
        $"{RosterWords.LanguageName(skill.Language, language)} {(skill.IsMotherTongue ? RosterWords.Names("Import.MotherTongue", language)[0] : Levels(skill))}"));

    private static string Levels(LanguageSkill skill)
    {
        Cefr[] levels = [skill.Reading, skill.Listening, skill.Speaking, skill.Writing];
        return levels.Distinct().Count() == 1 ? Say(levels[0]) : string.Join('/', levels.Select(Say));

        static string Say(Cefr level) => level == Cefr.None ? "0" : level.ToString();
    }

    private static LanguageSkill? LanguageOf(string entry, RosterWords words)
    {
        var match = LevelPattern().Match(entry);
        var name = (match.Success ? entry[..match.Index] : entry).Trim(' ', '(', ':', '-', '–');
        if (match.Success && words.Language(name) is { } code)
        {
            var levels = match.Value.Split('/', StringSplitOptions.TrimEntries).Select(level => level == "0" ? Cefr.None : Enum.Parse<Cefr>(level, ignoreCase: true)).ToArray();
            return levels.Length is 1 or 4
                ? new LanguageSkill { Language = code, Reading = levels[0], Listening = levels[levels.Length == 4 ? 1 : 0], Speaking = levels[levels.Length == 4 ? 2 : 0], Writing = levels[^1] }
                : null;
        }

        return MotherTongueOf(FoldedText.Of(entry), words);
    }

    private static LanguageSkill? MotherTongueOf(string folded, RosterWords words)
    {
        foreach (var word in Languages.All.SelectMany(language => RosterWords.Names("Import.MotherTongue", language)).Select(FoldedText.Of))
        {
            if (folded.EndsWith(" " + word, StringComparison.Ordinal) && words.Language(folded[..^word.Length]) is { } code)
            {
                return new LanguageSkill { Language = code, IsMotherTongue = true };
            }
        }

        return null;
    }

    private static (string Name, ThemeLevel Level) ThemeAndLevel(string entry, RosterWords words)
    {
        if (words.Theme(entry) is not null)
        {
            return (entry, ThemeLevel.Aware);
        }

        var cut = entry.TrimEnd(')', ' ').LastIndexOfAny([' ', ':', '(', '-', '/']);
        if (cut <= 0)
        {
            return (entry, ThemeLevel.Aware);
        }

        var (name, level) = (entry[..cut].Trim(' ', ':', '(', '-', '–', '/'), entry[(cut + 1)..].Trim(' ', ')'));
        return int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 4 ? (name, (ThemeLevel)number)
            : RosterWords.Choice<ThemeLevel>(level) is { } word ? (name, word)
            : (entry, ThemeLevel.Aware);
    }

    [GeneratedRegex(@"(?<![\p{L}\d])([ABC][12]|0)(\s*/\s*([ABC][12]|0))*(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex LevelPattern();
}
