using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Roster;

public sealed class ImportPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task An_officer_without_scripts_sends_a_table_names_its_columns_imports_it_and_takes_it_back()
    {
        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var sent = await SendAsync(officer, "Nom;Prénom;Nationalité;Statut;Thèmes;Langues;Consentement;Remarque\nNdïaye;Rokhaya;Sénégal;Consultante;T1 2;Français C2;2031-01-05;ignorée\nFaux;Jean;Nulle part;Consultant;T1;fr C1;2031-01-05;\n", "experts.csv");
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        var columns = sent.Headers.Location!.ToString();
        var mapped = await officer.FillAsync(columns);
        Assert.That(mapped.LeadsTo, Is.EqualTo(columns.Replace("/columns", "", StringComparison.Ordinal)));
        var page = mapped.LeadsTo!;
        var waiting = await officer.GetAsync(page);
        Assert.That(waiting.Page.QuerySelector("progress"), Is.Not.Null);
        Assert.That(waiting.Page.QuerySelector($"a[href='{page}']"), Is.Not.Null, "nothing to press without scripts");

        await WorkAsync(page);
        var looked = await officer.GetAsync(page);
        Assert.That(looked.Page.QuerySelector("main")!.TextContent, Does.Contain("Line 3").And.Contain("“Nulle part” is no country we know"));
        await officer.SubmitAsync(looked, "form[action*='handler=Run']", ("Duplicates", "Update"));
        await WorkAsync(page);
        Assert.That(await App.ReadAsync(db => db.Experts.CountAsync(expert => expert.Name == "Rokhaya Ndïaye")), Is.EqualTo(1));

        await officer.SubmitAsync(await officer.GetAsync(page), "form[action*='handler=Undo']");
        await WorkAsync(page);
        Assert.That((await officer.GetAsync(page)).Heading, Is.EqualTo("Taken back"));
        Assert.That(await App.ReadAsync(db => db.Experts.CountAsync(expert => expert.Name == "Rokhaya Ndïaye")), Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_no_table_is_refused_beside_the_field()
    {
        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var answer = await SendAsync(officer, "MZ\u0090\0\u0003", "experts.csv");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("This is not a table"));
    }

    [Test]
    public async Task What_the_search_found_is_taken_out_by_a_form_and_stands_in_the_history()
    {
        var officer = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.CaseOfficer));
        var file = await officer.FillAsync("/roster/export", ("Format", "Csv"));
        Assert.That(file.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(file.Response.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo("Experts 2031-03-03.csv"));
        Assert.That(await App.ReadAsync(db => db.Timeline.CountAsync(entry => entry.Kind == "roster-exported")), Is.EqualTo(1));
    }

    private Task<bool> WorkAsync(string page) => App.WithAsync(async services =>
    {
        await services.GetRequiredService<WorkOnImports>().ExecuteAsync(Guid.Parse(page.Split('/')[^1]), default);
        return true;
    });

    private static async Task<HttpResponseMessage> SendAsync(Visitor officer, string text, string name)
    {
        var form = await officer.GetAsync("/roster/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Input.File", name },
        };
        return await officer.Client.PostAsync("/roster/import", content);
    }
}
