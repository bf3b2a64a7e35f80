using TechAssist.Core.Clock;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Tests.Reference;

[TestFixture]
public sealed class ReferenceFilesTests
{
    private static readonly DateOnly Today = new(2031, 3, 1);
    private static readonly ReferenceRows Rows = ReferenceRows.FromFiles();
    private static readonly ReferenceSnapshot Data = new(Rows, new SecretariatOffice(), Guid.Empty);

    private static IEnumerable<ReferenceRow> AllRows =>
    [
        .. Rows.Countries, .. Rows.Memberships, .. Rows.Frameworks, .. Rows.Parts, .. Rows.Objectives, .. Rows.Links, .. Rows.Themes,
        .. Rows.AssistanceTypes, .. Rows.CodeListItems, .. Rows.Holidays,
    ];

    private static IEnumerable<ReferenceFile> Files =>
    [
        ReferenceFiles.Countries(), ReferenceFiles.Frameworks(), ReferenceFiles.Objectives(), ReferenceFiles.Themes(),
        ReferenceFiles.AssistanceTypes(), ReferenceFiles.CodeLists(), ReferenceFiles.Holidays(),
    ];

    [Test]
    public void Every_file_says_its_source_and_the_day_it_was_read() =>
        Assert.That(Files.Where(file => string.IsNullOrWhiteSpace(file.Source) || file.ReadOn < new DateOnly(2026, 1, 1)), Is.Empty);

    [Test]
    public void Every_row_is_a_valid_input_beside_the_others() => Assert.That(
        Faults<Country, CountryInput>(ReferenceFiles.Countries().Countries)
            .Concat(Faults<Membership, MembershipInput>(ReferenceFiles.Countries().Memberships))
            .Concat(Faults<Framework, FrameworkInput>(ReferenceFiles.Frameworks().Frameworks))
            .Concat(Faults<FrameworkPart, FrameworkPartInput>(ReferenceFiles.Frameworks().Parts))
            .Concat(Faults<Objective, ObjectiveInput>(ReferenceFiles.Objectives().Objectives))
            .Concat(Faults<ObjectiveLink, ObjectiveLinkInput>(ReferenceFiles.Objectives().Links))
            .Concat(Faults<Theme, ThemeInput>(ReferenceFiles.Themes().Themes))
            .Concat(Faults<AssistanceType, AssistanceTypeInput>(ReferenceFiles.AssistanceTypes().Types))
            .Concat(Faults<CodeListItem, CodeListItemInput>(ReferenceFiles.CodeLists().Items))
            .Concat(Faults<PublicHoliday, PublicHolidayInput>(ReferenceFiles.Holidays().Holidays)),
        Is.Empty);

    [Test]
    public void A_note_in_one_language_has_one_in_the_other() =>
        Assert.That(AllRows.Where(row => row.NoteEn is null != row.NoteFr is null).Select(row => row.Code), Is.Empty);

    [Test]
    public void A_code_occurs_once_in_its_table() =>
        Assert.That(AllRows.GroupBy(row => (row.GetType(), row.Code)).Where(group => group.Count() > 1).Select(group => group.Key.Code), Is.Empty);

    [Test]
    public void Every_row_states_its_certainty_in_the_file() => Assert.That(
        new[] { "countries", "frameworks", "objectives", "themes", "assistance-types", "code-lists", "holidays" }
            .Select(name => (name, Text: ReadText(name)))
            .Select(file => (file.name, Rows: Count(file.Text, "\"code\":"), Certain: Count(file.Text, "\"certainty\":"))),
        Has.All.Matches<(string Name, int Rows, int Certain)>(file => file.Rows > 0 && file.Rows == file.Certain));

    [Test]
    public void The_dialogue_has_28_african_and_29_european_states()
    {
        var partners = Data.PartnersOn(Today, "en");
        Assert.Multiple(() =>
        {
            Assert.That(partners.Count(country => country.Continent == Continent.Africa), Is.EqualTo(28));
            Assert.That(partners.Count(country => country.Continent == Continent.Europe), Is.EqualTo(29));
        });
    }

