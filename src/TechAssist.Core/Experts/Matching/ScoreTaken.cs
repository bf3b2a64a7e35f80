namespace TechAssist.Core.Experts.Matching;

/// <summary>A score as it was when somebody was put forward: why this one, in numbers that stay.</summary>
/// <param name="Points">Hundredths of a point of 100.</param>
public sealed record ScoreTaken(int Points, Fit Fit, Weights Weights, ReadinessLight Readiness)
{
    public static ScoreTaken Of(Candidate candidate, Seat seat, Weights weights)
    {
        var fit = Scoring.FitOf(candidate, seat);
        return new ScoreTaken(fit.Points(weights), fit, weights, Matching.Readiness.LightOf(candidate, Scoring.JourneyOf(seat)));
    }
}
