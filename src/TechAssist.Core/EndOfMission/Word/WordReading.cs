using System.Text.Json.Nodes;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>Puts what a file holds into the text its form was made from. A place reads as unchanged when it reads as the form did,
/// so that nothing changes that nobody touched, whatever Word or Markdown make of it. Pure.</summary>
internal sealed class WordReading
{
    private readonly WordForm form;
    private readonly WordRaw before;
    private readonly WordRaw sent;
    private readonly JsonObject tree;
    private readonly List<WordNote> notes;
    private readonly List<LooseText> loose;

    private WordReading(WordForm form, ReportContent origin, WordRaw before, WordRaw sent)
    {
        (this.form, this.before, this.sent) = (form, before, sent);
        tree = JsonPlace.TreeOf(origin);
        (notes, loose) = ([.. sent.Notes], [.. sent.Loose]);
    }

    /// <param name="form">As it was handed out.</param>
    /// <param name="origin">The text it was made from.</param>
    /// <param name="before">The form as it reads untouched.</param>
    /// <param name="sent">As it came back.</param>
    public static WordResult Of(WordForm form, ReportContent origin, WordRaw before, WordRaw sent) => new WordReading(form, origin, before, sent).Read();

    private WordResult Read()
    {
        foreach (var section in form.Sections)
        {
            foreach (var part in section.Parts)
            {
                Read(part, section.Number);
            }
        }

        foreach (var name in new[] { "training", "internal" })
        {
            if (tree[name] is JsonObject { Count: 0 })
            {
                tree.Remove(name);
            }
        }

        return new WordResult(JsonPlace.ContentOf(tree), notes, loose, sent.Remarks);
    }

    private void Read(WordPart part, int section)
    {
        switch (part)
        {
            case WordTextPart text when sent.Texts.TryGetValue(text.Path, out var words):
                Put(tree, text.Path, words, before.Texts.GetValueOrDefault(text.Path));
                break;
            case WordRowsPart rows when sent.Lists.TryGetValue(rows.Path, out var list):
                tree[rows.Path] = Rows(rows, list, section);
                break;
            case WordFactsPart facts when facts.Fields.Any(field => sent.Facts.ContainsKey(facts.PathOf(field))):
                foreach (var field in facts.Fields.Where(field => sent.Facts.ContainsKey(facts.PathOf(field))))
                {
                    var path = facts.PathOf(field);
                    Put(tree, field, path, path, (sent.Facts[path], before.Facts.GetValueOrDefault(path)), section);
                }

                break;
            default:
                notes.Add(new WordNote("missing", part.Path.Length == 0 ? "noInitiatives" : part.Path));
                break;
        }
    }

    private JsonArray Rows(WordRowsPart part, List<WordRow> list, int section)
    {
        var there = (tree[part.Path] as JsonArray)?.ToList() ?? [];
        var known = before.Lists.GetValueOrDefault(part.Path, []);
        var matches = WordRowMatch.Of(part, known, list);
        var rows = new JsonArray();
        for (var index = 0; index < list.Count; index++)
        {
            var old = matches[index] is { } place ? known[place] : null;
            var origin = old?.Index is { } number && number < there.Count ? there[number] : null;
            if (IsBlank(part, list[index]) && (origin is null || !IsBlank(part, old!)))
            {
                continue;
            }

            var row = origin?.DeepClone().AsObject() ?? [];
            foreach (var field in part.Fields.Where(field => list[index].Values.ContainsKey(field.Name)))
            {
                Put(row, field, field.Name, $"{part.Path}[{rows.Count}].{field.Name}", (list[index].Values[field.Name], old?.Values.GetValueOrDefault(field.Name)), section);
            }

            rows.Add((JsonNode)row);
        }

        return rows;
    }

    /// <summary>Nothing was written into it; what is only chosen does not make a row.</summary>
    private static bool IsBlank(WordRowsPart part, WordRow row) =>
        part.Fields.All(field => field.Kind is WordKind.Choice or WordKind.Flag || row.Values.GetValueOrDefault(field.Name, "").Length == 0);

    private void Put(JsonObject holder, WordField field, string path, string place, (string Sent, string? Before) words, int section)
    {
        if (field.Kind == WordKind.Plain)
        {
            Put(holder, path, Blank.ToNull(words.Sent), Blank.ToNull(words.Before));
        }
        else if (words.Sent != words.Before)
        {
            var value = WordValues.Read(field, words.Sent, form.Language);
            if (value is null && words.Sent.Length > 0)
            {
                notes.Add(new WordNote("value", place, words.Sent));
                loose.Add(new LooseText(section, $"{field.Label}: {words.Sent}"));
            }
            else if (value is not null || field.Kind is not WordKind.Flag)
            {
                JsonPlace.Set(holder, path, value);
            }
        }
    }

    private static void Put(JsonObject holder, string path, string? words, string? before)
    {
        if (words != before)
        {
            JsonPlace.Set(holder, path, words is null ? null : JsonValue.Create(words));
        }
    }
}