    [Test]
    public void The_african_states_may_ask_and_the_european_ones_may_not() => Assert.Multiple(() =>
    {
        Assert.That(Data.BeneficiariesOn(Today, "fr").Select(country => country.Continent), Is.All.EqualTo(Continent.Africa));
        Assert.That(Data.BeneficiariesOn(Today, "fr"), Has.Count.EqualTo(28));
        Assert.That(Data.MayAskOn("SN", Today), Is.True);
        Assert.That(Data.MayAskOn("FR", Today), Is.False);
        Assert.That(Data.MayAskOn(null, Today), Is.False);
        Assert.That(Data.MayAskOn("ZZ", Today), Is.False);
    });

    [TestCase("GB")]
    [TestCase("IS")]
    [TestCase("EG")]
    public void A_former_partner_is_inactive_and_kept(string code) => Assert.Multiple(() =>
    {
        Assert.That(Data.Country(code), Has.Property(nameof(Country.IsActive)).False);
        Assert.That(Data.IsPartnerOn(code, Today), Is.False);
    });

    [Test]
    public void Twenty_seven_states_are_of_the_European_Union() =>
        Assert.That(Data.PartnersOn(Today, "en").Count(country => country.IsEuMember), Is.EqualTo(27));

    [Test]
    public void Countries_stand_in_the_alphabet_of_the_reader() => Assert.Multiple(() =>
    {
        Assert.That(Data.PartnersOn(Today, "fr").Take(3).Select(country => country.Name("fr")), Is.EqualTo(new[] { "Algérie", "Allemagne", "Autriche" }));
        Assert.That(Data.PartnersOn(Today, "en").Take(3).Select(country => country.Name("en")), Is.EqualTo(new[] { "Algeria", "Austria", "Belgium" }));
    });

    [Test]
    public void The_priority_actions_are_confirmed_with_an_unofficial_French() => Assert.That(
        Enumerable.Range(1, 13).Select(number => Data.Objective($"DAK11:R{number}")!),
        Has.All.Matches<Objective?>(objective =>
            objective is { Certainty: Certainty.Confirmed } && objective.IsUnofficialIn("fr") && !objective.IsUnofficialIn("en")));

    [Test]
    public void The_ten_objectives_are_to_be_confirmed_but_for_the_tenth() => Assert.That(
        Enumerable.Range(1, 10).Select(number => Data.Objective($"DAK11:O{number}")!.Certainty),
        Is.EqualTo(Enumerable.Repeat(Certainty.ToBeConfirmed, 9).Append(Certainty.Confirmed)));

    [Test]
    public void The_tenth_objective_is_transversal_and_official_in_French()
    {
        var tenth = Data.Objective("DAK11:O10")!;
        Assert.That((tenth.IsTransversal, tenth.PartCode, tenth.IsUnofficialIn("fr")), Is.EqualTo((true, (string?)null, false)));
    }

    [Test]
    public void Dakar_has_three_pillars_and_Rome_four_and_Marrakesh_five_domains() => Assert.Multiple(() =>
    {
        Assert.That(Data.PartsOf("DAK11").Count(part => part.Kind == FrameworkPartKind.Pillar), Is.EqualTo(3));
        Assert.That(Data.PartsOf("DAK11").Count(part => part.Kind == FrameworkPartKind.Principle), Is.EqualTo(5));
        Assert.That(Data.PartsOf("ROM14").Count(part => part.Kind == FrameworkPartKind.Pillar), Is.EqualTo(4));
        Assert.That(Data.PartsOf("MAR18").Count(part => part.Kind == FrameworkPartKind.Domain), Is.EqualTo(5));
        Assert.That(Data.CurrentFramework?.Code, Is.EqualTo("CAD22"));
    });

    [Test]
    public void Refugee_status_goes_on_as_protection_and_every_link_is_a_proposal() => Assert.Multiple(() =>
    {
        Assert.That(Data.SuccessorsOf("DAK11:R4").Select(objective => objective.Code), Is.EqualTo(new[] { "MAR18:D3", "ROM14:P4" }));
        Assert.That(Rows.Links.Select(link => link.Certainty), Is.All.EqualTo(Certainty.OwnProposal));
    });

