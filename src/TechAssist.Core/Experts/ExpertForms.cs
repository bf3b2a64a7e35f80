using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.Experts;

/// <summary>The officer's search came to an end: somebody accepted, or nobody was found.</summary>
public sealed record MobilisationForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["nobody"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "shortlist")
        {
            await CheckWorkAsync(answer, errors, cancellationToken);
        }
    }

    public override async ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken) =>
        await CheckSomebodyAcceptedAsync(work, errors, cancellationToken);

    internal static async Task CheckSomebodyAcceptedAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var isAccepted = await work.Db.Nominations.AnyAsync(
            nomination => nomination.RequestId == work.Request.Id && nomination.Status == NominationStatus.Accepted, cancellationToken);
        if (!isAccepted)
        {
            errors.Add(new FieldError("nominations", "nobody-accepted"));
        }
    }
}

/// <summary>The coordinator chooses among those who accepted, and says why this one.</summary>
public sealed record SelectionForm : StepForm
{
    /// <summary>Nominations that go.</summary>
    [MaxLength(8)]
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>Nominations that stand by.</summary>
    [MaxLength(8)]
    public IReadOnlyList<Guid> Reserve { get; init; } = [];

    /// <summary>Why this one, why not the next.</summary>
    [StringLength(4000)]
    public string? Why { get; init; }

    /// <summary>Why a declared conflict of interest does not stand in the way.</summary>
    [StringLength(4000)]
    public string? ConflictWaiver { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["reject"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome != "confirm")
        {
            return;
        }

        if (Chosen.Count == 0)
        {
            errors.Add(new FieldError("chosen", "required"));
        }

        if (string.IsNullOrWhiteSpace(Why))
        {
            errors.Add(new FieldError("why", "reason-required"));
        }

        if (Reserve.Intersect(Chosen).Any())
        {
            errors.Add(new FieldError("reserve", "also-chosen"));
        }

        var accepted = await AcceptedAsync(answer, cancellationToken);
        if (Chosen.Any(id => !accepted.Exists(nomination => nomination.Id == id)))
        {
            errors.Add(new FieldError("chosen", "not-accepted"));
        }

        if (Reserve.Any(id => !accepted.Exists(nomination => nomination.Id == id)))
        {
            errors.Add(new FieldError("reserve", "not-accepted"));
        }

        var today = DateOnly.FromDateTime(answer.Now);
        if (accepted.Exists(nomination => Chosen.Contains(nomination.Id) && !nomination.Expert.Profile.Allows(ConsentKind.Storage, today)))
        {
            errors.Add(new FieldError("chosen", "consent-withdrawn"));
        }

        if (await IsPlaceTakenTwiceAsync(answer, accepted.FindAll(nomination => Chosen.Contains(nomination.Id)), cancellationToken))
        {
            errors.Add(new FieldError("chosen", "place-taken-twice"));
        }

        var isConflicting = accepted.Exists(nomination => Chosen.Contains(nomination.Id) && nomination.Declaration is { HasConflict: true });
        if (isConflicting && string.IsNullOrWhiteSpace(ConflictWaiver))
        {
            errors.Add(new FieldError("conflictWaiver", "conflict-declared"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != "confirm")
        {
            return;
        }

        foreach (var nomination in await AcceptedAsync(answer, cancellationToken))
        {
            if (Chosen.Contains(nomination.Id))
            {
                nomination.Select(Why!.Trim(), string.IsNullOrWhiteSpace(ConflictWaiver) ? null : ConflictWaiver.Trim(), answer.Now);
                await answer.SayAsync(ExpertLine.Of("expert-selected", nomination, Why), cancellationToken);
                if (nomination is { Declaration.HasConflict: true, ConflictWaiver: { } waiver })
                {
                    await answer.SayAsync(ExpertLine.Of("conflict-waived", nomination, waiver), cancellationToken);
                }
            }
            else if (Reserve.Contains(nomination.Id))
            {
                nomination.KeepInReserve();
            }
        }
    }

    /// <summary>What the call proposes by itself stands in the form from the start; the coordinator says why, or chooses another.</summary>
    public override async ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken) => await SuggestAsync(opening.Step, opening.Db, cancellationToken);

    /// <summary>Sets the form as the calls have it now, for everybody who has not begun to fill it in.</summary>
    internal static async Task SuggestAsync(Step step, TechAssistDb db, CancellationToken cancellationToken)
    {
        // The answer that led here may not be saved yet: the records know more than the database.
        var open = (await db.Nominations.Where(nomination => nomination.RequestId == step.RequestId && nomination.EndedAt == null)
            .OrderBy(nomination => nomination.AnsweredAt).ToListAsync(cancellationToken)).FindAll(nomination => nomination.Status == NominationStatus.Accepted);
        var chosen = open.FindAll(nomination => nomination.PutForwardAt is not null).ConvertAll(nomination => nomination.Id);
        if (chosen.Count > 0)
        {
            var reserve = open.FindAll(nomination => nomination.IsReserve).ConvertAll(nomination => nomination.Id);
            var draft = JsonSerializer.Serialize(new SelectionForm { Chosen = chosen, Reserve = reserve }, CoreJson.Options);
            step.Items.FindAll(item => item.DraftSavedAt is null).ForEach(item => item.Suggest(draft));
        }
    }

    /// <summary>More experts than the terms have profiles of that name.</summary>
    private static async Task<bool> IsPlaceTakenTwiceAsync(StepAnswer answer, List<Nomination> chosen, CancellationToken cancellationToken)
    {
        var profiles = (await answer.Db.LatestTermsAsync(answer.Request.Id, cancellationToken))?.Content.Profiles ?? [];
        return chosen.GroupBy(nomination => nomination.Role, StringComparer.OrdinalIgnoreCase)
            .Any(role => profiles.Count(profile => role.Key.Equals(profile.Role.Fr, StringComparison.OrdinalIgnoreCase) || role.Key.Equals(profile.Role.En, StringComparison.OrdinalIgnoreCase))
                is > 0 and var places && role.Count() > places);
    }

    private static Task<List<Nomination>> AcceptedAsync(StepAnswer answer, CancellationToken cancellationToken) =>
        answer.Db.Nominations.Include(nomination => nomination.Expert)
            .Where(nomination => nomination.RequestId == answer.Request.Id && nomination.Status == NominationStatus.Accepted)
            .ToListAsync(cancellationToken);
}

/// <summary>The beneficiary does not object to the chosen experts, or objects and says why. Silence is no objection.</summary>
public sealed record NoObjectionForm : StepForm
{
    protected override IReadOnlyList<string> OutcomesWithReason => ["object"];

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var selected = await answer.Db.Nominations.Include(nomination => nomination.Expert)
            .Where(nomination => nomination.RequestId == answer.Request.Id && nomination.Status == NominationStatus.Selected)
            .ToListAsync(cancellationToken);
        foreach (var nomination in selected)
        {
            if (answer.Outcome == "object")
            {
                nomination.StandDown(Comment, answer.Now);
                await answer.SayAsync(ExpertLine.Of("expert-objected", nomination, Comment, isPublic: true), cancellationToken);
                continue;
            }

            await Confirmation.ConfirmAsync(nomination, answer.Db, answer.Timeline, answer.By, answer.Now, cancellationToken);
        }
    }
}
