using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Publication;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Which photos the public sees of a report.</summary>
internal sealed class PublicPhotosTests
{
    private static readonly ReportContent Text = new()
    {
        Findings = [new Finding { Text = new LangText("Constat", null) }],
        Photos =
        [
            Of("summary", 1), Of("finding", 5), Of("annex", 14),
            Of("met", 4), Of("internal", 15),
            Of("asked", 5) with { ShowsPersons = true, HasConsent = false },
            Of("unasked", 5) with { ShowsPersons = true },
            Of("agreed", 5) with { ShowsPersons = true, HasConsent = true, ConsentBy = "Toutes, par écrit" },
            Of("unlooked", 14) with { ShowsPersons = null },
        ],
    };

    [Test]
    public void Photos_without_consent_with_persons_met_or_in_the_internal_annex_are_never_published() =>
        Assert.That(Seen(), Is.EqualTo(new[] { "summary", "finding", "annex", "agreed" }));

    [Test]
    public void Without_section_14_there_are_no_photos_wherever_they_stand() =>
        Assert.That(Seen("14"), Is.Empty);

    [TestCase("5", "summary,annex")]
    [TestCase("1", "finding,annex,agreed")]
    [TestCase("photos[1]", "summary,annex,agreed")]
    [TestCase("findings[0]", "summary,finding,annex,agreed")]
    public void A_photo_goes_with_the_section_it_stands_in_or_alone(string leftOut, string seen) =>
        Assert.That(string.Join(',', Seen(leftOut)), Is.EqualTo(seen));

    private static string[] Seen(params string[] leftOut) =>
        [.. PublicText.Of(Text, leftOut.Select(place => new Restriction(place, "Sensible", false, "officer", DateTime.UnixEpoch))).Photos.Select(photo => photo.Caption.Fr!)];

    private static ReportPhoto Of(string caption, int section) => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        Caption = new LangText(caption, null),
        Section = section,
        ShowsPersons = false,
    };
}
