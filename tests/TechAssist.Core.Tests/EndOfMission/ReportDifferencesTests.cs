using TechAssist.Core.EndOfMission;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture]
public sealed class ReportDifferencesTests
{
    [Test]
    public void Only_what_differs_is_shown_with_the_words_that_came_and_went()
    {
        var before = new ReportContent { Purpose = "Le registre est tenu à la main.", Lessons = "Œuvre", Activities = [new() { Planned = "Atelier" }] };
        var after = before with { Purpose = "Le registre est tenu par ordinateur.", Activities = [new() { Planned = "Atelier", Done = "Deux jours" }] };

        var found = ReportDifferences.Between(before, after);

        Assert.Multiple(() =>
        {
            Assert.That(found.Select(place => place.Field), Is.EqualTo(new[] { "purpose", "activities[0].done" }));
            Assert.That(Changed(found[0].Before), Is.EqualTo("à la main."));
            Assert.That(Changed(found[0].After), Is.EqualTo("par ordinateur."));
            Assert.That(string.Concat(found[0].After.Select(part => part.Text)), Is.EqualTo(after.Purpose));
            Assert.That((found[1].Before.Count, Changed(found[1].After)), Is.EqualTo((0, "Deux jours")));
        });
        Assert.That(ReportDifferences.Between(after, after), Is.Empty);
    }

    private static string Changed(IEnumerable<TextPart> parts) => string.Concat(parts.Where(part => part.IsChanged).Select(part => part.Text)).Trim();
}
