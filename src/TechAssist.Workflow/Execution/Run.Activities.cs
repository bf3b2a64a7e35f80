using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>What each kind of activity does when it executes.</summary>
internal sealed partial class Run
{
    /// <summary>The inputs are evaluated before the activity runs, also when it is resumed; a fault in one is a fault of the activity.</summary>
    private JsonNode?[] Evaluate(ActivityExecution execution)
    {
        var names = InputsOf(execution.Activity.Kind);
        if (names.Length == 0)
        {
            return [];
        }

        var values = new JsonNode?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            values[i] = _evaluator.Input(execution, names[i]);
        }

        return values;
    }

    private static string[] InputsOf(ActivityKind kind) => kind switch
    {
        ActivityKind.HumanStep => _humanStepInputs,
        ActivityKind.Decision => _decisionInputs,
        ActivityKind.Switch or ActivityKind.Join => _modeInputs,
        ActivityKind.Fork => _forkInputs,
        ActivityKind.SetVariable => _setVariableInputs,
        ActivityKind.Delay => _delayInputs,
        ActivityKind.WriteLine => _writeLineInputs,
        ActivityKind.Auto => _autoInputs,
        ActivityKind.Complete => _completeInputs,
        _ => [],
    };

    private static readonly string[] _humanStepInputs = ["title", "assignee"];
    private static readonly string[] _decisionInputs = ["condition"];
    private static readonly string[] _modeInputs = ["mode"];
    private static readonly string[] _forkInputs = ["branches"];
    private static readonly string[] _setVariableInputs = ["value"];
    private static readonly string[] _delayInputs = ["timeSpan"];
    private static readonly string[] _writeLineInputs = ["text"];
    private static readonly string[] _autoInputs = ["with"];
    private static readonly string[] _completeInputs = ["outcomes"];

    private void Behave(ActivityExecution execution, JsonNode?[] inputs)
    {
        switch (execution.Activity.Kind)
        {
            case ActivityKind.Flowchart:
                StartFlowchart(execution);
                break;
            case ActivityKind.Start or ActivityKind.End:
                Complete(execution, Outcomes.Default);
                break;
            case ActivityKind.Finish:
                Finish(execution);
                break;
            case ActivityKind.Complete:
                Complete(execution, Outcomes.Default);
                Complete(_workflow, new Outcomes(Values.Texts(inputs[0])));
                break;
            case ActivityKind.Decision:
                Complete(execution, new Outcomes([ValueShapes.ToBool(inputs[0]) ? "True" : "False"]));
                break;
            case ActivityKind.Switch:
                Complete(execution, new Outcomes(_evaluator.Cases(execution, any: Values.IsAnyMode(inputs[0]))));
                break;
            case ActivityKind.Fork:
                Complete(execution, new Outcomes(Values.Texts(inputs[0])));
                break;
            case ActivityKind.Join:
                CancelAncestors(execution.Parent!, execution.Activity);
                Complete(execution, Outcomes.Default);
                break;
            case ActivityKind.SetVariable:
                _evaluator.Assign(execution, execution.Activity.Inputs.Raw.GetValueOrDefault("variable"), inputs[0]);
                Complete(execution, Outcomes.Default);
                break;
            case ActivityKind.WriteLine:
                _trace?.Wrote(ValueShapes.ToText(inputs[0]));
                Complete(execution, Outcomes.Default);
                break;
            default:
                BehaveAsOurs(execution, inputs);
                break;
        }
    }

    private void BehaveAsOurs(ActivityExecution execution, JsonNode?[] inputs)
    {
        var activity = execution.Activity;
        switch (activity.Kind)
        {
            case ActivityKind.HumanStep:
                _trace?.Evaluated($"[{activity.Id}: title='{ValueShapes.ToText(inputs[0])}' assignee='{ValueShapes.ToText(inputs[1])}']");
                Open(execution);
                _effects.Add(new OpenStep(activity.Id, execution.NewBookmark!.Id));
                break;
            case ActivityKind.Delay:
                var delay = Values.TimeSpan(inputs[0]);
                Open(execution);
                _effects.Add(new StartTimer(activity.Id, execution.NewBookmark!.Id, delay));
                break;
            case ActivityKind.WaitUntil:
                Open(execution);
                _effects.Add(new StartWait(activity.Id, execution.NewBookmark!.Id, StepReader.WaitUntil(activity)));
                break;
            case ActivityKind.Notify:
                var notify = StepReader.Notify(activity);
                _effects.Add(new Notify(activity.Id, notify.Template, notify.Audience));
                Complete(execution, Outcomes.Default);
                break;
            case ActivityKind.Produce:
                _effects.Add(new Produce(activity.Id, StepReader.Produce(activity).Document));
                Complete(execution, Outcomes.Default);
                break;
            case ActivityKind.Auto:
                Complete(execution, Values.AutoOutcomes(inputs[0]));
                break;
            case ActivityKind.Boom:
                throw new ActivityFaultException("boom");
            default:
                throw new ActivityFaultException($"The activity type '{activity.Type}' is not known.");
        }
    }

    private void AnswerHumanStep(ActivityExecution execution, Outcomes outcomes)
    {
        if (Values.IsTrue(_input["Throw"]))
        {
            throw new ActivityFaultException("boom on resume");
        }

        if (Values.IsTrue(_input["Keep"]))
        {
            Open(execution);
            _effects.Add(new OpenStep(execution.Activity.Id, execution.NewBookmark!.Id));
            return;
        }

        if (_input.TryGetPropertyValue("Result", out var result))
        {
            _evaluator.Output(execution, "result", result);
        }

        Complete(execution, outcomes);
    }

    private void StartFlowchart(ActivityExecution execution)
    {
        if (execution.Activity.Flow!.Start is { } start)
        {
            Schedule(execution, start, cameBack: false);
        }
        else
        {
            Complete(execution, Outcomes.Default);
        }
    }

    private void Finish(ActivityExecution execution)
    {
        _queue.Clear();
        _bookmarks.Clear();
        foreach (var open in _executions)
        {
            open.ClearCallbacks();
        }

        _ended = WorkflowStatus.Finished;
        Complete(execution, Outcomes.Default);
    }
}
