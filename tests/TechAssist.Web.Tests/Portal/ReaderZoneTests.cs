using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Tests.Requests;

namespace TechAssist.Web.Tests.Portal;

public sealed class ReaderZoneTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Instants_are_said_in_the_readers_zone_with_its_name()
    {
        // 9:00 UTC is 8:00 in Praia and, in March, 10:00 in Brussels.
        Assert.That(await SavedAsync(Role.Requester, "CV", "en"), Does.Contain("08:00 (Praia)"));
        Assert.That(await SavedAsync(Role.FocalPoint, "SN", "fr"), Does.Match("9.h.00 \\(Dakar\\)"));
        Assert.That(await SavedAsync(Role.CaseOfficer, null, "fr"), Does.Match("10.h.00 \\(Bruxelles\\)"));
    }

    [Test]
    public void Who_acts_for_no_country_or_for_several_with_different_times_reads_the_secretariats_time()
    {
        var calendars = App.Services.GetRequiredService<ReferenceCatalog>().Current.Calendars;
        Assert.Multiple(() =>
        {
            Assert.That(Of(), Is.EqualTo("Europe/Brussels"));
            Assert.That(Of("SN", "CV"), Is.EqualTo("Europe/Brussels"));
            Assert.That(Of("CV"), Is.EqualTo("Atlantic/Cape_Verde"));
            Assert.That(ReaderZone.Of(null, calendars).Id, Is.EqualTo("Europe/Brussels"));
        });

        string Of(params string[] countries) => ReaderZone.Of(
            new Actor(Guid.CreateVersion7(App.Now), "x", "fr", [.. countries.Select(code => new RoleGrant(Role.FocalPoint, code))]), calendars).Id;
    }

    [Test]
    public void A_chosen_zone_goes_first_and_an_expert_without_one_reads_the_time_of_the_residence()
    {
        var calendars = App.Services.GetRequiredService<ReferenceCatalog>().Current.Calendars;
        var officer = new Actor(Guid.CreateVersion7(App.Now), "x", "fr", [new RoleGrant(Role.CaseOfficer)]);
        var expert = new Actor(Guid.CreateVersion7(App.Now), "x", "fr", [new RoleGrant(Role.Expert, RequestId: Guid.CreateVersion7(App.Now))]) { Residence = "CV" };
        Assert.That(ReaderZone.Of(officer with { TimeZone = "Africa/Nairobi" }, calendars).Id, Is.EqualTo("Africa/Nairobi"));
        Assert.That(ReaderZone.Of(officer with { TimeZone = "Nowhere/At_All" }, calendars).Id, Is.EqualTo("Europe/Brussels"));
        Assert.That(ReaderZone.Of(expert, calendars).Id, Is.EqualTo("Atlantic/Cape_Verde"));
        Assert.That(ReaderZone.Of(expert with { TimeZone = "Asia/Tokyo" }, calendars).Id, Is.EqualTo("Asia/Tokyo"));
    }

    [Test]
    public async Task Whoever_chooses_a_zone_reads_the_pages_in_it()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.FocalPoint, "SN", "en"));
        var profile = await visitor.GetAsync("/account/profile");
        Assert.That(profile.Page.QuerySelector("option[value='']")!.TextContent, Does.Contain("Dakar"));
        var refused = await visitor.FillAsync("/account/profile", ("Input.TimeZone", "Nowhere/At_All"));
        Assert.That(refused.Status, Is.EqualTo(System.Net.HttpStatusCode.BadRequest));
        await visitor.FillAsync("/account/profile", ("Input.TimeZone", "Asia/Tokyo"));
        Assert.That((await visitor.GetAsync("/account/profile")).Page.QuerySelector("option[value='Asia/Tokyo']")!.HasAttribute("selected"), Is.True);
        Assert.That((await visitor.GetAsync(await Journey.BeginAsync(visitor))).Page.QuerySelector("main time")!.TextContent, Does.Contain("18:00 (Tokyo)"));
    }

    /// <summary>What the overview of a draft just begun says of its last save.</summary>
    private async Task<string> SavedAsync(Role role, string? country, string language)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(role, country, language));
        var draft = country is null ? await Journey.BeginAsync(visitor, ("Input.Country", "TG")) : await Journey.BeginAsync(visitor);
        return (await visitor.GetAsync(draft)).Page.QuerySelector("main time")!.TextContent;
    }
}
