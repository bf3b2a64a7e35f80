using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Tests.Reference;

[TestFixture]
public sealed class ReferenceDataTests
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Awa Diop", "fr", [new RoleGrant(Role.Administrator)]);
    private static readonly Actor Officer = new(Guid.CreateVersion7(), "Jan Peeters", "en", [new RoleGrant(Role.CaseOfficer)]);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));
    private SqliteConnection connection = null!;
    private ServiceProvider services = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        services = new ServiceCollection()
            .AddDbContext<TechAssistDb>(options => options.UseSqlite(connection))
            .AddSingleton<TimeProvider>(clock).AddSingleton(new SecretariatOffice()).AddSingleton<ReferenceCatalog>()
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows"))).AddScoped<TimelineText>()
            .AddScoped<TimelineWriter>().AddScoped<LoadReferenceData>().AddScoped(typeof(SaveReferenceRow<,>)).AddScoped<EnterDays>()
            .AddScoped<ListCountries>().AddScoped<ListObjectives>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        await InScopeAsync<TechAssistDb, bool>(db => db.Database.EnsureCreatedAsync());
    }

    [TearDown]
    public async Task RemoveDatabase()
    {
        await services.DisposeAsync();
        await connection.DisposeAsync();
    }

    [Test]
    public async Task Loading_twice_changes_nothing_the_second_time()
    {
        var first = await LoadAsync();
        var second = await LoadAsync();
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(new ReferenceLoad(first.Added, 0, 0, 0)));
            Assert.That(first.Added, Is.GreaterThan(300));
            Assert.That(second, Is.EqualTo(new ReferenceLoad(0, 0, first.Added, 0)));
        });
    }

    [Test]
    public async Task What_is_read_back_equals_the_files()
    {
        await LoadAsync();
        var data = await services.GetRequiredService<ReferenceCatalog>().GetAsync(default);
        Assert.That(
            data.Rows.Countries.OrderBy(country => country.Code).Select(country => CoreJson.Write(country)),
            Is.EqualTo(ReferenceRows.FromFiles().Countries.OrderBy(country => country.Code).Select(country => CoreJson.Write(country))));
    }

    [Test]
    public async Task A_row_an_older_file_left_otherwise_is_brought_up_to_date()
    {
        await LoadAsync();
        await InScopeAsync<TechAssistDb, int>(db => db.Themes.Where(theme => theme.Code == "T2").ExecuteUpdateAsync(row => row.SetProperty(theme => theme.NameFr, "Ancien nom")));
        var load = await LoadAsync();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(load, Has.Property(nameof(ReferenceLoad.Changed)).EqualTo(1));
            Assert.That((await CatalogAsync()).Theme("T2")!.NameFr, Is.EqualTo("Migrations en situation de crise"));
        });
    }

    [Test]
    public async Task An_administrators_edit_survives_the_next_load()
    {
        await LoadAsync();
        var confirmed = (await CatalogAsync()).Objective("DAK11:O1")!.ToInput<ObjectiveInput>() with
        {
            NameFr = "Faciliter les échanges d'expériences",
            Certainty = Certainty.Confirmed,
        };
        await SaveAsync<Objective, ObjectiveInput>(confirmed, Administrator);
        var load = await LoadAsync();
        var objective = (await CatalogAsync()).Objective("DAK11:O1")!;
        Assert.Multiple(() =>
        {
            Assert.That(load, Is.EqualTo(load with { Added = 0, Changed = 0, Kept = 1 }));
            Assert.That((objective.NameFr, objective.Certainty, objective.Revision), Is.EqualTo(("Faciliter les échanges d'expériences", Certainty.Confirmed, 2)));
            Assert.That(objective.EditedAt, Is.EqualTo(clock.GetUtcNow().UtcDateTime));
        });
    }

    [Test]
    public async Task An_edit_leaves_a_line_in_the_audit_with_what_changed()
    {
        await LoadAsync();
        await SaveAsync<Theme, ThemeInput>((await CatalogAsync()).Theme("T4")!.ToInput<ThemeInput>() with { NameEn = "Capacities" }, Administrator);
        var line = await InScopeAsync<TechAssistDb, TimelineEntry>(db => db.Timeline.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That((line.Kind, line.ActorName), Is.EqualTo(("reference-changed", "Awa Diop")));
            Assert.That(line.Values["type"] + " " + line.Values["code"], Is.EqualTo("theme T4"));
            Assert.That(line.Values["changes"], Does.Contain("nameEn: \"National capacity building\" → \"Capacities\"").And.Not.Contain("nameFr"));
        });
    }

    [Test]
    public async Task A_save_that_changes_nothing_leaves_no_trace()
    {
        await LoadAsync();
        await SaveAsync<Country, CountryInput>((await CatalogAsync()).Country("SN")!.ToInput<CountryInput>(), Administrator);
        Assert.That(await InScopeAsync<TechAssistDb, int>(db => db.Timeline.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Of_two_administrators_the_second_hears_that_the_row_changed_meanwhile()
    {
        await LoadAsync();
        var seen = (await CatalogAsync()).Theme("T3")!.ToInput<ThemeInput>();
        await SaveAsync<Theme, ThemeInput>(seen with { NameEn = "First" }, Administrator);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync<Theme, ThemeInput>(seen with { NameEn = "Second" }, Administrator));
        Assert.That((await CatalogAsync()).Theme("T3")!.NameEn, Is.EqualTo("First"));
    }

    [Test]
    public async Task Nobody_but_an_administrator_edits()
    {
        await LoadAsync();
        var input = (await CatalogAsync()).Theme("T3")!.ToInput<ThemeInput>();
        var refusal = await Assert.ThrowsAsync<RuleException>(() => SaveAsync<Theme, ThemeInput>(input, Officer));
        Assert.That(refusal?.Code, Is.EqualTo("administrators-only"));
    }

    [Test]
    public async Task A_new_sub_theme_is_offered_at_once()
    {
        await LoadAsync();
        await SaveAsync<Theme, ThemeInput>(new() { Code = "T2.7", NameEn = "Shelter", NameFr = "Hébergement", ParentCode = "T2", Source = "Secretariat" }, Administrator);
        Assert.That((await CatalogAsync()).SubThemes("T2").Select(theme => theme.Name("fr")), Does.Contain("Hébergement"));
    }

    [Test]
    public async Task A_state_that_leaves_may_not_ask_after_its_last_day()
    {
        await LoadAsync();
        var membership = (await CatalogAsync()).MembershipsOf("NE").Single().ToInput<MembershipInput>();
        await SaveAsync<Membership, MembershipInput>(membership with { ValidTo = new DateOnly(2031, 6, 30) }, Administrator);
        var data = await CatalogAsync();
        Assert.That((data.MayAskOn("NE", new DateOnly(2031, 6, 30)), data.MayAskOn("NE", new DateOnly(2031, 7, 1))), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_feast_entered_by_the_administrator_closes_the_country()
    {
        await LoadAsync();
        await SaveAsync<PublicHoliday, PublicHolidayInput>(new() { Code = "tabaski-2031", NameEn = "Tabaski", NameFr = "Tabaski", Rule = "2031-04-03", Calendars = ["SN"], Source = "Decree" }, Administrator);
        Assert.That((await CatalogAsync()).Calendars.Country("SN").IsWorkingDay(new DateOnly(2031, 4, 3)), Is.False);
    }

    [Test]
    public async Task The_announced_day_of_a_feast_takes_the_place_of_the_computed_one_and_of_an_earlier_announcement()
    {
        await LoadAsync();
        const string Feast = "SN:end-of-ramadan-eid-al-fitr";
        var computed = await FeastAsync();
        await EnterAsync(computed.AddDays(2));
        await EnterAsync(computed.AddDays(1));
        var announced = (await CatalogAsync()).Calendars.Country("SN").HolidaysOf(2031).Single(day => day.Holiday.NameFr.Contains("ramadan", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(announced.On, Is.EqualTo(computed.AddDays(1)));
            Assert.That(announced.Holiday.IsConfirmed, Is.True);
        });

        async Task<DateOnly> FeastAsync() => (await CatalogAsync()).Calendars.Country("SN").HolidaysOf(2031).First(day => day.Holiday.Code == Feast).On;

        Task EnterAsync(DateOnly on) => DaysAsync(new EnterDaysInput { Calendar = "SN", Source = "Decree", Days = [new EnteredDay { On = on, Corrects = Feast }] });
    }

    [Test]
    public async Task Announced_days_need_a_calendar_a_source_a_day_and_a_name()
    {
        await LoadAsync();
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => DaysAsync(new EnterDaysInput { Calendar = "ZZ", Days = [new EnteredDay(), new EnteredDay { On = new DateOnly(2031, 5, 2), Corrects = "nothing" }] }));
        Assert.That(refused!.Errors.Select(error => $"{error.Field} {error.Code}"), Is.EquivalentTo(new[]
        {
            "source required", "calendar unknown-code", "days[0].on required", "days[0].nameEn required", "days[1].corrects unknown-code",
        }));
    }

    [Test]
    public async Task A_state_that_moves_its_week_end_counts_otherwise_from_that_day()
    {
        await LoadAsync();
        await SaveAsync<OfficeWeek, OfficeWeekInput>(
            new() { Code = "MR-2031", NameEn = "New week-end", NameFr = "Nouvelle fin de semaine", Calendars = ["MR"], Weekend = [DayOfWeek.Friday, DayOfWeek.Saturday], ValidFrom = new DateOnly(2031, 6, 1), Source = "Decree" }, Administrator);
        var calendar = (await CatalogAsync()).Calendars.Country("MR");
        Assert.That((calendar.IsWorkingDay(new DateOnly(2031, 5, 23)), calendar.IsWorkingDay(new DateOnly(2031, 6, 6)), calendar.IsWorkingDay(new DateOnly(2031, 6, 8))), Is.EqualTo((true, false, true)));
    }

    [Test]
    public async Task Wrong_fields_are_named_and_nothing_is_saved()
    {
        await LoadAsync();
        var wrong = (await CatalogAsync()).Country("SN")!.ToInput<CountryInput>() with { NameFr = " ", DefaultLanguage = "de" };
        var zone = wrong with { NameFr = "Sénégal", DefaultLanguage = "fr", TimeZone = "Africa/Nowhere" };
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await ErrorsAsync<Country, CountryInput>(wrong), Is.EquivalentTo(new[] { "nameFr required", "defaultLanguage not-a-language" }));
            Assert.That(await ErrorsAsync<Country, CountryInput>(zone), Is.EqualTo(new[] { "timeZone unknown-time-zone" }));
            Assert.That(await ErrorsAsync<PublicHoliday, PublicHolidayInput>(new() { Code = "x", NameEn = "x", NameFr = "x", Source = "x", Rule = "May", Calendars = ["ZZ"] }),
                Is.EqualTo(new[] { "rule not-a-holiday-rule", "calendars unknown-code" }));
            Assert.That(await ErrorsAsync<Theme, ThemeInput>(new() { Code = "T1", NameEn = "x", NameFr = "x", Source = "x" }), Is.EqualTo(new[] { "code already-taken" }));
        });
    }

    [Test]
    public async Task Another_nodes_change_is_seen_after_some_seconds()
    {
        await LoadAsync();
        using var otherNode = new ReferenceCatalog(services.GetRequiredService<IServiceScopeFactory>(), new SecretariatOffice(), clock);
        var before = await otherNode.GetAsync(default);
        await SaveAsync<Theme, ThemeInput>(before.Theme("T1")!.ToInput<ThemeInput>() with { NameEn = "Data" }, Administrator);
        Assert.That(await otherNode.GetAsync(default), Is.SameAs(before));

        clock.Advance(ReferenceCatalog.CheckEvery);
        var after = await otherNode.GetAsync(default);
        clock.Advance(ReferenceCatalog.CheckEvery);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(after.Theme("T1")!.NameEn, Is.EqualTo("Data"));
            Assert.That(await otherNode.GetAsync(default), Is.SameAs(after), "unchanged data is not read again");
        });
    }

    [Test]
    public async Task The_lists_are_filtered_and_in_the_readers_language()
    {
        await LoadAsync();
        var committee = await InScopeAsync<ListCountries, IReadOnlyList<CountryLine>>(list => list.ExecuteAsync(new CountryFilter(Role: PartnerRole.Beneficiary, OnSteeringCommittee: true), "fr", default));
        var objectives = await InScopeAsync<ListObjectives, IReadOnlyList<ObjectiveLine>>(list => list.ExecuteAsync("DAK11", "fr", default));
        Assert.Multiple(() =>
        {
            Assert.That(committee.Select(country => country.Name), Is.EqualTo(new[] { "Burkina Faso", "Guinée équatoriale", "Mali", "Maroc", "Sénégal" }));
            Assert.That(objectives, Has.Count.EqualTo(23));
            Assert.That(objectives[0], Is.EqualTo(objectives[0] with { ShortCode = "R1", PartName = "Organiser la migration légale", IsUnofficial = true }));
        });
    }

    private async Task<IEnumerable<string>> ErrorsAsync<TRow, TInput>(TInput input)
        where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
        where TInput : ReferenceInput
    {
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => SaveAsync<TRow, TInput>(input, Administrator));
        return refusal!.Errors.Select(error => $"{error.Field} {error.Code}");
    }

    private Task<ReferenceLoad> LoadAsync() => InScopeAsync<LoadReferenceData, ReferenceLoad>(load => load.ExecuteAsync(default));

    private Task<ReferenceSnapshot> CatalogAsync() => services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);

    private Task<int> DaysAsync(EnterDaysInput input) => InScopeAsync<EnterDays, int>(enter => enter.ExecuteAsync(input, Administrator, default));

    private Task<TRow> SaveAsync<TRow, TInput>(TInput input, Actor by)
        where TRow : ReferenceRow, IReferenceRow<TRow, TInput>
        where TInput : ReferenceInput => InScopeAsync<SaveReferenceRow<TRow, TInput>, TRow>(save => save.ExecuteAsync(input, by, default));

    private async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
