using Microsoft.Playwright;
using NUnit.Framework;

namespace TechAssist.Web.Tests.Browser;

/// <summary>A report that two experts write at once, one of them on a line that breaks.</summary>
public sealed class BrokenLineTests : BrowserTests
{
    private const string Purpose = "Input.Purpose";
    private const string Lessons = "Input.Lessons";
    private const string Approach = "Input.Approach";
    private const string Difficulties = "Input.Difficulties";

    [Test]
    public async Task Two_people_write_over_a_broken_line_and_no_word_is_lost()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var hotel = await SignInAsync("expert1@demo.techassist.test", 390);
        var office = await SignInAsync("expert2@demo.techassist.test", 1280);
        await hotel.Page.GotoAsync(report.EditAddress);
        await office.Page.GotoAsync(report.EditAddress);
        var began = await hotel.Page.Locator($"[name='{Purpose}']").InputValueAsync();

        await hotel.Page.Context.SetOfflineAsync(true);
        await hotel.Page.Locator($"[name='{Lessons}']").FillAsync("Écrit à l’hôtel, sans réseau.");
        await hotel.Page.Locator($"[name='{Purpose}']").FillAsync(began + " Une phrase de l’hôtel.");
        await hotel.Page.Locator($"[name='{Approach}']").FillAsync("L’approche vue de l’hôtel");
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();

        await office.Page.Locator($"[name='{Purpose}']").FillAsync("Une phrase du bureau. " + began);
        await office.Page.Locator($"[name='{Approach}']").FillAsync("L’approche vue du bureau");
        await report.UntilAsync(content => content.Approach == "L’approche vue du bureau");

        await hotel.Page.Context.SetOfflineAsync(false);
        await report.UntilAsync(content => content.Lessons == "Écrit à l’hôtel, sans réseau.");
        await Assertions.Expect(hotel.Page.Locator($"[name='{Approach}']")).ToHaveValueAsync("L’approche vue du bureau");
        await Assertions.Expect(hotel.Page.Locator("#conflicts .versus")).ToContainTextAsync("L’approche vue de l’hôtel");
        var purpose = await hotel.Page.Locator($"[name='{Purpose}']").InputValueAsync();
        Assert.That(purpose, Does.Contain("Une phrase du bureau.").And.Contain("Une phrase de l’hôtel."));

        await hotel.Page.Locator("#conflicts button[name='Take']").ClickAsync();
        await Assertions.Expect(hotel.Page.Locator($"[name='{Approach}']")).ToHaveValueAsync("L’approche vue de l’hôtel");
        await Assertions.Expect(hotel.Page.Locator("#conflicts")).ToHaveCountAsync(0);

