using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Terms;

namespace TechAssist.Web.Samples;

/// <summary>Acts on the case as a whole and on its terms of reference.</summary>
internal static class CaseActs
{
    public static readonly Dictionary<string, NamedAct> All = new()
    {
        ["rewriteRequest"] = NamedAct.Of<RequestContent>((call, input) =>
            call.Get<SaveDraft>().ExecuteAsync(call.Case.RequestId, input, null, call.By, call.CancellationToken)),
        ["recordConfirmation"] = NamedAct.Of<RecordConfirmationInput>((call, input) =>
            call.Get<RecordConfirmation>().ExecuteAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["hold"] = NamedAct.Of<HoldInput>((call, input) =>
            call.Get<HoldRequest>().ExecuteAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["continue"] = NamedAct.Of<SteeringInput>((call, input) =>
            call.Get<ContinueRequest>().ExecuteAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["cancel"] = NamedAct.Of<SteeringInput>((call, input) =>
            call.Get<EndRequest>().CancelAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["withdraw"] = NamedAct.Of<SteeringInput>((call, input) =>
            call.Get<EndRequest>().WithdrawAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["reopen"] = NamedAct.Of<ReopenInput>((call, input) =>
            call.Get<ReopenRequest>().ExecuteAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["changeTrack"] = NamedAct.Of<ChangeTrackInput>((call, input) =>
            call.Get<ChangeTrack>().ExecuteAsync(call.Case.Reference, input, call.By, call.CancellationToken)),
        ["saveTerms"] = NamedAct.Of<TermsContent>((call, _) => SaveTermsAsync(call)),
    };

    /// <summary>Begins the terms where there are none, and replaces the sections the sample gives.</summary>
    private static async Task SaveTermsAsync(ActCall call)
    {
        await call.Get<StartTerms>().ExecuteAsync(call.Case.RequestId, call.By, call.CancellationToken);
        var terms = await call.Get<GetTerms>().ExecuteAsync(call.Case.RequestId, null, call.By, call.CancellationToken);
        var content = call.Over(terms!.Content, call.Input);
        await call.Get<SaveTerms>().ExecuteAsync(call.Case.RequestId, new SaveTermsInput(content, terms.Revision), call.By, call.CancellationToken);
    }
}
