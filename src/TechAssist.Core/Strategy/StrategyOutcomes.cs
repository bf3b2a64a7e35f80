using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Strategy;

/// <summary>What came of the cases: recommendations, equity, satisfaction, participants. In figures only: no expert is named.</summary>
public sealed class StrategyOutcomes(TechAssistDb db)
{
    internal async Task<RecommendationFigures> RecommendationsAsync(StrategyWindow window, IReadOnlyDictionary<Guid, CountedCase> cases, CancellationToken cancellationToken)
    {
        var (amber, red) = (ListRecommendations.FirstFresh(window.Today, 6), ListRecommendations.FirstFresh(window.Today, 12));
        List<Counted> rows = [.. (await db.Recommendations
            .Join(window.Cases, row => row.RequestId, request => request.Id, (row, _) => new { row.RequestId, row.Objective, row.Status, row.CreatedAt, row.SettledAt })
            .ToListAsync(cancellationToken))
            .Select(row => new Counted(
                row.RequestId, row.Objective, row.Status == RecommendationStatus.Implemented, row.SettledAt is null,
                row.SettledAt is null && row.CreatedAt < amber && row.CreatedAt >= red, row.SettledAt is null && row.CreatedAt < red))];
        var byCountry = rows.SelectMany(row => cases[row.RequestId].Countries.Select(country => (Key: country, row)));
        var byObjective = rows.SelectMany(row => (row.Objective is null ? [] : window.Map.Targets(row.Objective)).Select(objective => (Key: objective, row)));
        return new RecommendationFigures(
            Tally("", rows),
            [.. byCountry.GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Tally(group.Key, [.. group.Select(pair => pair.row)]))],
            [.. window.Map.Objectives.Select(objective => Tally(objective.Code, [.. byObjective.Where(pair => pair.Key == objective.Code).Select(pair => pair.row)])).Where(tally => tally.All > 0)]);
    }

    internal async Task<EquityFigures> EquityAsync(StrategyWindow window, IReadOnlyList<CountedCase> cases, CancellationToken cancellationToken)
    {
        var served = await db.Missions.ThatLeft(window.Today)
            .Join(window.Ever, mission => mission.RequestId, request => request.Id, (mission, _) => mission.RequestId)
            .Join(db.RequestCountries, id => id, row => row.RequestId, (_, row) => row.Country)
            .Distinct().ToListAsync(cancellationToken);
        var seats = await db.Missions.ThatLeft(window.Today)
            .Join(window.Cases, mission => mission.RequestId, request => request.Id, (mission, _) => mission)
            .SelectMany(mission => mission.Members).Select(member => member.ExpertId).ToListAsync(cancellationToken);
        var ids = seats.Distinct().ToList();
        var experts = (await db.Experts.AsNoTracking().Where(expert => ids.Contains(expert.Id)).Select(expert => new { expert.Id, expert.Profile }).ToListAsync(cancellationToken))
            .ToDictionary(expert => expert.Id, expert => expert.Profile);
        List<ExpertProfile> seated = [.. seats.Select(id => experts[id])];
        List<CountedCase> counted = [.. cases.Where(one => one.Counts)];
        return new EquityFigures(
            counted.Count, counted.Count(one => window.Data.Country(one.Country)?.IsLeastDeveloped == true),
            window.Beneficiaries.Count, [.. window.Beneficiaries.Where(country => !served.Contains(country))],
            seated.Count, seated.Count(profile => profile.Sex is not null), seated.Count(profile => profile.Sex == Sex.Female),
            seated.Count(profile => profile.Nationalities.Count > 0), seated.Count(profile => profile.Nationalities.Any(code => window.Data.Country(code)?.Continent == Continent.Africa)));
    }

    /// <summary>Questionnaire E2, of the beneficiary institutions.</summary>
    internal async Task<IReadOnlyList<QuestionMean>> SatisfactionAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var answers = await db.Evaluations.Where(evaluation => evaluation.Kind == EvaluationKind.Beneficiary)
            .Join(window.Cases, evaluation => evaluation.RequestId, request => request.Id, (evaluation, _) => evaluation.Answers).ToListAsync(cancellationToken);
        var scores = answers.SelectMany(one => one).Where(answer => answer.Score is not null).ToLookup(answer => answer.Question, answer => answer.Score!.Value);
        return [.. EvaluationQuestions.Of(EvaluationKind.Beneficiary).Where(scores.Contains).Select(question => new QuestionMean(question, scores[question].Average(), scores[question].Count()))];
    }

    /// <summary>Survey E1, of the participants. A survey with fewer answers than are ever shown stays out, so that no filter brings them to light.</summary>
    internal async Task<IReadOnlyList<QuestionMean>> ParticipantsSayAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var surveys = await db.MissionSurveys.Join(window.Cases, survey => survey.RequestId, request => request.Id, (survey, _) => survey.Id)
            .Where(id => db.SurveyAnswers.Count(answer => answer.SurveyId == id) >= MissionSurvey.FewestShown)
            .ToListAsync(cancellationToken);
        var means = await db.SurveyAnswers.Where(answer => surveys.Contains(answer.SurveyId))
            .GroupBy(_ => 1)
            .Select(rows => new
            {
                Count = rows.Count(),
                Relevance = rows.Average(row => row.Relevance),
                Clarity = rows.Average(row => row.Clarity),
                Usefulness = rows.Average(row => row.Usefulness),
                Experts = rows.Average(row => row.Experts),
                Organisation = rows.Average(row => row.Organisation),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (means is null)
        {
            return [];
        }

        double[] inOrder = [means.Relevance, means.Clarity, means.Usefulness, means.Experts, means.Organisation];
        return [.. SurveyResults.Questioned.Select((question, at) => new QuestionMean(question, inOrder[at], means.Count))];
    }

    internal async Task<Participants> ParticipantsAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var told = await db.Missions.Where(mission => mission.Status == MissionStatus.Completed && (mission.ParticipantsWomen != null || mission.ParticipantsMen != null))
            .Join(window.Cases, mission => mission.RequestId, request => request.Id, (mission, _) => new { Women = mission.ParticipantsWomen ?? 0, Men = mission.ParticipantsMen ?? 0 })
            .GroupBy(_ => 1).Select(rows => new { Missions = rows.Count(), Women = rows.Sum(row => row.Women), Men = rows.Sum(row => row.Men) }).FirstOrDefaultAsync(cancellationToken);
        return told is null ? new Participants(0, 0, 0) : new Participants(told.Missions, told.Women, told.Men);
    }

    private static RecommendationTally Tally(string key, IReadOnlyList<Counted> rows) =>
        new(key, rows.Count, rows.Count(row => row.IsImplemented), rows.Count(row => row.IsOpen), rows.Count(row => row.IsAmber), rows.Count(row => row.IsRed));

    private sealed record Counted(Guid RequestId, string? Objective, bool IsImplemented, bool IsOpen, bool IsAmber, bool IsRed);
}
