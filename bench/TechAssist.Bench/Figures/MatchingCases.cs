using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>Terms of reference that ask for more and more, so that of 100,000 experts 200 to 20,000 are left.</summary>
internal static class MatchingCases
{
    private static readonly string[] Beneficiaries = ["SN", "ML", "NE", "TG", "GH", "NG", "CM", "TD", "MA", "TN"];

    public static RequestContent Request(int number) => new()
    {
        Country = Beneficiaries[number % Beneficiaries.Length],
        Institution = new Institution { Name = "Direction générale des migrations", Type = InstitutionType.Agency },
        Title = new LangText($"Appui {number}", $"Support {number}"),
        Theme = ManyExperts.Themes[number % 4],
        OtherThemes = number % 3 == 0 ? [ManyExperts.Themes[(number + 1) % 4]] : [],
        AssistanceTypes = ["TRN"],
        WorkingLanguages = [number % 2 == 0 ? "fr" : "en"],
    };

    public static TermsContent Terms(int number)
    {
        var from = MatchingWorld.Today.AddDays(20 + (6 * number));
        return new TermsContent
        {
            Languages = [number % 2 == 0 ? "fr" : "en"],
            Contract = new Period { From = from.AddDays(-5), To = from.AddDays(30) },
            Activities =
            [
                new TermsActivity { Title = new LangText("Atelier", null), Type = ManyExperts.Types[number % 6], Dates = new Period { From = from, To = from.AddDays(4) }, Days = 5 },
                new TermsActivity { Title = new LangText("Rapport", null), Type = "MET", Method = TermsMethod.Remote, Days = 5 },
            ],
            Profiles = [Profile(number)],
            Effort = new ExpertDays { Preparation = 2, Field = 5, Report = 3 },
        };
    }

    /// <summary>Four steps of demand: one language, a higher level, a second language, two that few know.</summary>
    private static TermsProfile Profile(int number)
    {
        TermsLanguage main = new() { Language = number % 2 == 0 ? "fr" : "en", Level = number / 5 == 0 ? Cefr.C1 : Cefr.B2 };
        TermsLanguage[] second = (number / 5) switch
        {
            0 => [],
            1 => [new TermsLanguage { Language = number % 2 == 0 ? "en" : "fr", Level = Cefr.B1 }],
            2 => [new TermsLanguage { Language = "pt", Level = Cefr.B1 }],
            _ => [new TermsLanguage { Language = "ar", Level = Cefr.C1 }, new TermsLanguage { Language = "pt", Level = Cefr.B1 }],
        };
        return new TermsProfile { Role = new LangText("Formateur", "Trainer"), Years = 16 + (number % 5), Languages = [main, .. second] };
    }
}
