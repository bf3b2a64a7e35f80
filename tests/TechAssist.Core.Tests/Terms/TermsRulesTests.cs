using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Tests.Terms;

public sealed class TermsRulesTests
{
    [Test]
    public void Complete_terms_have_no_fault() => Assert.That(Check(CaseTexts.Terms), Is.Empty);

    [Test]
    public void Every_objective_needs_a_deliverable() =>
        Assert.That(Check(CaseTexts.Terms with { Deliverables = [CaseTexts.Terms.Deliverables[0]] }), Is.EqualTo(new[] { ("objectives[1]", "objective-without-deliverable") }));

    [Test]
    public void Every_deliverable_needs_an_acceptor() =>
        Assert.That(
            Check(CaseTexts.Terms with { Deliverables = [CaseTexts.Terms.Deliverables[0] with { Acceptor = " " }, CaseTexts.Terms.Deliverables[1]] }),
            Is.EqualTo(new[] { ("deliverables[0].acceptor", "required") }));

    [Test]
    public void The_days_of_the_activities_add_up_to_the_level_of_effort() =>
        Assert.That(Check(CaseTexts.Terms with { Effort = new ExpertDays { Field = 9 } }), Is.EqualTo(new[] { ("effort", "days-do-not-add-up") }));

    [TestCase(60, null)]
    [TestCase(61, "above-ceiling")]
    public void Sixty_expert_days_are_the_ceiling(int days, string? code)
    {
        var terms = CaseTexts.Terms with { Effort = new ExpertDays { Field = days }, Activities = [CaseTexts.Terms.Activities[1] with { Days = days }] };
        Assert.That(Check(terms).Select(error => error.Code).SingleOrDefault(), Is.EqualTo(code));
    }

    [Test]
    public void A_language_the_request_does_not_name_is_refused() =>
        Assert.That(Check(CaseTexts.Terms with { Languages = ["fr", "en"] }), Is.EqualTo(new[] { ("languages", "language-not-requested") }));

    [TestCase("2031-07-31")]
    [TestCase("2031-12-02")]
    public void A_due_day_outside_the_contract_is_refused(string day)
    {
        var late = CaseTexts.Terms with { Reporting = CaseTexts.Terms.Reporting with { DueOn = DateOnly.Parse(day, null) } };
        Assert.That(Check(late), Is.EqualTo(new[] { ("reporting.dueOn", "outside-contract") }));
    }

    [Test]
    public void Empty_terms_name_each_missing_section_and_do_not_fail() =>
        Assert.That(Check(new TermsContent()).Select(error => error.Field), Is.SupersetOf(new[] { "background", "objectives", "activities", "deliverables", "profiles", "effort", "contract" }));

    private static IReadOnlyList<(string Field, string Code)> Check(TermsContent content) =>
        [.. TermsRules.Check(content, new RequestContent { WorkingLanguages = ["fr"] }).Select(error => (error.Field, error.Code))];
}
