namespace TechAssist.Web.Samples;

/// <summary>A clock that stands still until it is set forward: a case of months is played in a second.</summary>
public sealed class ManualClock(DateTime startAt) : TimeProvider
{
    private DateTime now = startAt;

    public DateTime Now => now;

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

    /// <summary>Sets the clock forward; it never goes back.</summary>
    public void MoveTo(DateTime then)
    {
        if (then > now)
        {
            now = DateTime.SpecifyKind(then, DateTimeKind.Utc);
        }
    }
}
