using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>For each activity the nearest one that all paths to it come through; or, seen from the end, that all its paths come to. Ways back do not count.</summary>
internal sealed class Gates
{
    private readonly Dictionary<Activity, int> _place = [];
    private readonly Dictionary<Activity, Activity?> _gate = [];

    private Gates(IEnumerable<Activity> order, Func<Activity, IEnumerable<Activity>> before)
    {
        foreach (var activity in order)
        {
            _place.Add(activity, _place.Count);
            _gate.Add(activity, Common(before(activity)));
        }
    }

    /// <summary>What all paths from the start to an activity pass.</summary>
    public static Gates FromStart(Flowchart flow) =>
        new(Graph.InOrder(flow), a => flow.ForwardInbound(a).Select(l => l.Source));

    /// <summary>What all paths from an activity onward pass.</summary>
    public static Gates FromEnd(Flowchart flow) =>
        new(Enumerable.Reverse(Graph.InOrder(flow)), a => flow.Outbound(a).Where(l => l.IsForward).Select(l => l.Target));

    public Activity? Of(Activity activity) => _gate.GetValueOrDefault(activity);

    /// <summary>The nearest gate all of them share, one of themselves if need be; null when there is none.</summary>
    public Activity? Common(IEnumerable<Activity> activities)
    {
        Activity? common = null;
        var first = true;
        foreach (var activity in activities.Where(_place.ContainsKey))
        {
            common = first ? activity : Meet(common, activity);
            first = false;
        }

        return common;
    }

    private Activity? Meet(Activity? one, Activity? other)
    {
        while (one is not null && other is not null && one != other)
        {
            if (_place[one] > _place[other])
            {
                one = _gate[one];
            }
            else
            {
                other = _gate[other];
            }
        }

        return one == other ? one : null;
    }
}
