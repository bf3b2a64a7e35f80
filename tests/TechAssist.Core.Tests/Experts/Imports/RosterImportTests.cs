using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts.Imports;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class RosterImportTests(Provider provider)
{
    private const string Header = "Nom;Prénom;Courriel;Année de naissance;Nationalité;Statut;Expérience (années);Thèmes;Preuves;Langues;Consentement\n";

    private const string Sound =
        "Sané;Zoé;zoe@x.test;1980;Sénégal;Consultante;12;T1 3;Profils migratoires;Français langue maternelle;2031-01-05\n";

    [Test]
    public async Task A_file_with_french_names_goes_onto_the_roster_and_is_found()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await CheckAsync(world, Header + Sound);
        var view = await ViewAsync(world, id);
        Assert.That((view.Import.Status, view.Counts.New, view.Counts.Faulty), Is.EqualTo((ImportStatus.Checked, 1, 0)));
        Assert.That(await CountAsync(world), Is.Zero, "the dry run changed the roster");

        await RunAsync(world, id, DuplicateChoice.Skip);
        var expert = await world.ReadAsync(db => db.Experts.SingleAsync());
        Assert.That((expert.Name, expert.Profile.BirthYear, expert.Profile.Nationalities[0], expert.Profile.Status), Is.EqualTo(("Zoé Sané", (int?)1980, "SN", ExpertStatus.Consultant)));
        Assert.That((expert.Profile.Themes[0].Level, expert.Profile.Themes[0].Evidence, expert.Profile.Languages[0].Level), Is.EqualTo((ThemeLevel.Expert, "Profils migratoires", Cefr.C2)));
        var found = await world.AsAsync<SearchRoster, Page<RosterRow>>("officer", (query, actor) => query.ExecuteAsync(new RosterFilter { Text = "zoe sane" }, actor, default));
        Assert.That(found.Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Every_fault_names_line_column_and_what_to_do_in_both_languages()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await CheckAsync(world, Header
            + "Sané;Zoé;pas un courriel;mille;Atlantide;Consultante;12;T9 3;;Klingon C2;2031-01-05\n"
            + ";;;;;;;;;;\n"
            + Sound
            + "SANE;ZOE;autre@x.test;;SN;Consultante;1;T1 1;;fr C1;\n");
        var (french, english) = (await LinesAsync(world, id, LinesShown.Faulty, "fr"), await LinesAsync(world, id, LinesShown.Faulty, "en"));
        Assert.That(french.Select(line => line.Number), Is.EqualTo(new[] { 2, 5 }));
        var faults = string.Join('\n', french[0].Faults.Select(fault => $"{fault.Column}: {fault.Message}")).Replace('\u00a0', ' ');
        Assert.That(faults, Does.Contain("Année de naissance: « mille » n’est pas un nombre").And.Contain("Nationalité: « Atlantide »").And.Contain("Thèmes: « T9").And.Contain("Langues: « Klingon C2 »").And.Contain("Courriel:"));
        Assert.That(english[0].Faults.Select(fault => fault.Message), Has.Some.Contains("“Atlantide” is no country we know. Write its name"));
        Assert.That(english[1].Faults.Single().Message, Is.EqualTo("The same person as on line 4. Keep one of the two lines"));

        var file = Encoding.UTF8.GetString(await world.AsAsync<ListImportLines, byte[]>("officer", (query, actor) => query.FileAsync(id, "fr", actor, default)));
        Assert.That(file, Does.Contain("Ce qui ne va pas").And.Contain("Atlantide"));
        await RunAsync(world, id, DuplicateChoice.Update);
        Assert.That(await CountAsync(world), Is.EqualTo(1), "a faulty line was imported");
    }

    [Test]
    public async Task Somebody_known_is_recognised_by_address_or_by_name_and_year_whatever_the_accents_and_order()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world, "Sané", "Zoé", profile => profile with { BirthYear = 1980 });
        await AddAsync(world, "Diop", "Awa Marie", profile => profile);
        await AddAsync(world, "Ly", "Fatou", profile => profile with { Email = "Awa@X.test" });
        var id = await CheckAsync(world, "Nom complet;Courriel;Année de naissance;Nationalité;Statut;Thèmes;Langues\n"
            + "ZOE SANE;;1980;SN;Consultant;T1;fr C1\n"
            + "Sane, Zoé;x@y.test;1991;SN;Consultant;T1;fr C1\n"
            + "Marie-Awa DIOP;autre@x.test;;SN;Consultant;T1;fr C1\n"
            + "Quelqu’un D’AUTRE;awa@x.test;;SN;Consultant;T1;fr C1\n");
        var known = await LinesAsync(world, id, LinesShown.Known, "fr");
        Assert.That(known.Select(line => (line.Number, line.SameAsName)), Is.EqualTo(new[] { (2, "Zoé Sané"), (4, "Awa Marie Diop"), (5, "Fatou Ly") }));
    }

    [TestCase(DuplicateChoice.Update, 1, "SN", 25)]
    [TestCase(DuplicateChoice.Skip, 1, "FR", 15)]
    [TestCase(DuplicateChoice.Add, 2, "FR", 15)]
    public async Task A_known_person_is_updated_left_or_added_again_and_empty_cells_change_nothing(DuplicateChoice choice, int count, string nationality, int years)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world, "Sané", "Zoé", profile => profile with { Employer = "ANSD" });
        var id = await CheckAsync(world, "Nom;Prénom;Nationalité;Années d’expérience;Employeur;Statut;Thèmes;Langues\nSANE;zoe;SN;25;;Consultant;T1;fr C1\n");
        await RunAsync(world, id, choice);
        var experts = await world.ReadAsync(db => db.Experts.ToListAsync());
        Assert.That(experts, Has.Count.EqualTo(count));
        var before = experts.Single(expert => expert.Profile.Employer == "ANSD").Profile;
        Assert.That((before.Nationalities[0], before.Years), Is.EqualTo((nationality, years)));
    }

    [Test]
    public async Task A_single_line_may_be_decided_otherwise()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world, "Sané", "Zoé", profile => profile);
        var id = await CheckAsync(world, "Nom;Prénom;Années d’expérience\nSané;Zoé;25\n");
        await world.AsAsync<SteerImport>("officer", (act, actor) => act.ChooseAsync(id, 2, DuplicateChoice.Skip, actor, default));
        await RunAsync(world, id, DuplicateChoice.Update);
        Assert.That((await world.ReadAsync(db => db.Experts.SingleAsync())).Profile.Years, Is.EqualTo(15));
    }

    [Test]
    public async Task A_whole_import_is_taken_back_except_what_somebody_changed_since()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var known = await AddAsync(world, "Sané", "Zoé", profile => profile);
        var before = await world.ReadAsync(db => db.Experts.AsNoTracking().SingleAsync());
        world.Clock.Advance(TimeSpan.FromDays(3));
        var id = await CheckAsync(world, Header + Sound.Replace("12;", "25;", StringComparison.Ordinal)
            + Sound.Replace("Sané;Zoé;zoe@x.test", "Ba;Omar;omar@x.test", StringComparison.Ordinal)
            + Sound.Replace("Sané;Zoé;zoe@x.test", "Ly;Fatou;fatou@x.test", StringComparison.Ordinal));
        await RunAsync(world, id, DuplicateChoice.Update);
        var fatou = await world.ReadAsync(db => db.Experts.SingleAsync(expert => expert.Name == "Fatou Ly"));
        await world.AsAsync<ConfirmAvailability>("officer", (act, actor) => act.ExecuteAsync(fatou.Id, actor, default));

        await world.AsAsync<SteerImport>("officer", (act, actor) => act.UndoAsync(id, actor, default));
        await WorkAsync(world, id);
        var view = await ViewAsync(world, id);
        Assert.That((view.Import.Status, view.Counts.Undone, view.Counts.Kept), Is.EqualTo((ImportStatus.Undone, 2, 1)));
        var kept = (await LinesAsync(world, id, LinesShown.Kept, "en")).Single();
        Assert.That((kept.Name, kept.KeptBecause), Is.EqualTo(("Fatou Ly", "changed")));
        Assert.That(await world.ReadAsync(db => db.Experts.OrderBy(expert => expert.Name).Select(expert => expert.Name).ToArrayAsync()), Is.EqualTo(new[] { "Fatou Ly", "Zoé Sané" }));
        var zoe = await world.ReadAsync(db => db.Experts.AsNoTracking().SingleAsync(expert => expert.Id == known));
        Assert.That((CoreJson.Write(zoe.Profile), zoe.ConfirmedOn), Is.EqualTo((CoreJson.Write(before.Profile), before.ConfirmedOn)));

        var again = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<SteerImport>("officer", (act, actor) => act.UndoAsync(id, actor, default)));
        Assert.That(again!.Code, Is.EqualTo("import-moved-on"));
    }

    [Test]
    public async Task Who_was_put_forward_since_is_not_taken_back()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var id = await CheckAsync(world, Header + Sound.Replace("Sénégal", "France", StringComparison.Ordinal));
        await RunAsync(world, id, DuplicateChoice.Update);
        var expert = await world.ReadAsync(db => db.Experts.SingleAsync());
        await world.AsAsync<Propose>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new ProposeInput(expert.Id) { Role = "Statisticienne", Why = "Bon profil" }, actor, default));
        await world.AsAsync<SteerImport>("officer", (act, actor) => act.UndoAsync(id, actor, default));
        await WorkAsync(world, id);
        Assert.That((await LinesAsync(world, id, LinesShown.Kept, "en")).Single().KeptBecause, Is.EqualTo("in-a-case"));
        Assert.That(await CountAsync(world), Is.EqualTo(1));
    }

    [Test]
    public async Task What_goes_out_comes_in_again_as_it_was([Values] TableFormat format, [Values("fr", "en")] string language)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var profiles = new ManyExperts(7, DateOnly.FromDateTime(world.Now)).Take(40).ToList();
        await world.AsAsync<AddExperts>("officer", (act, actor) => act.ExecuteAsync(profiles, actor, default));
        var (file, count) = await world.AsAsync<ExportRoster, (byte[], int)>("officer", (act, actor) => act.ExecuteAsync(new RosterFilter(), format, language, actor, default));
        var before = await ProfilesAsync(world);
        Assert.That(count, Is.GreaterThan(20));

        var id = await world.AsAsync<StartImport, Guid>("officer", (act, actor) => act.ExecuteAsync("roster." + format, new MemoryStream(file), actor, default));
        await MapAsync(world, id);
        var view = await ViewAsync(world, id);
        var faults = string.Join('\n', (await LinesAsync(world, id, LinesShown.Faulty, "en")).SelectMany(line => line.Faults).Distinct());
        Assert.That((view.Counts.Known, view.Counts.New), Is.EqualTo((count, 0)), faults);
        await RunAsync(world, id, DuplicateChoice.Update);
        Assert.That(await ProfilesAsync(world), Is.EqualTo(before));
    }

    [Test]
    public async Task A_mapping_is_remembered_and_must_recognise_people()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        const string Strange = "Kolonne A;Kolonne B\nSané;Zoé\n";
        var first = await StartAsync(world, Strange);
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => MapAsync(world, first));
        Assert.That(refusal!.Message, Is.EqualTo("mapping: import-needs-a-name"));
        var twice = await Assert.ThrowsAsync<InvalidInputException>(() =>
            world.AsAsync<SteerImport>("officer", (act, actor) => act.MapAsync(first, new MapImportInput(["familyName", "familyName"]), actor, default)));
        Assert.That(twice!.Message, Is.EqualTo("mapping[1]: column-twice"));
        await world.AsAsync<SteerImport>("officer", (act, actor) => act.MapAsync(first, new MapImportInput(["familyName", "givenNames"]), actor, default));

        var second = await StartAsync(world, Strange);
        var columns = await world.AsAsync<GetImport, IReadOnlyList<FileColumn>>("coordinator", (query, actor) => query.ColumnsAsync(second, actor, default));
        Assert.That(columns.Select(column => column.Key), Is.EqualTo(new[] { "familyName", "givenNames" }));
    }

    [Test]
    public async Task A_file_that_is_no_table_stands_in_the_history_with_the_reason()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await using var file = new MemoryStream([0x4D, 0x5A, 0x90, 0x00, 0x03]);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            world.AsAsync<StartImport, Guid>("officer", (act, by) => act.ExecuteAsync("été.csv", file, by, default)));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "import-refused"));
        Assert.That((line.Values["file"], line.Values["problem"]), Is.EqualTo(("été.csv", "table-not-a-table")));
    }

    [Test]
    public async Task Strangers_neither_import_nor_export()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        foreach (var who in new[] { "requester", "focal", "committee" })
        {
            Assert.That((await Assert.ThrowsAsync<RuleException>(() => StartAsync(world, Header + Sound, who)))!.Code, Is.EqualTo("not-allowed"));
            Assert.That((await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<ExportRoster>(who, (act, actor) => act.ExecuteAsync(new RosterFilter(), TableFormat.Csv, "fr", actor, default))))!.Code, Is.EqualTo("not-allowed"));
        }
    }

    [Test]
    public async Task The_lines_of_an_old_import_are_forgotten()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await CheckAsync(world, Header + Sound);
        await RunAsync(world, id, DuplicateChoice.Update);
        world.Clock.Advance(TimeSpan.FromDays(31));
        await world.AsAsync<SweepImports>("officer", (act, _) => act.ExecuteAsync(default));
        Assert.That(await world.ReadAsync(db => db.RosterImportLines.CountAsync()), Is.Zero);
        var late = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<SteerImport>("officer", (act, actor) => act.UndoAsync(id, actor, default)));
        Assert.That(late!.Code, Is.EqualTo("import-too-old"));
    }

    private static async Task<Guid> CheckAsync(CaseWorld world, string text)
    {
        var id = await StartAsync(world, text);
        await MapAsync(world, id);
        return id;
    }

    private static Task<Guid> StartAsync(CaseWorld world, string text, string who = "officer") =>
        world.AsAsync<StartImport, Guid>(who, (act, actor) => act.ExecuteAsync("experts.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), actor, default));

    private static async Task MapAsync(CaseWorld world, Guid id)
    {
        var columns = await world.AsAsync<GetImport, IReadOnlyList<FileColumn>>("officer", (query, actor) => query.ColumnsAsync(id, actor, default));
        await world.AsAsync<SteerImport>("officer", (act, actor) => act.MapAsync(id, new MapImportInput([.. columns.Select(column => column.Key)]), actor, default));
        await WorkAsync(world, id);
    }

    private static async Task RunAsync(CaseWorld world, Guid id, DuplicateChoice choice)
    {
        await world.AsAsync<SteerImport>("officer", (act, actor) => act.RunAsync(id, choice, actor, default));
        await WorkAsync(world, id);
    }

    private static Task WorkAsync(CaseWorld world, Guid id) => world.AsAsync<WorkOnImports>("officer", (act, _) => act.ExecuteAsync(id, default));

    private static Task<ImportView> ViewAsync(CaseWorld world, Guid id) =>
        world.AsAsync<GetImport, ImportView>("officer", (query, actor) => query.ExecuteAsync(id, actor, default));

    private static async Task<IReadOnlyList<ImportLineRow>> LinesAsync(CaseWorld world, Guid id, LinesShown shown, string language) =>
        (await world.AsAsync<ListImportLines, Page<ImportLineRow>>("officer", (query, actor) => query.ExecuteAsync(id, shown, 0, language, actor, default))).Items;

    private static Task<int> CountAsync(CaseWorld world) => world.ReadAsync(db => db.Experts.CountAsync());

    private static async Task<IReadOnlyList<string>> ProfilesAsync(CaseWorld world) =>
        [.. (await world.ReadAsync(db => db.Experts.OrderBy(expert => expert.Id).ToListAsync())).Select(expert => CoreJson.Write(Kept(expert.Profile)))];

    /// <summary>What a table carries, in the order in which it does.</summary>
    private static ExpertProfile Kept(ExpertProfile profile) => profile with
    {
        Readiness = [.. profile.Readiness.OrderBy(item => item.Kind).ThenBy(item => item.Country)],
        Consents = [.. profile.Consents.OrderBy(consent => consent.Kind)],
    };

    private static Task<Guid> AddAsync(CaseWorld world, string family, string given, Func<ExpertProfile, ExpertProfile> change) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) =>
            act.ExecuteAsync(new AddExpertInput(change(CaseTexts.Expert(family, given, "FR", new DateOnly(2031, 1, 1)) with { BirthYear = null })), actor, default));
}
