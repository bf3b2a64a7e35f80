using System.Globalization;
using System.Xml.Linq;
using NUnit.Framework;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Drawing;
using TechAssist.Workflow.Tests.Linting;

namespace TechAssist.Workflow.Tests.Drawing;

/// <summary>The picture of a definition and its text alternative.</summary>
public sealed class WorkflowDiagramTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Test]
    public void The_picture_has_a_role_a_title_and_a_description([Values("en", "fr")] string language)
    {
        var picture = Draw("standard", new DiagramOptions(language) { Current = ["triage"], IdPrefix = "case" });

        var named = picture.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.That(picture.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(named.Select(id => picture.Elements().Single(e => e.Attribute("id")?.Value == id).Value), Has.All.Not.Empty);
        Assert.That(picture.Element(_svg + "desc")!.Value, Does.Contain(language == "fr" ? "Noter la demande" : "Score the request").IgnoreCase);
    }

    [TestCaseSource(nameof(Keys))]
    public void A_strict_content_policy_lets_it_through(string key)
    {
        var picture = Draw(key, new DiagramOptions("en"));

        Assert.That(picture.DescendantsAndSelf().Select(e => e.Name.LocalName), Has.None.EqualTo("style").And.None.EqualTo("script"));
        Assert.That(picture.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName), Has.None.EqualTo("style").And.None.StartsWith("on"));
    }

    [TestCaseSource(nameof(Keys))]
    public void Every_step_stands_in_the_list_after_one_that_leads_to_it(string key)
    {
        var definition = Read(key);

        var steps = WorkflowDiagram.Steps(definition, new DiagramOptions("en"));

        Assert.That(steps.Select(s => s.Id), Is.EquivalentTo(definition.HumanSteps.Select(s => s.Id).Concat(definition.WaitUntilSteps.Select(s => s.Id))));
        for (var i = 1; i < steps.Count; i++)
        {
            var isBeginning = steps.All(s => !s.Next.Except(s.Back).Contains(steps[i].Id));
            Assert.That(isBeginning || steps.Take(i).Any(s => s.Next.Contains(steps[i].Id)), steps[i].Id);
        }
    }

    [Test]
    public void What_is_done_and_what_is_open_is_told_without_colour()
    {
        var picture = Draw("standard", new DiagramOptions("en") { Visited = ["endorsement", "receipt"], Current = ["eligibility"] });

        var done = Group(picture, "step-done");
        var current = Group(picture, "step-current");
        Assert.That(done, Has.Count.EqualTo(2));
        Assert.That(current, Has.Count.EqualTo(1));
        Assert.That(done[0].Value, Does.Contain("Done"));
        Assert.That(current[0].Value, Does.Contain("Now"));
        Assert.That(Thickness(current[0]), Is.GreaterThan(Thickness(done[0])));
        Assert.That(Thickness(done[0]), Is.GreaterThan(Thickness(Group(picture, "step-ahead")[0])));
    }

    [Test]
    public void The_requester_reads_the_requesters_words()
    {
        var definition = Read("standard");

        var steps = WorkflowDiagram.Steps(definition, new DiagramOptions("fr") { ForRequester = true });

        Assert.That(steps.Select(s => s.Label), Is.EqualTo(steps.Select(s => definition.FindStep(s.Id)!.LabelRequesterFr)).AsCollection);
    }

    [Test]
    public void Colours_of_text_and_borders_stand_out_from_their_ground()
    {
        var picture = Draw("standard", new DiagramOptions("en") { Visited = ["endorsement"], Current = ["receipt"] });

        foreach (var group in picture.Elements(_svg + "g"))
        {
            var ground = group.Element(_svg + "rect")!.Attribute("fill")!.Value;
            Assert.That(group.Elements(_svg + "text").Select(t => Contrast(t.Attribute("fill")!.Value, ground)), Has.All.GreaterThanOrEqualTo(4.5));
            Assert.That(Contrast(group.Element(_svg + "rect")!.Attribute("stroke")!.Value, "#ffffff"), Is.GreaterThanOrEqualTo(3));
        }
    }

    [TestCaseSource(nameof(Keys))]
    public void Boxes_do_not_overlap_and_all_stays_inside(string key)
    {
        var picture = Draw(key, new DiagramOptions("fr"));

        var size = picture.Attribute("viewBox")!.Value.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var boxes = picture.Descendants(_svg + "rect").Select(r => (Top: Of(r, "y"), Bottom: Of(r, "y") + Of(r, "height"), Right: Of(r, "x") + Of(r, "width"))).ToList();
        Assert.That(size[2], Is.LessThanOrEqualTo(460), "It is to be read at 390 pixels.");
        Assert.That(boxes.Zip(boxes.Skip(1), (a, b) => b.Top - a.Bottom), Has.All.GreaterThan(8));
        Assert.That(boxes.Select(b => b.Right), Has.All.LessThan(size[2]));
        Assert.That(boxes[^1].Bottom, Is.LessThan(size[3]));
    }

    [Test]
    public void Words_from_the_file_cannot_become_markup()
    {
        var file = SoundFile.Create();
        SoundFile.Put(file, "one", "labelStaffEn", "<script>alert(1)</script> & \" \0 \ud800 \u001f " + new string('x', 200));

        var picture = XElement.Parse(WorkflowDiagram.ToSvg(WorkflowDefinition.Parse(file.ToJsonString()), new DiagramOptions("en") { Title = "a < b & c" }));

        Assert.That(picture.Descendants(_svg + "script"), Is.Empty);
        Assert.That(picture.Element(_svg + "title")!.Value, Is.EqualTo("a < b & c"));
    }

    [Test]
    public void Definitions_of_any_shape_can_be_drawn()
    {
        foreach (var line in Conformance.ConformanceTests.Hand().Concat(Conformance.ConformanceTests.Random()))
        {
            var definition = WorkflowDefinition.Parse(System.Text.Json.Nodes.JsonNode.Parse(line)!["definition"]!.ToJsonString());
            Assert.That(() => XElement.Parse(WorkflowDiagram.ToSvg(definition, new DiagramOptions("fr"))), Throws.Nothing, line[..40]);
        }
    }

    private static string[] Keys() => ["followup", "mission", "publication", "rapid", "standard"];

    private static WorkflowDefinition Read(string key) =>
        WorkflowDefinition.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", $"{key}.v1.json")));

    private static XElement Draw(string key, DiagramOptions options) => XElement.Parse(WorkflowDiagram.ToSvg(Read(key), options));

    private static List<XElement> Group(XElement picture, string name) =>
        [.. picture.Elements(_svg + "g").Where(g => g.Attribute("class")!.Value.Split(' ').Contains(name))];

    private static double Thickness(XElement group) => Of(group.Element(_svg + "rect")!, "stroke-width");

    private static double Of(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>WCAG 2.2 contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
