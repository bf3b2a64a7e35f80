using TechAssist.Core.Audit;

namespace TechAssist.Core.Work;

/// <summary>History lines about who was told of a step.</summary>
internal static class StepLine
{
    public static TimelineLine Of(string kind, Step step, IEnumerable<CasePerson> told, params (string Name, string Value)[] more) => new(kind)
    {
        StepId = step.StepId,
        Values = new Dictionary<string, string>(more.Select(value => KeyValuePair.Create(value.Name, value.Value)))
        {
            ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}",
            ["people"] = string.Join(", ", told.Select(person => person.Name)),
        },
    };
}
