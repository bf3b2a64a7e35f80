using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Audit;
using TechAssist.Core.Board;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Papers;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.Inbox;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Notifications;
using TechAssist.Core.Notifications.Portal;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Search;
using TechAssist.Core.Strategy;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Agenda;
using TechAssist.Core.Work.ByLink;
using TechAssist.Core.Work.Duty;
using TechAssist.Core.Work.Tasks;
using TechAssist.Core.Workflows;
using TechAssist.Core.Workflows.Ladders;

namespace TechAssist.Core;

/// <summary>Registers the acts and queries of the core. The host adds the database, the workflow catalogue and the clock.</summary>
public static class CoreServices
{
    public static IServiceCollection AddCore(this IServiceCollection services) => services
        .AddReference()
        .AddPeople()
        .AddRequests()
        .AddCaseAreas()
        .AddAfterwards()
        .AddSearch()
        .AddDelivery()
        .AddReportInWord()
        .AddStaffing()
        .AddImports()
        .AddRegistrations()
        .AddWork()
        .AddInbox()
        .AddBoard()
        .AddStrategy()
        .AddDocuments();

    private static IServiceCollection AddReference(this IServiceCollection services) => services
        .AddSingleton<ReferenceCatalog>()
        .AddScoped<LoadReferenceData>()
        .AddScoped<ListCountries>()
        .AddScoped<ListObjectives>()
        .AddScoped<EnterDays>()
        .AddScoped(typeof(SaveReferenceRow<,>));

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<FindActor>()
        .AddScoped<TimelineWriter>().AddScoped<ReadAhead>()
        .AddScoped<TimelineText>()
        .AddScoped<VerifyTimeline>()
        .AddScoped<AccountLinks>()
        .AddScoped<InvitePerson>()
        .AddScoped<InviteAgain>()
        .AddScoped<ChangeRoles>()
        .AddScoped<CloseAccount>()
        .AddScoped<ChoosePassword>()
        .AddScoped<AskForPassword>()
        .AddScoped<ChangeProfile>()
        .AddScoped<ListPeople>()
        .AddScoped<NameSubstitute>()
        .AddScoped<EndSubstitution>()
        .AddScoped<SweepSubstitutions>()
        .AddScoped<ListSubstitutions>()
        .AddScoped<FindTokenOwner>()
        .AddScoped<CreateApiToken>()
        .AddScoped<RevokeApiToken>()
        .AddScoped<ListApiTokens>();

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddScoped<ListRequests>()
        .AddScoped<SaveDraft>()
        .AddScoped<PrefillRequest>()
        .AddScoped<GetDraft>()
        .AddScoped<DeleteDraft>()
        .AddScoped<GetReceipt>()
        .AddScoped<SubmitRequest>()
        .AddScoped<SubmitRequestOnce>()
        .AddScoped<GetRequest>()
        .AddScoped<ListTimeline>()
        .AddScoped<CopyRequest>()
        .AddScoped<GetCaseStanding>()
        .AddScoped<GetCaseRefusal>()
        .AddScoped<GetCasePath>()
        .AddScoped<ListCasePeople>()
        .AddScoped<ListConfirmations>()
        .AddScoped<RecordConfirmation>()
        .AddScoped<ConfirmContact>()
        .AddScoped<SteeringCase>()
        .AddScoped<HoldRequest>()
        .AddScoped<ContinueRequest>()
        .AddScoped<MoveDue>()
        .AddScoped<DueNotice>()
        .AddScoped<ExtendDue>()
        .AddScoped<RecountDue>()
        .AddScoped<GetDue>()
        .AddScoped<EndRequest>()
        .AddScoped<EndNotice>()
        .AddScoped<RestartCase>()
        .AddScoped<ReopenRequest>()
        .AddScoped<ChangeTrack>();

    private static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddScoped<CasePeople>()
        .AddScoped<DutyRoster>()
        .AddScoped<PlanDuty>()
        .AddScoped<GetDuty>()
        .AddScoped<HandOverDuty>()
        .AddScoped<ChangeLadder>()
        .AddScoped<ListVersions>()
        .AddScoped<CaseFacts>()
        .AddScoped<CaseMail>()
        .AddScoped<CaseTimers>()
        .AddScoped<CaseEffects>()
        .AddScoped<CaseFlow>()
        .AddScoped<DueTimes>()
        .AddScoped<StepLadder>()
        .AddScoped<StepOpener>()
        .AddScoped<IssueTaskLinks>()
        .AddScoped<StepReminders>()
        .AddScoped<EscalateStep>()
        .AddScoped<SettleStep>()
        .AddScoped<SettleCase>()
        .AddScoped<TakeAutoOutcome>()
        .AddScoped<AskMoreTime>().AddScoped<DeclineMoreTime>().AddScoped<AskByLink>().AddScoped<AnswerTask>()
        .AddScoped<SweepDeadlines>().AddScoped<SettleTogether>()
        .AddScoped<StepAnswers>()
        .AddScoped<CompleteWorkItem>()
        .AddScoped<ListMyTasks>()
        .AddScoped<ListAgenda>()
        .AddScoped<CalendarFeed>()
        .AddScoped<AgendaFile>()
        .AddScoped<ListIdleCases>()
        .AddScoped<ListChangedDue>()
        .AddScoped<GetExpertCalendar>()
        .AddScoped<GetTask>()
        .AddScoped<KeepTaskDraft>();

    private static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddOptions()
        .AddScoped<FileDocument>()
        .AddScoped<LanguageOfCase>()
        .AddScoped<BuildDecisionLetter>()
        .AddScoped<BuildReleaseLetter>()
        .AddScoped<BuildTerms>()
        .AddScoped<BuildReport>().AddScoped<BuildPublicReport>()
        .AddScoped<CasePapers>().AddScoped<BuildAcceptanceLetter>().AddScoped<BuildTransmissionLetter>().AddScoped<BuildSilenceMinutes>()
        .AddScoped<ListDocumentTexts>().AddScoped<SampleDocument>()
        .AddScoped<DocumentSource>()
        .AddScoped<RenderDocument>().AddScoped<RenderMissionPaper>()
        .AddScoped<ProduceDocument>()
        .AddSingleton<Documents.Scanning.FileScan>()
        .AddScoped<AttachDocument>()
        .AddScoped<RemoveDocument>()
        .AddScoped<ListDocuments>()
        .AddScoped<OpenDocument>()
        .AddSingleton<CaseAddress>()
        .AddScoped<MessagePeople>()
        .AddScoped<MessageMail>()
        .AddScoped<PostMessage>()
        .AddScoped<ListMessages>()
        .AddScoped<MailReaders>()
        .AddScoped<FindPointless>()
        .AddScoped<DecideMail>()
        .AddScoped<ChooseMails>()
        .AddScoped<ListNotifications>()
        .AddScoped<ReadNotifications>()
        .AddScoped<ForgetNotifications>()
        .AddScoped<ComposeMail>();
}
