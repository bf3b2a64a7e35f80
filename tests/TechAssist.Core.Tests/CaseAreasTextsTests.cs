using TechAssist.Core.FollowUp;
using TechAssist.Core.Work;

namespace TechAssist.Core.Tests;

public sealed class CaseAreasTextsTests
{
    private static readonly string[] Forms =
    [
        "terms", "termsApproval", "termsCall", "termsAndCall", "mobilisation", "selection", "noObjection", "replacement", "preparation", "postponement",
        "mission", "interruption", "missions", "report", "reportReview", "reportComments", "reportFinal", "publication", "publicationApproval", "evaluation", "followUp", "closing", "afterAction",
    ];

    [TestCaseSource(nameof(Forms))]
    public void Every_field_of_a_form_has_a_label_in_both_languages(string key)
    {
        var fields = StepForms.TypeOf(key).GetProperties()
            .Where(property => property.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), true).Length == 0)
            .Select(property => $"Form.{key}.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)}");
        Assert.That(fields.Where(field => !Messages.All.Keys("en").Contains(field) || !Messages.All.Keys("fr").Contains(field)), Is.Empty);
    }

    [Test]
    public void Every_question_is_asked_in_both_languages([Values] EvaluationKind kind)
    {
        var questions = EvaluationQuestions.Of(kind).Select(question => "Question." + question);
        Assert.That(questions.Where(question => !Messages.All.Keys("en").Contains(question) || !Messages.All.Keys("fr").Contains(question)), Is.Empty);
    }
}
