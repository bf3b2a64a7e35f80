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

    /// <summary>What the overview of a draft just begun says of its last save.</summary>
    private async Task<string> SavedAsync(Role role, string? country, string language)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(role, country, language));
        var draft = country is null ? await Journey.BeginAsync(visitor, ("Input.Country", "TG")) : await Journey.BeginAsync(visitor);
        return (await visitor.GetAsync(draft)).Page.QuerySelector("main time")!.TextContent;
    }
}
