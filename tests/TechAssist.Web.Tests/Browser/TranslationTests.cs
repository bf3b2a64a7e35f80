using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NUnit.Framework;

namespace TechAssist.Web.Tests.Browser;

/// <summary>A report that an expert and an officer translate side by side.</summary>
public sealed class TranslationTests : BrowserTests
{
    [Test]
    public async Task What_is_typed_keeps_itself_and_nobody_writes_over_another_without_seeing_their_text()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var address = report.EditAddress.Replace("/edit", "/translation", StringComparison.Ordinal);
        var expert = await SignInAsync("expert1@demo.techassist.test", 390);
        var officer = await SignInAsync("officer@demo.techassist.test", 1280);
        await expert.Page.GotoAsync(address);
        await officer.Page.GotoAsync(address);
        var source = (await expert.Page.Locator(".side-by-side").First.GetAttributeAsync("id"))!["text-".Length..];

        await Box(expert, source).FillAsync("The expert’s words");
        await Assertions.Expect(expert.Page.Locator("#standing .save-state[role=status]")).ToBeVisibleAsync();
        await UntilAsync(source, "The expert’s words");
        await Box(expert, source).FillAsync("The expert’s better words");
        await UntilAsync(source, "The expert’s better words");
        await Assertions.Expect(expert.Page.Locator("#standing [role=alert]")).ToHaveCountAsync(0);

        await Box(officer, source).FillAsync("The officer’s words");
        await Assertions.Expect(officer.Page.Locator("#standing [role=alert]")).ToBeVisibleAsync();
        await officer.Page.Locator(".editor-body > .actions button").ClickAsync();
        var row = officer.Page.Locator($"#text-{source}");
        await Assertions.Expect(row.Locator(".note-warn")).ToContainTextAsync("The expert’s better words");
        await Assertions.Expect(Box(officer, source)).ToHaveValueAsync("The officer’s words");
        Assert.That(await officer.BarriersAsync(), Is.Empty);
        await row.Locator("label[for$='-replaces']").ClickAsync();
        await UntilAsync(source, "The officer’s words");

        await officer.Page.GotoAsync(address);
        var second = officer.Page.Locator(".side-by-side").Nth(1);
        await second.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(second.Locator("textarea")).ToHaveValueAsync(await second.Locator("[id^=original-]").InnerTextAsync());
        await UntilAsync((await second.GetAttributeAsync("id"))!["text-".Length..], await second.Locator("textarea").InputValueAsync());
    }

    [Test]
    public async Task Two_people_translate_different_texts_of_one_page_and_neither_takes_the_others_away()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var address = report.EditAddress.Replace("/edit", "/translation", StringComparison.Ordinal);
        var expert = await SignInAsync("expert1@demo.techassist.test", 390);
        var officer = await SignInAsync("officer@demo.techassist.test", 1280);
        await expert.Page.GotoAsync(address);
        await officer.Page.GotoAsync(address);
        var rows = expert.Page.Locator(".side-by-side");
        var (first, second) = ((await rows.Nth(0).GetAttributeAsync("id"))!["text-".Length..], (await rows.Nth(1).GetAttributeAsync("id"))!["text-".Length..]);

        await Box(officer, second).FillAsync("The officer’s text");
        await UntilAsync(second, "The officer’s text");
        foreach (var words in new[] { "One", "One and", "One and all" })
        {
            await Box(expert, first).FillAsync(words);
            await UntilAsync(first, words);
        }

        await UntilAsync(second, "The officer’s text");
        await Assertions.Expect(expert.Page.Locator("#standing [role=alert]")).ToHaveCountAsync(0);
        await Box(expert, first).FillAsync(new string('x', 20_001));
        await Assertions.Expect(expert.Page.Locator("#standing [role=alert]")).ToBeVisibleAsync();
        Assert.That(await expert.Page.EvaluateAsync<bool>("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"), Is.True, "the page is not left without a word");
        await Box(expert, first).FillAsync("One and all");
        await Assertions.Expect(expert.Page.Locator("#standing [role=alert]")).ToHaveCountAsync(0);
        await expert.SettleAsync();
        Assert.That(await expert.Page.EvaluateAsync<bool>("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"), Is.True);
    }

    [Test]
    public async Task Who_reads_the_other_language_reads_what_is_translated_and_the_original_is_one_click_away()
    {
        var report = await WrittenReport.ReturnedAsync(App);
        var officer = await SignInAsync("officer@demo.techassist.test", 390, javaScript: false, language: "en");
        await officer.GoAsync(report.EditAddress.Replace("/edit", "/translation", StringComparison.Ordinal));
        await officer.Page.Locator(".side-by-side textarea").First.FillAsync("What the mission was for");
        await officer.PressAsync(officer.Page.Locator(".editor-body > .actions button"));
        Assert.That(await officer.IsTooWideAsync(), Is.False);

        var address = report.EditAddress.Replace("/edit", "", StringComparison.Ordinal);
        await officer.GoAsync(address);
        var purpose = (await report.ContentAsync()).Purpose![..20];
        await Assertions.Expect(officer.Page.Locator(".reader-body")).ToContainTextAsync(purpose);
        await officer.PressAsync(officer.Page.Locator(".reader-body > .note a"));
        await Assertions.Expect(officer.Page.Locator(".reader-body")).ToContainTextAsync("What the mission was for");
        await Assertions.Expect(officer.Page.Locator(".reader-body")).Not.ToContainTextAsync(purpose);
        await officer.PressAsync(officer.Page.Locator(".reader-body > .note a"));
        await Assertions.Expect(officer.Page.Locator(".reader-body")).ToContainTextAsync(purpose);
    }

    private static ILocator Box(Desk desk, string source) => desk.Page.Locator($"#text-{source} textarea");

    private async Task UntilAsync(string source, string text)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        for (var attempt = 0; attempt < 200 && await timer.WaitForNextTickAsync(); attempt++)
        {
            if (await App.ReadAsync(db => db.TextTranslations.AnyAsync(row => row.Source == source && row.Text == text)))
            {
                return;
            }
        }

        Assert.Fail("never kept: " + text);
    }
}
