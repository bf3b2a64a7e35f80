using System.Data.Common;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Audit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Asks;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.FollowUp;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Inbox;
using TechAssist.Core.Links;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Notifications;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Core.Search;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Duty;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Persistence;

/// <summary>The whole system's data, and the unit of work: one SaveChanges an act.</summary>
public sealed class TechAssistDb(DbContextOptions<TechAssistDb> options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<OfficerSubstitution> Substitutions => Set<OfficerSubstitution>();

    public DbSet<DutyPeriod> DutyPeriods => Set<DutyPeriod>();

    public DbSet<AssistanceRequest> Requests => Set<AssistanceRequest>();

    public DbSet<RequestCountry> RequestCountries => Set<RequestCountry>();

    public DbSet<RequestObjective> RequestObjectives => Set<RequestObjective>();

    public DbSet<CoRequesterConfirmation> CoRequesterConfirmations => Set<CoRequesterConfirmation>();

    public DbSet<Refusal> Refusals => Set<Refusal>();

    public DbSet<ReferenceCounter> ReferenceCounters => Set<ReferenceCounter>();

    public DbSet<WorkflowVersion> WorkflowVersions => Set<WorkflowVersion>();

    public DbSet<WorkflowRun> WorkflowRuns => Set<WorkflowRun>();

    public DbSet<Step> Steps => Set<Step>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<CaseMessage> CaseMessages => Set<CaseMessage>();

    public DbSet<InboxMail> InboxMails => Set<InboxMail>();

    public DbSet<InboxMark> InboxMarks => Set<InboxMark>();

    public DbSet<MailChoice> MailChoices => Set<MailChoice>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentChunk> DocumentChunks => Set<DocumentChunk>();

    public DbSet<AnsweredCall> AnsweredCalls => Set<AnsweredCall>();

    public DbSet<TermsOfReference> Terms => Set<TermsOfReference>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<SignedLink> SignedLinks => Set<SignedLink>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<ExpertFile> ExpertFiles => Set<ExpertFile>();

    public DbSet<ReadinessAsk> ReadinessAsks => Set<ReadinessAsk>();

    public DbSet<RosterImport> RosterImports => Set<RosterImport>();

    public DbSet<RosterImportLine> RosterImportLines => Set<RosterImportLine>();

    public DbSet<ImportColumnName> ImportColumnNames => Set<ImportColumnName>();

    public DbSet<RosterChange> RosterChanges => Set<RosterChange>();

    public DbSet<ConflictRuling> ConflictRulings => Set<ConflictRuling>();

    public DbSet<MatchingWeights> MatchingWeights => Set<MatchingWeights>();

    public DbSet<Mission> Missions => Set<Mission>();

    public DbSet<MissionDelivery> Deliveries => Set<MissionDelivery>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<MissionNote> MissionNotes => Set<MissionNote>();

    public DbSet<ChecklistAlarm> ChecklistAlarms => Set<ChecklistAlarm>();

    public DbSet<EndOfMissionReport> Reports => Set<EndOfMissionReport>();

    public DbSet<ReportSave> ReportSaves => Set<ReportSave>();

    public DbSet<PhotoFile> PhotoFiles => Set<PhotoFile>();
    public DbSet<WordUpload> WordUploads => Set<WordUpload>();

    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    public DbSet<TextTranslation> TextTranslations => Set<TextTranslation>();

    public DbSet<PublicVersion> PublicVersions => Set<PublicVersion>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<ConcreteInitiative> Initiatives => Set<ConcreteInitiative>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<CaseTag> CaseTags => Set<CaseTag>();
    public DbSet<MissionSurvey> MissionSurveys => Set<MissionSurvey>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Framework> Frameworks => Set<Framework>();

    public DbSet<FrameworkPart> FrameworkParts => Set<FrameworkPart>();

    public DbSet<Objective> Objectives => Set<Objective>();

    public DbSet<ObjectiveLink> ObjectiveLinks => Set<ObjectiveLink>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<AssistanceType> AssistanceTypes => Set<AssistanceType>();

    public DbSet<CodeListItem> CodeListItems => Set<CodeListItem>();

    public DbSet<PublicHoliday> PublicHolidays => Set<PublicHoliday>();

    public DbSet<OfficeWeek> OfficeWeeks => Set<OfficeWeek>();

    public DbSet<ReferenceVersion> ReferenceVersions => Set<ReferenceVersion>();

    /// <summary>Every act on a case adds the next line of its history; of two that take the same number at once, the second is
    /// told what it is told of any record that somebody changed meanwhile. What changes for matching is noted in the same save,
    /// every mail has its notification, and every accepted report its place in the search.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Whoever asks what has changed has everything compared that is tracked. What is added here needs no comparing: once is enough.
        var compares = ChangeTracker.AutoDetectChangesEnabled;
        if (compares)
        {
            ChangeTracker.DetectChanges();
        }

        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            RosterChange.Note(this, Clock.GetUtcNow().UtcDateTime);
            Deadline.RemoveLetGo(this);
            await NotifyReaders.AddAsync(this, cancellationToken);
            await KeepSearchIndex.NoteAsync(this, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && exception.Entries.Any(entry => entry.Entity is TimelineEntry))
        {
            throw new DbUpdateConcurrencyException("Another act on the case was saved first.", exception);
        }
        catch (Exception exception) when (IsDeadlock(exception))
        {
            throw new DbUpdateConcurrencyException("Another act was saved at the same moment, and went first.", exception);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = compares;
        }
    }

    /// <summary>PostgreSQL gave up one of two acts that waited for each other; the other one was saved.</summary>
    private static bool IsDeadlock(Exception? exception) =>
        exception is DbException { SqlState: "40P01" } || (exception?.InnerException is { } inner && IsDeadlock(inner));

    private TimeProvider Clock =>
        options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<TimeProvider>() ?? TimeProvider.System;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TechAssistDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite hands instants back without a kind and PostgreSQL wants UTC: one rule for the whole model.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
