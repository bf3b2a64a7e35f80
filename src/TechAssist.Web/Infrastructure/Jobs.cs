using Hangfire;
using Hangfire.PostgreSql;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Asks;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.Inbox;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Notifications;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Duty;

namespace TechAssist.Web.Infrastructure;

/// <summary>Everything that runs by itself, and how often. What must happen is a row in our own database; a job only looks for
/// what is due, so that a lost job loses nothing. <c>Jobs:Run=false</c> leaves the work to other nodes.</summary>
public static class Jobs
{
    public const string Dashboard = "/admin/jobs";

    // The library's pages carry styles inside.
    private const string DashboardContent =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddScoped<OfficerChanges>();
        builder.Services.AddScoped<DueWork>();
        builder.Services.AddScoped<ImportWork>();
        builder.Services.AddScoped<RosterWork>();
        builder.Services.AddScoped<InboxWork>();
        builder.Services.AddScoped<FollowUpWork>();
        builder.Services.AddScoped<PortalWork>();
        builder.Services.AddScoped<MissionWork>();
        builder.Services.AddHangfire(jobs =>
        {
            jobs.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (Database.IsPostgres(configuration))
            {
                jobs.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(configuration["Database:ConnectionString"]));
            }
            else
            {
                jobs.UseInMemoryStorage();
            }
        });
        if (IsRunHere(configuration))
        {
            builder.Services.AddHangfireServer(server => server.WorkerCount = 2);
        }
    }

    /// <summary>The page that shows them.</summary>
    public static void MapJobs(this WebApplication app)
    {
        var options = new DashboardOptions
        {
            AppPath = Links.Home,
            Authorization = [],
            DashboardTitle = "TechAssist",
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = _ => true,
        };
        app.MapHangfireDashboard(Dashboard, options).RequireAuthorization(Access.Administrator).WithMetadata(new ContentPolicy(DashboardContent));
    }

    /// <summary>Called once the database is there with all that is loaded into it; the command line never does.</summary>
    public static void StartJobs(this WebApplication app)
    {
        if (!IsRunHere(app.Configuration))
        {
            return;
        }

        var recurring = app.Services.GetRequiredService<IRecurringJobManager>();
        recurring.AddOrUpdate<DueWork>("sweep", work => work.SweepAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<MissionWork>("checklists", work => work.SweepAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<DueWork>("calls", work => work.SweepCallsAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<DueWork>("officers", work => work.SweepOfficersAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<ImportWork>("roster-imports", work => work.SweepAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<RosterWork>("roster-asks", work => work.AskAsync(CancellationToken.None), Cron.Hourly);
        recurring.AddOrUpdate<RosterWork>("registrations", work => work.ForgetAsync(CancellationToken.None), Cron.Daily);
        recurring.AddOrUpdate<DueWork>("outbox", work => work.SendAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<InboxWork>("inbox", work => work.ReadAsync(CancellationToken.None), Cron.Minutely);
        recurring.AddOrUpdate<PortalWork>("notifications", work => work.ForgetAsync(CancellationToken.None), Cron.Daily);
        recurring.AddOrUpdate<FollowUpWork>("recommendation-reminders", work => work.RemindAsync(CancellationToken.None), Cron.Hourly);
        recurring.AddOrUpdate<DueWork>("roster-changes", work => work.SweepRosterAsync(CancellationToken.None), Cron.Hourly);
    }

    private static bool IsRunHere(IConfiguration configuration) => configuration.GetValue("Jobs:Run", defaultValue: true);

    /// <summary>Does in batches what is due, until nothing is.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class DueWork(SweepDeadlines sweep, SweepCalls sweepCalls, SendOutbox outbox, SweepRosterChanges rosterChanges, OfficerChanges officers)
    {
        private const int Batch = 200;

        public Task SweepAsync(CancellationToken cancellationToken) => sweep.ExecuteAsync(Batch, cancellationToken);

        public Task SweepOfficersAsync(CancellationToken cancellationToken) => officers.ExecuteAsync(Batch, cancellationToken);

        public Task SweepCallsAsync(CancellationToken cancellationToken) => RepeatAsync(() => sweepCalls.ExecuteAsync(Batch, cancellationToken));

        public Task SendAsync(CancellationToken cancellationToken) => RepeatAsync(() => outbox.ExecuteAsync(Batch, cancellationToken));

        public Task SweepRosterAsync(CancellationToken cancellationToken) => rosterChanges.ExecuteAsync(cancellationToken);

        private static async Task RepeatAsync(Func<Task<int>> work)
        {
            while (await work() == Batch)
            {
            }
        }
    }

    /// <summary>Looks at the checklists of missions that leave soon.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class MissionWork(SweepChecklists sweepChecklists)
    {
        private const int Batch = 200;

        /// <summary>One batch: what could not be saved is looked at again by the next run, not in a circle by this one.</summary>
        public Task SweepAsync(CancellationToken cancellationToken) => sweepChecklists.ExecuteAsync(Batch, cancellationToken);
    }

    /// <summary>Reads the mailbox. Two nodes at once do no harm, and one is enough.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class InboxWork(ReadInbox readInbox)
    {
        private const int Batch = 100;

        [DisableConcurrentExecution(timeoutInSeconds: 1)]
        public async Task ReadAsync(CancellationToken cancellationToken)
        {
            while (await readInbox.ExecuteAsync(Batch, cancellationToken) == Batch)
            {
            }
        }
    }

    /// <summary>Asks how far open recommendations have come, and tells the officer of those that grow old.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class FollowUpWork(SweepReminders reminders, SweepAges ages)
    {
        private const int Batch = 200;

        /// <summary>One batch an hour, as with the experts.</summary>
        public async Task RemindAsync(CancellationToken cancellationToken)
        {
            await reminders.ExecuteAsync(Batch, cancellationToken);
            await ages.ExecuteAsync(Batch, cancellationToken);
        }
    }

    /// <summary>Deletes old notifications of the portal.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class PortalWork(ForgetNotifications forget)
    {
        public Task ForgetAsync(CancellationToken cancellationToken) => forget.ExecuteAsync(cancellationToken);
    }

    /// <summary>The ends of substitutions, and the changes of duty.</summary>
    public sealed class OfficerChanges(SweepSubstitutions substitutions, HandOverDuty duty)
    {
        public async Task ExecuteAsync(int most, CancellationToken cancellationToken)
        {
            await substitutions.ExecuteAsync(most, cancellationToken);
            await duty.ExecuteAsync(cancellationToken);
        }
    }

    /// <summary>Works on imports of experts: at once when one is started, and every minute on those that a lost job left.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class ImportWork(WorkOnImports workOnImports, SweepImports sweepImports)
    {
        public Task WorkAsync(Guid importId, CancellationToken cancellationToken) => workOnImports.ExecuteAsync(importId, cancellationToken);

        public async Task SweepAsync(CancellationToken cancellationToken)
        {
            await workOnImports.SweepAsync(cancellationToken);
            await sweepImports.ExecuteAsync(cancellationToken);
        }
    }

    /// <summary>Asks experts whether papers and availability still hold, and deletes registrations nobody has a reason to keep.</summary>
    [AutomaticRetry(Attempts = 0)]
    public sealed class RosterWork(SweepAsks sweepAsks, SweepRegistrations sweepRegistrations)
    {
        private const int Batch = 200;

        /// <summary>One batch an hour: a large import does not become a flood of mails.</summary>
        public Task AskAsync(CancellationToken cancellationToken) => sweepAsks.ExecuteAsync(Batch, cancellationToken);

        public Task ForgetAsync(CancellationToken cancellationToken) => sweepRegistrations.ExecuteAsync(Batch, cancellationToken);
    }
}