        // The page is closed while there is no line: what was typed is sent when it is opened again.
        await hotel.Page.Context.SetOfflineAsync(true);
        await hotel.Page.Locator($"[name='{Lessons}']").FillAsync("Écrit juste avant de fermer.");
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();
        await hotel.Page.GotoAsync("about:blank");
        await hotel.Page.Context.SetOfflineAsync(false);
        await hotel.Page.GotoAsync(report.EditAddress);
        await report.UntilAsync(content => content.Lessons == "Écrit juste avant de fermer.");
        await Assertions.Expect(hotel.Page.Locator($"[name='{Lessons}']")).ToHaveValueAsync("Écrit juste avant de fermer.");
    }

    [Test]
    public async Task Rows_are_added_and_taken_out_and_the_form_is_saved_without_a_line_and_all_of_it_arrives()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var before = await report.ContentAsync();
        var (met, advised) = (before.PersonsMet.Count, before.Recommendations.Count);
        Assert.That((met > 1, advised > 1), Is.EqualTo((true, true)), "the sample has rows to take out");
        var hotel = await SignInAsync("expert1@demo.techassist.test", 390);
        var office = await SignInAsync("expert2@demo.techassist.test", 1280);
        await hotel.Page.GotoAsync(report.EditAddress);
        await office.Page.GotoAsync(report.EditAddress);

        await hotel.Page.Context.SetOfflineAsync(true);
        await AddAsync(hotel.Page, "PersonsMet");
        await FillAsync(hotel.Page, $"Input.PersonsMet[{met}].Name", "Aïssatou Bâ, vue à l’hôtel");
        await AddAsync(hotel.Page, "Recommendations");
        await FillAsync(hotel.Page, $"Input.Recommendations[{advised}].Text.Fr", "Ajoutée sans réseau.");
        await hotel.Page.Locator($"[name='Input.Recommendations[{advised}].Priority']").SelectOptionAsync("High");
        await hotel.Page.Locator("button[value='remove:Input.Recommendations[0]']").ClickAsync();
        await Assertions.Expect(hotel.Page.Locator($"[name='Input.Recommendations[{advised - 1}].Text.Fr']")).ToHaveValueAsync("Ajoutée sans réseau.");
        await Assertions.Expect(hotel.Page.Locator($"[name='Input.Recommendations[{advised}].Text.Fr']")).ToHaveCountAsync(0);
        await Assertions.Expect(hotel.Page.Locator($"fieldset.row-box:has([name='Input.Recommendations[{advised - 1}].Text.Fr']) > legend")).ToContainTextAsync($"{advised}");
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();
        Assert.That((await hotel.BarriersAsync(), await hotel.IsTooWideAsync()), Is.EqualTo((Array.Empty<string>(), false)));

        // Saving, and Enter in a field, wait on the page.
        await hotel.Page.Locator("main form.editor .actions .btn-primary").ClickAsync();
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();
        await hotel.Page.Locator($"[name='Input.PersonsMet[{met}].Function']").PressAsync("Enter");
        await FillAsync(hotel.Page, Lessons, "Écrit après avoir voulu enregistrer.");
        Assert.That(hotel.Address, Is.EqualTo(report.EditAddress));

        await AddAsync(office.Page, "PersonsMet");
        await FillAsync(office.Page, $"Input.PersonsMet[{met}].Name", "Modou Faye, vu au bureau");
        await office.Page.Locator("button[value='remove:Input.PersonsMet[0]']").ClickAsync();
        await report.UntilAsync(content => content.PersonsMet.Count == met && content.PersonsMet[^1].Name == "Modou Faye, vu au bureau");

        await hotel.Page.Context.SetOfflineAsync(false);
        var merged = await report.UntilAsync(content => content.Lessons == "Écrit après avoir voulu enregistrer.");
        Assert.Multiple(() =>
        {
            Assert.That(merged.PersonsMet.Select(person => person.Name), Is.EqualTo(
                before.PersonsMet.Skip(1).Select(person => person.Name).Append("Modou Faye, vu au bureau").Append("Aïssatou Bâ, vue à l’hôtel")));
            Assert.That(merged.Recommendations.Select(row => row.Text.Fr), Is.EqualTo(before.Recommendations.Skip(1).Select(row => row.Text.Fr).Append("Ajoutée sans réseau.")));
            Assert.That(merged.Recommendations[^1].Priority, Is.EqualTo(Core.EndOfMission.RecommendationPriority.High));
        });
        await Assertions.Expect(hotel.Page.Locator($"[name='Input.PersonsMet[{met - 1}].Name']")).ToHaveValueAsync("Modou Faye, vu au bureau");

        // With a line the button leads to the server as ever.
        await FillAsync(hotel.Page, Difficulties, "Enregistré avec le bouton.");
        await hotel.PressAsync(hotel.Page.Locator("main form.editor .actions .btn-primary"));
        await report.UntilAsync(content => content.Difficulties == "Enregistré avec le bouton.");
        await Assertions.Expect(hotel.Page.Locator("#kept")).ToBeHiddenAsync();
        Assert.That(Complaints.Where(complaint => !complaint.Contains(" htmx:", StringComparison.Ordinal)), Is.Empty, "besides saves that met no line");
    }

    private static Task AddAsync(IPage page, string list) => page.Locator($"button[value='add:Input.{list}']").ClickAsync();

    private static Task FillAsync(IPage page, string name, string text) => page.Locator($"[name='{name}']").FillAsync(text);
}
