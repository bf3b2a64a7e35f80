using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Core;

namespace TechAssist.Web.Samples;

/// <summary>One act of a sample about to happen: who, in which case, with what.</summary>
/// <param name="Services">A scope of its own, as a web request has.</param>
/// <param name="Mission">Number of the mission it is about, where the sample says so.</param>
/// <param name="Input">What the sample says, with ids in the place of names.</param>
public sealed record ActCall(IServiceProvider Services, CaseLookUp Case, Actor By, int? Mission, JsonObject Input, CancellationToken CancellationToken)
{
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>What is there, with the fields the sample gives in place of the old ones.</summary>
    public T Over<T>(T present, JsonObject? given)
    {
        var whole = (JsonObject)JsonSerializer.SerializeToNode(present, CoreJson.Options)!;
        foreach (var (field, value) in given ?? [])
        {
            whole[field] = value?.DeepClone();
        }

        return whole.Deserialize<T>(CoreJson.Options)!;
    }
}

/// <summary>An act a sample can name: the record its input must fit, and what is called with it.</summary>
public sealed record NamedAct(Type Input, Func<ActCall, Task> RunAsync)
{
    public static NamedAct Of<T>(Func<ActCall, T, Task> run) =>
        new(typeof(T), call => run(call, call.Input.Deserialize<T>(StrictJson.Options)!));
}

/// <summary>The acts on a case that are no task, by the name a sample gives them. Each calls the act the portal calls.</summary>
public static class SampleActs
{
    public static readonly IReadOnlyDictionary<string, NamedAct> ByName =
        CaseActs.All.Concat(TeamActs.All).Concat(ReportActs.All).Concat(DeliveryActs.All).ToDictionary(StringComparer.Ordinal);
}
