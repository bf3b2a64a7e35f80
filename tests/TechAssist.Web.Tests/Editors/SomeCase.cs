using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Experts;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Tests.Editors;

/// <summary>A running case of Senegal with an officer, and experts to put forward.</summary>
internal sealed record SomeCase(PortalApp App, Guid Id, string Reference, TestPerson Officer, TestPerson Requester)
{
    public static async Task<SomeCase> CreateAsync(PortalApp app)
    {
        var requester = await app.Data.CreatePersonAsync(Role.Requester, "SN");
        await app.Data.CreatePersonAsync(Role.FocalPoint, "SN");
        var officer = await app.Data.CreatePersonAsync(Role.CaseOfficer);
        var content = PlayWorld.Reader().Read(Path.Combine(AppContext.BaseDirectory, "samples", "senegal-migration-statistics.json")).File.Request;
        var request = await app.WithAsync(services => services.GetRequiredService<SubmitRequest>().ExecuteAsync(content, requester.Actor, default));
        return new SomeCase(app, request.Id, request.Reference!, officer, requester);
    }

    /// <summary>Somebody on the roster who masters theme T1 and French.</summary>
    public async Task<(Guid Id, TestPerson Person)> AddExpertAsync(string familyName, string nationality = "FR")
    {
        var person = await App.Data.CreatePersonAsync(Role.Expert);
        var profile = new ExpertProfile
        {
            FamilyName = familyName,
            GivenNames = "Clémence",
            Nationalities = [nationality],
            Status = ExpertStatus.Consultant,
            Years = 12,
            YearsInMigration = 9,
            Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Practitioner }],
            Languages = [new LanguageSkill { Language = "fr", IsMotherTongue = true }],
            Consents = [new Consent { Kind = ConsentKind.Storage, GivenOn = DateOnly.FromDateTime(App.Now) }],
        };
        var id = await App.WithAsync(services => services.GetRequiredService<AddExpert>().ExecuteAsync(new AddExpertInput(profile, person.Email), Officer.Actor, default));
        return (id, person);
    }

    public Task<Guid> ProposeAsync(Guid expertId) => App.WithAsync(services =>
        services.GetRequiredService<Propose>().ExecuteAsync(Id, new ProposeInput(expertId) { Role = "Statistician" }, Officer.Actor, default));

    public Task<int> InviteAsync(Guid nominationId) => App.WithAsync(async services =>
    {
        await services.GetRequiredService<Invite>().ExecuteAsync(nominationId, Officer.Actor, default);
        return 0;
    });
}
