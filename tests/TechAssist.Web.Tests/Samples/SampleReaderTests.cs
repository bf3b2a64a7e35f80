using System.Text;
using NUnit.Framework;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Tests.Samples;

/// <summary>A sample that cannot be played says where and why.</summary>
public sealed class SampleReaderTests
{
    private static readonly SampleReader Reader = PlayWorld.Reader();

    private static readonly string Good = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "ghana-declined.json"));

    [Test]
    public void A_good_file_has_no_fault() => Assert.That(Reader.Parse("x.json", Encoding.UTF8.GetBytes(Good)).File.Acts, Is.Not.Empty);

    [TestCase("\"title\": ", "\"titel\": ", "titel", "no field")]
    [TestCase("\"task\": \"receipt\"", "\"task\": \"réception\"", "acts[1].task", "réception")]
    [TestCase("\"outcome\": \"decline\"", "\"outcome\": \"declined\"", "acts[5].outcome", "approve")]
    [TestCase("\"procedure\": \"coordinator\"", "\"procédure\": \"coordinator\"", "acts[5].form.procédure", "procédure")]
    [TestCase("\"expertDays\": 30", "\"expertDays\": \"trente\"", "acts[3].form.expertDays", "kind")]
    [TestCase("\"task\": \"receipt\",\n      \"outcome\": \"accept\",\n      \"form\"", "\"act\": \"renvoyer\",\n      \"input\"", "acts[1].act", "renvoyer")]
    [TestCase("\"expect\": \"declined\"", "\"expect\": \"refusé\"", "expect", "completed")]
    [TestCase("\"language\": \"en\",\n  \"start\"", "\"language\": \"de\",\n  \"start\"", "language", "fr")]
    [TestCase("\"start\": \"2031-02-10T09:12:00Z\"", "\"start\": \"hier\"", "start", "kind")]
    [TestCase("\"country\": \"GH\",", "\"country\": \"GHANA\",", "request.country", "2")]
    public void A_fault_is_named_with_file_line_and_field(string right, string wrong, string field, string hint)
    {
        Assert.That(Good, Does.Contain(right), "The test changes what is there.");
        var text = Good[..Good.IndexOf(right, StringComparison.Ordinal)] + wrong + Good[(Good.IndexOf(right, StringComparison.Ordinal) + right.Length)..];

        var fault = Assert.Throws<FaultyFileException>(() => Reader.Parse("cas-é.json", Encoding.UTF8.GetBytes(text)))!.Faults[0];

        Assert.That(fault.File, Is.EqualTo("cas-é.json"));
        Assert.That(fault.Field, Does.StartWith(field));
        Assert.That(fault.Message, Does.Contain(hint));
        Assert.That(fault.Line, Is.EqualTo(LineOf(text, wrong)));
    }

    [TestCase("{ \"title\": \"x\",\n \"acts\": [\n", 3)]
    [TestCase("é", 1)]
    [TestCase("", 1)]
    public void What_is_not_JSON_is_named_with_its_line(string text, int line)
    {
        var fault = Assert.Throws<FaultyFileException>(() => Reader.Parse("x.json", Encoding.UTF8.GetBytes(text)))!.Faults[0];

        Assert.That(fault.Message, Does.StartWith("This is not JSON"));
        Assert.That(fault.Line, Is.EqualTo(line));
    }

    [Test]
    public void Bytes_that_are_no_UTF8_are_a_fault() =>
        Assert.Throws<FaultyFileException>(() => Reader.Parse("x.json", [.. "{\"title\": \""u8, 0xE9, .. "\"}"u8]));

    [Test]
    public void A_byte_order_mark_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "x.json");
        File.WriteAllText(file, Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(Reader.Read(file).File.Expect, Is.EqualTo("declined"));
    }

    [Test]
    public async Task An_act_that_is_refused_is_named_with_its_line()
    {
        var text = Good.Replace("\"reasons\": ", "\"conditions\": ", StringComparison.Ordinal);
        var sample = Reader.Parse("x.json", Encoding.UTF8.GetBytes(text));
        await using var world = await PlayWorld.CreateAsync(sample.File.Start.UtcDateTime, null, default);

        var exception = await Assert.ThrowsAsync<FaultyFileException>(() => world.Player.PlayAsync(sample, null, null, default));
        var fault = exception!.Faults[0];

        Assert.That(fault.Field, Is.EqualTo("acts[5].form.reasons"));
        Assert.That(fault.Line, Is.EqualTo(sample.Lines.Of("acts[5].form")));
    }

    private static long LineOf(string text, string wrong) =>
        text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
