using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Work;

namespace TechAssist.Web.Forms;

public enum FieldKind { Line, Text, YesNo, Score, Whole, Money, Day, OneOf, Record, Records, Questions, Progress, Appraisals, Deliverables }

/// <summary>One field of a step's form, read from its record: its name in JSON, how it is asked, and its limits.</summary>
/// <param name="Most">Most characters of a text.</param>
/// <param name="From">The smallest number.</param>
/// <param name="To">The largest number.</param>
/// <param name="Values">The values of an enum.</param>
public sealed record StepField(string Name, FieldKind Kind, int? Most, object? From, object? To, Type? Values)
{
    private const int LongestLine = 300;

    private const int LargestScore = 5;

    /// <summary>The fields of a form in the order in which they are asked; the comment comes last.</summary>
    public static IReadOnlyList<StepField> Of(string form) =>
    [
        .. StepForms.TypeOf(form).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, SetMethod: not null } && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .OrderBy(property => property.Name == nameof(StepForm.Comment))
            .Select(Of),
    ];

    private static StepField Of(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var most = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new StepField(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), KindOf(type, most, range), most, range?.Minimum, range?.Maximum, type.IsEnum ? type : null);
    }

    private static FieldKind KindOf(Type type, int? most, RangeAttribute? range) => type switch
    {
        _ when type == typeof(string) => most <= LongestLine ? FieldKind.Line : FieldKind.Text,
        _ when type == typeof(bool) => FieldKind.YesNo,
        _ when type == typeof(int) => range is { Maximum: <= LargestScore } ? FieldKind.Score : FieldKind.Whole,
        _ when type == typeof(decimal) => FieldKind.Money,
        _ when type == typeof(DateOnly) => FieldKind.Day,
        _ when type.IsEnum => FieldKind.OneOf,
        _ when type == typeof(Guid) => FieldKind.Record,
        _ when type == typeof(IReadOnlyList<Guid>) => FieldKind.Records,
        _ when type == typeof(IReadOnlyList<EvaluationAnswer>) => FieldKind.Questions,
        _ when type == typeof(IReadOnlyList<ExpertAppraisal>) => FieldKind.Appraisals,
        _ when type == typeof(IReadOnlyList<DeliverableUse>) => FieldKind.Deliverables,
        _ when type == typeof(IReadOnlyList<RecommendationProgress>) => FieldKind.Progress,
        _ => throw new NotSupportedException($"A step's form has a field of the type {type.Name}, which no page can ask."),
    };
}
