using System.Text.Json;
using System.Text.RegularExpressions;
using TechAssist.Core.Notifications;

namespace TechAssist.Core.Tests.Notifications;

public sealed partial class MailTextTests
{
    /// <summary>What each kind of mail carries. A text may use these and nothing else.</summary>
    private static readonly string[] OfCase = ["reference", "title", "path"];
    private static readonly string[] OfTask = [.. OfCase, "step", "due", "byLink", "moreTime"];

    private static readonly Dictionary<string, string[]> OfOthers = new()
    {
        ["task-opened"] = OfTask,
        ["task-reminder"] = OfTask,
        ["task-late"] = OfTask,
        ["task-escalated"] = OfTask,
        ["task-taken-over"] = [.. OfTask, "from"],
        ["task-passed-on"] = [.. OfTask, "people"],
        ["task-reported"] = [.. OfTask, "people"],
        ["hold-over"] = [.. OfCase, "until"],
        ["due-extended"] = [.. OfTask, "reason"],
        ["more-time-asked"] = [.. OfTask, "person", "until", "reason"],
        ["more-time-declined"] = [.. OfTask, "until", "reason"],
        ["due-recounted"] = [.. OfTask, "reason"],
        ["mail-came-back"] = [.. OfCase, "to", "address", "words"],
        ["recommendation-progress-asked"] = [.. OfCase, "addressee", "text", "person"],
        ["recommendation-reminder"] = [.. OfCase, "addressee", "text", "due"],
        ["recommendation-unowned"] = [.. OfCase, "number", "addressee", "text", "due"],
        ["recommendation-ages"] = [.. OfCase, "number", "addressee", "text", "due", "months"],
        ["digest"] = ["count", "path"],
        ["withdrawn"] = OfCase,
        ["cancelled"] = OfCase,
        ["invitation"] = ["path"],
        ["password-reset"] = ["path"],
        ["mission-invitation"] = [.. OfCase, "role"],
        ["stoodDown"] = ["reference", "title"],
    };

    public static IEnumerable<string> Templates() => OfOthers.Keys.Concat(OfWorkflows()).Distinct();

    [Test]
    public void Every_mail_has_its_words_and_no_open_place([ValueSource(nameof(Templates))] string template, [Values("fr", "en")] string language)
    {
        var values = (OfOthers.GetValueOrDefault(template) ?? OfCase).Append("name").Append("link").ToDictionary(name => name, name => $"«{name}»");
        foreach (var key in new[] { $"Mail.{template}.Subject", $"Mail.{template}.Body" })
        {
            Assert.That(Messages.All.Keys(language), Does.Contain(key));
            Assert.That(Place().Matches(Messages.Text(key, language)).Select(place => place.Groups[1].Value), Is.SubsetOf(values.Keys), key);
        }

        var text = MailText.Of(template, language, values);
        var all = text.Subject + text.Plain + text.Html[text.Html.IndexOf("<p", StringComparison.Ordinal)..];
        Assert.That(all, Does.Not.Contain("{").And.Not.Contain("[Mail."));
        Assert.That(text.Plain, Does.Contain("«name»").And.Contain(values.ContainsKey("path") ? "«link»" : "«name»"));
    }

    [Test]
    public void The_reference_stands_before_every_subject_and_so_in_none([Values("fr", "en")] string language) =>
        Assert.That(
            Messages.All.Keys(language).Where(key => key.StartsWith("Mail.", StringComparison.Ordinal) && key.EndsWith(".Subject", StringComparison.Ordinal) && Messages.Text(key, language).Contains("{reference}", StringComparison.Ordinal)),
            Is.Empty);

    [Test]
    public void A_line_about_a_due_time_is_left_out_where_there_is_none()
    {
        var text = MailText.Of("task-opened", "fr", new Dictionary<string, string> { ["reference"] = "TA-2031-SN-0001", ["title"] = "T", ["step"] = "Vérifier", ["due"] = "", ["name"] = "N", ["link"] = "http://x/" });
        Assert.That(text.Subject, Is.EqualTo("[TA-2031-SN-0001] Pour vous\u00A0: Vérifier"));
        Assert.That(text.Plain, Does.Not.Contain("Merci d’agir avant").And.Contain("http://x/").And.Contain("Vérifier"));
    }

    [Test]
    public void What_people_wrote_cannot_become_markup()
    {
        var text = MailText.Of("approved", "en", new Dictionary<string, string> { ["reference"] = "R", ["title"] = "<b>É</b>\n[x](http://evil.test)", ["name"] = "N", ["link"] = "http://x/?a=1&b=2" });
        Assert.That(text.Html, Does.Contain("&lt;b&gt;É&lt;/b&gt; [x](http://evil.test)").And.Contain("a=1&amp;b=2").And.Not.Contain("href=\"http://evil.test"));
    }

    private static IEnumerable<string> OfWorkflows() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json")
            .SelectMany(file => TemplateInput().Matches(JsonSerializer.Serialize(JsonDocument.Parse(File.ReadAllText(file)))).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex("""
        "template":\{[^{}]*"expression":\{[^{}]*"value":"(\w+)"
        """)]
    private static partial Regex TemplateInput();
}
