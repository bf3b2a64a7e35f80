using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Core;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Web.Samples;

/// <summary>Reads a sample file and checks everything that can be known before it is played: the JSON, every field, and that
/// each act names a step, an outcome and a form that exist.</summary>
public sealed class SampleReader(WorkflowCatalog workflows)
{
    private static readonly string[] Results = ["completed", "refused", "not-eligible", "referred", "declined", "withdrawn", "lapsed", "cancelled"];

    /// <exception cref="FaultyFileException">With file, line and field of each fault.</exception>
    public Sample Read(string path) => Parse(path, StrictJson.ReadFile(path));

    /// <exception cref="FaultyFileException">With file, line and field of each fault.</exception>
    public Sample Parse(string path, byte[] utf8)
    {
        var lines = StrictJson.ReadLines(path, utf8);
        var sample = new Sample(path, Deserialize(path, utf8, lines), lines);
        List<FileFault> faults = [.. CheckHead(sample)];
        for (var index = 0; index < sample.File.Acts.Count; index++)
        {
            faults.AddRange(CheckAct(sample, sample.File.Acts[index], $"acts[{index}]"));
        }

        return faults.Count == 0 ? sample : throw new FaultyFileException(faults);
    }

    private static SampleFile Deserialize(string path, byte[] utf8, JsonLines lines)
    {
        try
        {
            return JsonSerializer.Deserialize<SampleFile>(utf8, StrictJson.Options)
                ?? throw new FaultyFileException(new FileFault(path, 1, "", "The file holds nothing."));
        }
        catch (JsonException exception)
        {
            var (field, message) = StrictJson.Explain(exception);
            throw new FaultyFileException(new FileFault(path, lines.Of(field), field, message));
        }
    }

    private static IEnumerable<FileFault> CheckHead(Sample sample)
    {
        var file = sample.File;
        if (string.IsNullOrWhiteSpace(file.Title))
        {
            yield return sample.Fault("title", "Give the sample a title.");
        }

        if (!Languages.IsOne(file.Language))
        {
            yield return sample.Fault("language", "The language is \"fr\" or \"en\".");
        }

        if (!Results.Contains(file.Expect))
        {
            yield return sample.Fault("expect", $"The result is one of: {string.Join(", ", Results)}.");
        }

        foreach (var error in InputCheck.Check(file.Request))
        {
            yield return sample.Fault("request." + error.Field, Messages.Text(error, "en"));
        }
    }

    private IEnumerable<FileFault> CheckAct(Sample sample, SampleAct act, string path)
    {
        if (act is { At: not null, After: not null })
        {
            yield return sample.Fault(path + ".after", "Give either at or after, not both.");
        }

        if (act.Task is null == act.Act is null)
        {
            yield return sample.Fault(path, "Give either task (a step) or act (a name).");
            yield break;
        }

        var fault = act.Task is { } task ? CheckTask(sample, act, task, path) : CheckNamed(sample, act, act.Act!, path);
        if (fault is not null)
        {
            yield return fault;
        }
    }

    private FileFault? CheckTask(Sample sample, SampleAct act, string task, string path)
    {
        if (act.Input is not null)
        {
            return sample.Fault(path + ".input", "A task has a form, an act has an input.");
        }

        var steps = Definitions(sample.File).Select(definition => definition.FindStep(task)).OfType<HumanStep>().ToList();
        if (steps.Count == 0)
        {
            var known = Definitions(sample.File).SelectMany(definition => definition.HumanSteps).Select(step => step.Id).Distinct().Order(StringComparer.Ordinal);
            return sample.Fault(path + ".task", $"There is no step '{task}'. Steps: {string.Join(", ", known)}.");
        }

        var outcomes = steps.SelectMany(step => step.Outcomes).Distinct().ToList();
        if (act.Outcome is null || !outcomes.Contains(act.Outcome))
        {
            return sample.Fault(act.Outcome is null ? path : path + ".outcome", $"The outcome of '{task}' is one of: {string.Join(", ", outcomes)}.");
        }

        return act.Form is { } form && StepForms.Knows(steps[0].Form) ? CheckFits(sample, form, StepForms.TypeOf(steps[0].Form), path + ".form") : null;
    }

    private static FileFault? CheckNamed(Sample sample, SampleAct act, string name, string path)
    {
        if (act.Form is not null || act.Outcome is not null)
        {
            return sample.Fault(path + (act.Form is null ? ".outcome" : ".form"), "An act has an input; form and outcome belong to a task.");
        }

        return SampleActs.ByName.TryGetValue(name, out var known)
            ? CheckFits(sample, act.Input ?? [], known.Input, path + ".input")
            : sample.Fault(path + ".act", $"There is no act '{name}'. Acts: {string.Join(", ", SampleActs.ByName.Keys.Order(StringComparer.Ordinal))}.");
    }

    private static FileFault? CheckFits(Sample sample, JsonObject given, Type wanted, string path)
    {
        try
        {
            NaturalNames.WithoutNames(given).Deserialize(wanted, StrictJson.Options);
            return null;
        }
        catch (JsonException exception)
        {
            var (field, message) = StrictJson.Explain(exception);
            return sample.Fault(field.Length == 0 ? path : $"{path}.{field}", message);
        }
    }

    /// <summary>The definitions a case of this track can run on; a change of track brings in the other one.</summary>
    private IEnumerable<WorkflowDefinition> Definitions(SampleFile file)
    {
        var first = file.Request.Track == Track.Rapid ? "rapid" : "standard";
        string[] keys = file.Acts.Any(act => act.Act == "changeTrack") ? ["standard", "rapid", "mission", "publication", "followup"] : [first, "mission", "publication", "followup"];
        return keys.Select(workflows.Latest);
    }
}
