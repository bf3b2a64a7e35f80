using System.Globalization;
using System.Text;
using System.Xml;

namespace TechAssist.Workflow.Drawing;

/// <summary>Writes a layout as SVG. Presentation attributes only: a strict content security policy lets it through.</summary>
internal sealed class SvgWriter(DiagramLayout layout, DiagramText text, DiagramOptions options)
{
    private const string Ink = "#1b1f24";
    private const string Muted = "#4a5360";
    private const string Line = "#5b6573";
    private const string DoneInk = "#17613a";
    private const string DoneFill = "#e9f5ee";
    private const string NowInk = "#7a3b00";
    private const string NowFill = "#fff3dc";

    private readonly StringBuilder _output = new();
    private XmlWriter _svg = null!;

    public string Write()
    {
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false };
        using (_svg = XmlWriter.Create(_output, settings))
        {
            _svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            Attributes(
                ("role", "img"),
                ("lang", text.Code),
                ("class", "workflow-diagram"),
                ("viewBox", $"0 0 {layout.Width} {layout.Height}"),
                ("width", "100%"),
                ("aria-labelledby", $"{options.IdPrefix}-title {options.IdPrefix}-desc"),
                ("font-family", "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"));
            WriteNames();
            WriteMarkers();
            foreach (var bus in layout.Buses)
            {
                WriteBus(bus);
            }

            foreach (var trunk in layout.Trunks)
            {
                WriteTrunk(trunk);
            }

            WriteEnds();
            foreach (var heading in layout.Headings)
            {
                Text(DiagramLayout.Left + 30, heading.Y + 4, heading.Text, 12, Muted, bold: true);
            }

            foreach (var box in layout.Boxes)
            {
                WriteBox(box);
            }

            _svg.WriteEndElement();
        }

