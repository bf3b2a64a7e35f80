namespace TechAssist.Core.Missions.Delivery;

/// <summary>A delivery taken to other days: its plan, nothing of what came of it.</summary>
internal static class SeriesPlan
{
    /// <param name="plan">Of the mission that is repeated.</param>
    /// <param name="days">By how many days everything moves.</param>
    /// <param name="now">UTC, for the sessions' new ids.</param>
    public static DeliveryPlan Of(DeliveryPlan plan, int days, DateTime now) => new()
    {
        Types = plan.Types,
        Country = plan.Country,
        Sessions = [.. Moved(plan.Sessions, days).Select(session => session with { Id = Guid.CreateVersion7(now) })],
        Questions = plan.Questions,
        Interviews = [.. plan.Interviews.Select(interview => interview with { On = interview.On?.AddDays(days), State = InterviewState.Planned, Reason = null })],
        Drafts = [.. plan.Drafts.DistinctBy(draft => draft.Title).Select(draft => new DraftRow { Title = draft.Title })],
        CertificateShare = plan.CertificateShare,
    };

    public static IEnumerable<Session> Moved(IEnumerable<Session> sessions, int days) =>
        sessions.Select(session => session with { On = session.On?.AddDays(days) });
}