    [Test]
    public void There_are_four_themes_with_sub_themes() => Assert.Multiple(() =>
    {
        Assert.That(Data.MainThemes.Select(theme => theme.Code), Is.EqualTo(new[] { "T1", "T2", "T3", "T4" }));
        Assert.That(Data.MainThemes.Select(theme => Data.SubThemes(theme.Code).Count), Is.EqualTo(new[] { 7, 6, 7, 5 }));
        Assert.That(Data.Theme("T1")!.IsTransversal, Is.True);
    });

    [Test]
    public void The_mandate_names_eight_of_the_thirteen_types() => Assert.Multiple(() =>
    {
        Assert.That(Data.AssistanceTypes.Select(type => type.Code).Take(4), Is.EqualTo(new[] { "TRN", "IDN", "POL", "ADM" }));
        Assert.That(Data.AssistanceTypes.Where(type => !type.IsFromMandate).Select(type => type.Code), Is.EqualTo(new[] { "LEG", "ASM", "PEE", "STV", "MEN" }));
        Assert.That(Data.AssistanceTypes, Has.Count.EqualTo(13));
    });

    [Test]
    public void The_default_sector_is_migration_and_each_list_has_at_most_one_default() => Assert.Multiple(() =>
    {
        Assert.That(Data.DefaultItem("Sector")?.Value, Is.EqualTo("15190"));
        Assert.That(Data.Item("AidType", "D02")?.Name("fr"), Is.EqualTo("Autres formes d'assistance technique"));
        Assert.That(Rows.CodeListItems.Where(item => item.IsDefault).GroupBy(item => item.List).Select(group => group.Count()), Is.All.EqualTo(1));
    });

    [Test]
    public void Each_side_is_closed_on_its_own_holidays() => Assert.Multiple(() =>
    {
        var ascension = new DateOnly(2031, 5, 22);
        Assert.That(Data.Calendars.Secretariat.WhyClosed(ascension)?.Holiday?.Name("fr"), Is.EqualTo("Ascension"));
        Assert.That(Data.Calendars.Country("SN").WhyClosed(new DateOnly(2031, 4, 4))?.Holiday?.Name("fr"), Is.EqualTo("Fête nationale"), "a Friday");
        Assert.That(Data.Calendars.Country("MA").IsWorkingDay(ascension), Is.True);
        Assert.That(Data.Calendars.Country("GR").WhyClosed(new DateOnly(2031, 4, 14))?.Holiday?.NameEn, Is.EqualTo("Easter Monday"), "Orthodox");
        Assert.That(Data.Calendars.Find("DE-BY").IsWorkingDay(new DateOnly(2031, 1, 6)), Is.False, "Epiphany in Bavaria");
        Assert.That(Data.Calendars.Country("DE").IsWorkingDay(new DateOnly(2031, 1, 6)), Is.True, "and not in Berlin");
        Assert.That(Data.Calendars.Country("DZ").IsWorkingDay(new DateOnly(2031, 5, 25)), Is.True, "Sunday in Algiers");
        Assert.That(Data.Calendars.Country("BE").IsWorkingDay(new DateOnly(2031, 7, 21)), Is.False, "Belgian National Day");
        Assert.That(Data.Calendars.Country("nowhere").Key, Is.EqualTo("secretariat"));
    });

    [Test]
    public void Every_country_has_a_calendar_that_can_be_built() =>
        Assert.DoesNotThrow(() => Rows.Countries.ToList().ForEach(country => Data.Calendars.Country(country.Code).IsWorkingDay(Today)));

    [Test]
    public void A_row_gives_back_the_input_it_was_made_of()
    {
        var input = ReferenceFiles.Countries().Countries.Single(country => country.Code == "TG");
        Assert.That(CoreJson.Write(Data.Country("TG")!.ToInput<CountryInput>()), Is.EqualTo(CoreJson.Write(input with { Revision = 1 })));
    }

    private static IEnumerable<string> Faults<TRow, TInput>(IEnumerable<TInput> inputs)
        where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
        where TInput : ReferenceInput =>
        from input in inputs
        from fault in InputCheck.Check(input).Concat(TRow.Faults(input, Data))
        select $"{input.Code} {fault.Field} {fault.Code}";

    private static string ReadText(string name)
    {
        using var stream = typeof(ReferenceFiles).Assembly.GetManifestResourceStream($"TechAssist.Core.Reference.Data.{name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