        return _output.ToString();
    }

    private void WriteNames()
    {
        string LabelsOf(StepState state)
        {
            var labels = layout.Boxes.Where(b => b.Step.State == state).Select(b => b.Step.Label).ToList();
            return labels.Count == 0 ? text["None"] : string.Join(", ", labels);
        }

        Named("title", $"{options.IdPrefix}-title", string.IsNullOrWhiteSpace(options.Title) ? text["Title"] : options.Title);
        Named("desc", $"{options.IdPrefix}-desc", text.Format("Desc", layout.Boxes.Count, LabelsOf(StepState.Done), LabelsOf(StepState.Current)));
    }

    private void Named(string element, string id, string content)
    {
        _svg.WriteStartElement(element);
        _svg.WriteAttributeString("id", id);
        _svg.WriteString(Printable(content));
        _svg.WriteEndElement();
    }

    private void WriteMarkers()
    {
        _svg.WriteStartElement("defs");
        foreach (var (name, colour) in new[] { ("arrow", Line), ("arrow-done", DoneInk) })
        {
            _svg.WriteStartElement("marker");
            Attributes(("id", $"{options.IdPrefix}-{name}"), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"), ("markerWidth", "8"), ("markerHeight", "8"),
                ("markerUnits", "userSpaceOnUse"), ("orient", "auto"));
            Element("path", ("d", "M0 0L8 4L0 8z"), ("fill", colour));
            _svg.WriteEndElement();
        }

        _svg.WriteEndElement();
    }

    private void WriteEnds()
    {
        Element("circle", ("cx", Number(DiagramLayout.Left + 13)), ("cy", "18"), ("r", "7"), ("fill", DoneInk));
        Text(DiagramLayout.Left + 30, 23, text["Start"], 13, Ink);
        Element("circle", ("cx", Number(DiagramLayout.Left + 13)), ("cy", Number(layout.EndY + 8)), ("r", "8"), ("fill", "#ffffff"), ("stroke", Ink), ("stroke-width", "2"));
        Element("circle", ("cx", Number(DiagramLayout.Left + 13)), ("cy", Number(layout.EndY + 8)), ("r", "4"), ("fill", Ink));
        Text(DiagramLayout.Left + 30, layout.EndY + 13, text["End"], 13, Ink);
    }

    /// <summary>Down the left side; a box that hangs from another is reached by an elbow.</summary>
    private void WriteTrunk(Trunk trunk)
    {
        var x = (trunk.From?.X ?? DiagramLayout.Left) + 13;
        var y = trunk.From?.Bottom ?? 26;
        var done = trunk.To is not null && IsPast(trunk.To) && (trunk.From is null || trunk.From.Step.State == StepState.Done);
        var straight = trunk.To is null || trunk.To.X == (trunk.From?.X ?? DiagramLayout.Left);
        var path = straight
            ? $"M{x} {y}V{trunk.To?.Y ?? layout.EndY}"
            : $"M{x} {y}V{trunk.To!.Middle}H{trunk.To.X}";
        Path(path, done, dashed: false, arrow: true);
    }

    private void WriteBus(Bus bus)
    {
        var right = DiagramLayout.Left + DiagramLayout.Column;
        var x = right + 12 + (bus.Lane * DiagramLayout.Lane);

        // Lines in and out of a box keep apart: out in the middle, forward lines in above it, ways back below.
        var targetY = bus.IsBack ? bus.Target.Bottom - 8 : bus.Target.Y + 8;
        var ends = bus.Sources.Select(s => s.Middle).Append(targetY).ToList();
        Path($"M{x} {ends.Min()}V{ends.Max()}", done: false, bus.IsBack, arrow: false);
        foreach (var source in bus.Sources)
        {
            Path($"M{source.Right} {source.Middle}H{x}", done: false, bus.IsBack, arrow: false);
        }

        Path($"M{x} {targetY}H{bus.Target.Right}", done: false, bus.IsBack, arrow: true);
    }

    private void Path(string d, bool done, bool dashed, bool arrow)
    {
        _svg.WriteStartElement("path");
        Attributes(("d", d), ("fill", "none"), ("stroke", done ? DoneInk : Line), ("stroke-width", done ? "3" : "1.5"), ("stroke-linejoin", "round"));
        if (arrow)
        {
            _svg.WriteAttributeString("marker-end", $"url(#{options.IdPrefix}-{(done ? "arrow-done" : "arrow")})");
        }

        if (dashed)
        {
            _svg.WriteAttributeString("stroke-dasharray", "5 4");
        }

        _svg.WriteEndElement();
    }

    private void WriteBox(Box box)
    {
        var (fill, stroke, thickness) = box.Step.State switch
        {
            StepState.Current => (NowFill, NowInk, "4"),
            StepState.Done => (DoneFill, DoneInk, "2.5"),
            StepState.Ahead => ("#ffffff", Line, "1.25"),
            _ => throw new ArgumentOutOfRangeException(nameof(box)),
        };
        _svg.WriteStartElement("g");
        Attributes(("class", $"step step-{box.Step.State.ToString().ToLowerInvariant()}"));
        Element("rect", ("x", Number(box.X)), ("y", Number(box.Y)), ("width", Number(box.Width)), ("height", Number(box.Height)), ("rx", "7"),
            ("fill", fill), ("stroke", stroke), ("stroke-width", thickness));
        WriteMark(box, stroke);
        var y = box.Y + 21;
        foreach (var line in box.Label)
        {
            Text(box.X + 34, y, line, 14, Ink, bold: box.Step.State == StepState.Current);
            y += DiagramLayout.LineHeight;
        }

        y -= 2;
        for (var i = 0; i < box.Notes.Count; i++)
        {
            var isState = i == 0 && box.Step.State != StepState.Ahead;
            Text(box.X + 34, y, box.Notes[i], 12, isState ? stroke : Muted, bold: isState);
            y += DiagramLayout.NoteHeight;
        }

        _svg.WriteEndElement();
    }

    /// <summary>A check for done, a pointer for now, an empty ring for what is ahead.</summary>
    private void WriteMark(Box box, string stroke)
    {
        var (x, y) = (box.X + 17, box.Y + 16);
        switch (box.Step.State)
        {
            case StepState.Done:
                Element("path", ("d", $"M{x - 6} {y}l4 5l8 -10"), ("fill", "none"), ("stroke", stroke), ("stroke-width", "3"), ("stroke-linecap", "round"), ("stroke-linejoin", "round"));
                break;
            case StepState.Current:
                Element("path", ("d", $"M{x - 5} {y - 7}L{x + 7} {y}L{x - 5} {y + 7}z"), ("fill", stroke));
                break;
            default:
                Element("circle", ("cx", Number(x)), ("cy", Number(y)), ("r", "4.5"), ("fill", "none"), ("stroke", stroke), ("stroke-width", "1.5"));
                break;
        }
    }

    private static bool IsPast(Box box) => box.Step.State is StepState.Done or StepState.Current;

    private void Text(int x, int y, string content, int size, string colour, bool bold = false)
    {
        _svg.WriteStartElement("text");
        Attributes(("x", Number(x)), ("y", Number(y)), ("font-size", Number(size)), ("fill", colour));
        if (bold)
        {
            _svg.WriteAttributeString("font-weight", "700");
        }

        _svg.WriteString(Printable(content));
        _svg.WriteEndElement();
    }

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        _svg.WriteStartElement(name);
        Attributes(attributes);
        _svg.WriteEndElement();
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            _svg.WriteAttributeString(name, value);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the characters XML does not know; half a surrogate pair becomes the replacement character.</summary>
    private static string Printable(string content) => string.Concat(content.EnumerateRunes()
        .Where(r => r.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF)));
}
