using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Merging;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Two authors of one report: what each changed is there afterwards, or is kept to be chosen from.</summary>
[TestFixture]
public sealed class MergeReportsTests
{
    private static readonly ReportContent Origin = new()
    {
        Purpose = "Le registre est tenu à la main. Il est incomplet.\nLes saisies tardent.",
        Activities = [new() { Planned = "Atelier" }, new() { Planned = "Visite" }],
    };

    [Test]
    public void Different_sentences_of_one_text_are_both_taken()
    {
        var (merged, clashes) = MergeReports.Of(
            Origin,
            Origin with { Purpose = "Le registre était tenu à la main. Il est incomplet.\nLes saisies tardent." },
            Origin with { Purpose = "Le registre est tenu à la main. Il est incomplet.\nLes saisies tardent de six semaines. Œuvre à finir." });
        Assert.Multiple(() =>
        {
            Assert.That(merged.Purpose, Is.EqualTo("Le registre était tenu à la main. Il est incomplet.\nLes saisies tardent de six semaines. Œuvre à finir."));
            Assert.That(clashes, Is.Empty);
        });
    }

    [Test]
    public void Of_one_sentence_changed_twice_the_saved_one_stays_and_the_other_is_given_back()
    {
        var (merged, clashes) = MergeReports.Of(Origin, Origin with { Purpose = "Ma phrase." }, Origin with { Purpose = "Leur phrase." });
        Assert.Multiple(() =>
        {
            Assert.That(merged.Purpose, Is.EqualTo("Leur phrase."));
            Assert.That(clashes, Is.EqualTo(new[] { new MergeClash("purpose", "Ma phrase.") }));
        });
    }

    [Test]
    public void Two_texts_for_an_empty_place_are_a_choice_and_one_text_is_taken()
    {
        var (both, clashes) = MergeReports.Of(new(), new() { Lessons = "La mienne" }, new() { Lessons = "La leur" });
        var (one, none) = MergeReports.Of(new(), new() { Lessons = "La mienne" }, new() { Positive = "Accueil" });
        Assert.Multiple(() =>
        {
            Assert.That((both.Lessons, clashes.Single()), Is.EqualTo(("La leur", new MergeClash("lessons", "La mienne"))));
            Assert.That((one.Lessons, one.Positive, none.Count), Is.EqualTo(("La mienne", "Accueil", 0)));
        });
    }

    [Test]
    public void Rows_both_added_are_both_kept_and_a_row_changed_here_survives_being_taken_out_there()
    {
        var (added, _) = MergeReports.Of(
            Origin,
            Origin with { Activities = [.. Origin.Activities, new() { Planned = "La mienne" }] },
            Origin with { Activities = [.. Origin.Activities, new() { Planned = "La leur" }] });
        var (changed, _) = MergeReports.Of(
            Origin,
            Origin with { Activities = [Origin.Activities[0], new() { Planned = "Visite", Done = "Deux jours à Touba" }] },
            Origin with { Activities = [Origin.Activities[0]] });
        Assert.Multiple(() =>
        {
            Assert.That(added.Activities.Select(row => row.Planned), Is.EqualTo(new[] { "Atelier", "Visite", "La leur", "La mienne" }));
            Assert.That(changed.Activities.Select(row => row.Done), Does.Contain("Deux jours à Touba"));
        });
    }

    [Test]
    public void Fields_of_one_row_are_put_together_and_a_clash_names_the_rows_place()
    {
        var mine = Origin with { Activities = [Origin.Activities[0], new() { Planned = "Visite", Done = "Ma visite" }] };
        var theirs = Origin with { Activities = [new() { Planned = "Une autre" }, Origin.Activities[0], new() { Planned = "Visite", Done = "Leur visite", Difference = "Un jour de moins" }] };
        var (merged, clashes) = MergeReports.Of(Origin, mine, theirs);
        Assert.Multiple(() =>
        {
            Assert.That(merged.Activities.Select(row => (row.Planned, row.Done, row.Difference)), Is.EqualTo(new[]
            {
                ("Une autre", null, null), ("Atelier", null, null), ("Visite", "Leur visite", "Un jour de moins"),
            }));
            Assert.That(clashes, Is.EqualTo(new[] { new MergeClash("activities[2].done", "Ma visite") }));
        });
    }

    [Test]
    public void What_one_says_became_of_a_row_goes_with_what_the_other_writes_in_it()
    {
        var mine = Origin with { Activities = [Origin.Activities[0] with { State = ActivityState.NotHeld }, Origin.Activities[1] with { State = ActivityState.Done }] };
        var theirs = Origin with { Activities = [Origin.Activities[0] with { Difference = "Crue" }, Origin.Activities[1] with { State = ActivityState.PartlyDone }] };
        var (merged, clashes) = MergeReports.Of(Origin, mine, theirs);
        Assert.Multiple(() =>
        {
            Assert.That(merged.Activities.Select(row => (row.State, row.Difference)), Is.EqualTo(new (ActivityState?, string?)[] { (ActivityState.NotHeld, "Crue"), (ActivityState.PartlyDone, null) }));
            Assert.That(clashes, Is.EqualTo(new[] { new MergeClash("activities[1].state", "done") }), "two who say otherwise choose");
        });
    }

    [Property]
    public Property Who_did_not_change_anything_takes_nothing_away() => Prop.ForAll(Contents(), Contents(), (origin, changed) =>
    {
        var mine = MergeReports.Of(origin, changed, origin);
        var theirs = MergeReports.Of(origin, origin, changed);
        return mine.Clashes.Count == 0 && theirs.Clashes.Count == 0
            && CoreJson.Write(mine.Content) == CoreJson.Write(changed) && CoreJson.Write(theirs.Content) == CoreJson.Write(changed);
    });

    [Property]
    public Property No_word_anybody_added_is_lost() => Prop.ForAll(Contents(), Contents('m'), Contents('t'), (origin, mine, theirs) =>
    {
        var (merged, clashes) = MergeReports.Of(origin, mine, theirs);
        var there = CoreJson.Write(merged) + string.Join(' ', clashes.Select(clash => clash.Text));
        return Words(mine).Concat(Words(theirs)).Except(Words(origin)).All(word => there.Contains(word, StringComparison.Ordinal));
    });

    private static IEnumerable<string> Words(ReportContent content) =>
        new[] { content.Purpose }.Concat(content.Activities.SelectMany(row => new[] { row.Planned, row.Done })).OfType<string>()
            .SelectMany(text => text.Split(' ', '.', '\n')).Where(word => word.Length > 1);

    /// <summary>Texts of a few words, of which those that begin with a letter of their own are one side's.</summary>
    private static Arbitrary<ReportContent> Contents(char side = 'o')
    {
        var word = Gen.Elements("aa", "bb", "cc", $"{side}1", $"{side}2", $"{side}3");
        var sentence = word.ListOf(2).Select(words => string.Join(' ', words) + ".");
        var text = Gen.Choose(0, 3).SelectMany(count => sentence.ListOf(count)).Select(sentences => sentences.Count > 0 ? string.Join(' ', sentences) : null);
        var row = text.SelectMany(planned => text.Select(done => new ReportActivity { Planned = planned, Done = done }));
        var rows = Gen.Choose(0, 3).SelectMany(count => row.ListOf(count));
        return text.SelectMany(purpose => rows.Select(activities => new ReportContent { Purpose = purpose, Activities = [.. activities] })).ToArbitrary();
    }
}
