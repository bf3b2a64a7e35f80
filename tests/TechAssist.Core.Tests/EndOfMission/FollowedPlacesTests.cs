using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Merging;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Where a row stands after others came, went or moved.</summary>
[TestFixture]
public sealed class FollowedPlacesTests
{
    private static readonly DateTime At = new(2031, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    [TestCase("ABC", "ABC", "[1]")]
    [TestCase("ABC", "XABC", "[2]")]
    [TestCase("ABC", "BC", "[0]")]
    [TestCase("ABC", "CBA", "[1]")]
    [TestCase("ABC", "BXYC", "[0]")]
    [TestCase("ABBC", "XABBC", "[2]", Description = "of two that read the same, the one that moved as the others did")]
    [TestCase("ABC", "AbC", "[1]", Description = "written on")]
    [TestCase("ABC", "bCA", "[0]", Description = "written on and moved")]
    [TestCase("ABC", "AC", null)]
    [TestCase("ABC", "AXC", null, Description = "another in its place")]
    [TestCase("ABC", "", null)]
    public void A_place_is_found_again_by_what_stands_in_the_row(string before, string after, string? place)
    {
        var found = ConflictPlaces.Follow([Conflict("recommendations[1].means")], Content(before), Content(after)).Single();
        Assert.That(found.IsPlaceGone ? null : found.Field, Is.EqualTo(place is null ? null : $"recommendations{place}.means"));
    }

    [Test]
    public void Places_outside_the_lists_and_places_that_are_gone_stay_as_they_are()
    {
        ReportConflict[] conflicts = [Conflict("summary.fr"), Conflict("training.women"), Conflict("recommendations[0].text.fr") with { IsPlaceGone = true }];
        Assert.That(ConflictPlaces.Follow(conflicts, Content("AB"), Content("BA")), Is.EqualTo(conflicts));
    }

    [Property]
    public Property No_place_leads_to_a_row_that_reads_otherwise() => Prop.ForAll(Letters(), Letters(), Gen.Choose(0, 5).ToArbitrary(), (before, after, index) =>
    {
        var found = ConflictPlaces.Follow([Conflict($"recommendations[{index}].means")], Content(before), Content(after)).Single();
        return found.IsPlaceGone || char.ToUpperInvariant(after[int.Parse(found.Field["recommendations[".Length..^"].means".Length], System.Globalization.CultureInfo.InvariantCulture)]) == char.ToUpperInvariant(before[index]);
    });

    private static Arbitrary<string> Letters() => Gen.Elements('A', 'B', 'C', 'a', 'b').ArrayOf().Select(letters => new string([.. letters.Take(8)])).ToArbitrary();

    /// <summary>A row for each letter; a small one is the same row, written on.</summary>
    private static ReportContent Content(string rows) => new() { Recommendations = [.. rows.Select(Row)] };

    private static ReportRecommendation Row(char letter) => letter switch
    {
        'a' or 'b' => Row(char.ToUpperInvariant(letter)) with { Means = "Deux jours d’appui par an, et un logiciel libre." },
        'A' => new() { Text = new LangText { Fr = "Former les agents de saisie." }, Addressee = "Agence de la statistique" },
        'B' => new() { Text = new LangText { Fr = "Relier les registres des frontières." }, Addressee = "Police de l’air" },
        'C' => new() { Text = new LangText { Fr = "Publier le tableau de bord." }, Addressee = "Ministère" },
        _ => new() { Text = new LangText { Fr = $"Tout autre chose, {letter}." } },
    };

    private static ReportConflict Conflict(string field) => new(Guid.CreateVersion7(At), field, "Un appui", "Awa", At);
}
