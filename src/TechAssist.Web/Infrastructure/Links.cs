using System.Globalization;
using TechAssist.Core.FollowUp.Surveys;

namespace TechAssist.Web.Infrastructure;

/// <summary>Addresses of our own pages, in one place.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Requests = "/requests";
    public const string Process = "/admin/process";
    public const string Board = "/board";
    public const string BoardTimes = "/board/times";

    /// <summary>The committee's follow-up, and the lists behind its figures.</summary>
    public const string Strategy = "/strategy";
    public const string StrategyCases = "/strategy/cases";
    public const string StrategyRecommendations = "/strategy/recommendations";

    public static string StrategyDossier(string format) => $"/strategy/dossier.{format}";

    public const string NewRequest = "/requests/new";
    public const string Tasks = "/tasks";

    public const string PausedTasks = "/tasks?paused=true";
    public const string Roster = "/roster";

    public static string ExpertCalendar(Guid expert) => $"/roster/{expert}/calendar";

    public static string ExpertCalendar(Guid expert, int year) => $"/roster/{expert}/calendar?year={year}";

    public static string ExpertCalendarFile(Guid expert, int year) => $"/roster/{expert}/calendar?handler=File&year={year}";

    public static string ImportAbsences(Guid expert) => $"/roster/{expert}/absences";

    public const string Recommendations = "/recommendations";
    public const string Initiatives = "/initiatives";
    public const string Lessons = "/lessons";
    public const string Invitations = "/invitations";
    public const string ReferenceData = "/admin/reference";
    public const string People = "/admin/people";
    public const string SignIn = "/account/sign-in";
    public const string Profile = "/account/profile";
    public const string Mails = TechAssist.Core.Notifications.ComposeMail.ChoicesPath;
    public const string Substitute = "/account/substitute";
    public const string Notifications = "/notifications";
    public const string UnreadEvents = "/notifications/stream";
    public const string Duty = "/duty";
    public const string Inbox = "/inbox";
    public const string Tokens = "/account/tokens";
    public const string ApiDocs = "/api/docs";

    /// <summary>A mail that waits for a person.</summary>
    public static string InboxMail(Guid id) => $"/inbox/{id}";

    /// <summary>The ladder of a step of a definition.</summary>
    public static string Ladder(string definition, string step) => $"{Process}/{definition}/{step}";

    /// <summary>The open cases of a stage.</summary>
    public static string RequestsAt(string stage) => $"/requests?stage={stage}";

    public static string Request(Guid id) => $"/requests/{id}";

    /// <summary>A case by its reference; a draft has none yet and goes by its id.</summary>
    public static string Case(Guid id, string? reference) => reference is null ? Draft(id) : $"/requests/{reference}";

    public static string Draft(Guid id) => $"/requests/draft/{id}";

    public static string DraftSection(Guid id, string key) => $"/requests/draft/{id}/{key}";

    /// <summary>A request that was given back is rewritten on the pages of its draft.</summary>
    public static string EditRequest(Guid id) => Draft(id);

    /// <summary>A part of the case page: "", "request", "timeline", "messages", "documents", "people", "process".</summary>
    public static string CaseTab(string reference, string tab) => tab.Length == 0 ? $"/requests/{reference}" : $"/requests/{reference}/{tab}";

    public static string Documents(string reference) => CaseTab(reference, "documents");

    public static string Document(string reference, Guid id) => $"/requests/{reference}/documents/{id}";

    /// <summary>An act on the case as a whole: hold, suspend, continue, cancel, withdraw, reopen, track, copy.</summary>
    public static string Steer(string reference, string act) => $"/requests/{reference}/{act}";

    /// <summary>Why a step's due time is what it is.</summary>
    public static string Due(string reference, Guid stepRowId) => $"/requests/{reference}/due/{stepRowId}";

    public static string ExtendDue(string reference, Guid stepRowId) => $"/requests/{reference}/due/{stepRowId}/extend";

    public const string Calendars = "/admin/calendars";

    public static string Calendar(string key) => $"/admin/calendars/{key}";

    /// <summary>Where the holder of a call's signed link answers.</summary>
    public static string AnswerCall(string token) => $"/call/{token}";

    /// <summary>Where whoever reads a request's contact address confirms it.</summary>
    public static string ConfirmContact(string token) => $"/confirm/{token}";

    /// <summary>Where the beneficiary says without signing in whether there is an objection to the experts.</summary>
    public static string NoObjection(string token) => $"/no-objection/{token}";

    /// <summary>Where the holder of a task's signed link answers without signing in.</summary>
    public static string AnswerTask(string token) => $"/answer/{token}";

    /// <summary>Where the holder of a task's signed link asks for more time.</summary>
    public static string ReportProgress(string token) => $"/progress/{token}";

    public static string AskMoreTime(string token) => $"/answer/{token}/more-time";

    public static string AskByLink(string token) => $"/more-time/{token}";

    public static string AskMoreTime(Guid taskId) => $"/tasks/{taskId}/more-time";

    public static string CallExperts(string reference) => $"/requests/{reference}/experts/call";

    public static string Calendar(string key, int year) => $"/admin/calendars/{key}?year={year}";

    public static string CalendarFile(string key, int year) => $"/admin/calendars/{key}?handler=File&year={year}";

    public static string ImportDays(string key, int year) => $"/admin/calendars/{key}/import?year={year}";

    public static string EnterDay(string key) => $"/admin/calendars/{key}/enter";

    /// <summary>Corrects the day a holiday was computed for.</summary>
    public static string EnterDay(string key, string corrects, DateOnly on) => $"/admin/calendars/{key}/enter?corrects={Uri.EscapeDataString(corrects)}&on={on:yyyy-MM-dd}";

    /// <summary>Who stands behind a request.</summary>
    public static string Confirmations(string reference) => $"/requests/{reference}/confirmations";

    public static string Terms(string reference) => $"/requests/{reference}/terms";

    public static string Experts(string reference) => $"/requests/{reference}/experts";

    public static string Missions(string reference) => $"/requests/{reference}/missions";

    public static string Mission(string reference, int number) => $"/requests/{reference}/missions/{number}";

    /// <summary>Who is away on a mission, and who leaves soon.</summary>
    public const string Deployed = "/missions/now";

    public static string DeployedOn(DateOnly on, string? country) => string.Create(CultureInfo.InvariantCulture, $"{Deployed}?on={on:yyyy-MM-dd}&country={Uri.EscapeDataString(country ?? "")}");

    public static string MissionNotes(string reference, int mission) => $"{Mission(reference, mission)}/notes";

    /// <summary>A note that its author corrects.</summary>
    public static string MissionNote(string reference, int mission, Guid note) => $"{MissionNotes(reference, mission)}?edit={note}";

    /// <summary>What a mission is estimated to cost and what it cost.</summary>
    public static string Costs(string reference, int mission) => $"{Mission(reference, mission)}/costs";

    public static string Debrief(string reference, int mission) => $"{Mission(reference, mission)}/debrief";

    /// <summary>Adds to the checklist of a mission.</summary>
    public static string AddToChecklist(string reference, int mission) => $"{Mission(reference, mission)}/checklist";

    public static string ChecklistItem(string reference, int mission, string key) => $"{AddToChecklist(reference, mission)}?item={Uri.EscapeDataString(key)}";

    public static string Report(string reference, int mission) => $"/requests/{reference}/missions/{mission}/report";

    /// <summary>What of the report will be public.</summary>
    public static string Publication(string reference, int mission) => $"/requests/{reference}/missions/{mission}/publication";

    /// <summary>The published reports, for everybody who is signed in.</summary>
    public const string PublishedReports = "/published";

    public static string PublishedReport(Guid id) => $"/published/{id}";

    /// <param name="document"><c>report</c> or <c>summary</c>.</param>
    public static string PublishedFile(Guid id, string document, string format, string language) => $"/published/{id}/{document}.{format}?lang={language}";

    public static string ReportPhoto(string reference, int mission, Guid photo) => $"{Report(reference, mission)}/photos/{photo}";

    /// <summary>Shows a text in limited Markdown as documents have it.</summary>
    public static string Preview => "/preview";

    /// <summary>Two texts of a report side by side.</summary>
    public static string CompareReport(string reference, int mission) => $"{Report(reference, mission)}/compare";

    public static string ReportInWord(string reference, int mission) => $"{Report(reference, mission)}/word";

    public static string ReportForm(string reference, int mission, string language) => $"{ReportInWord(reference, mission)}?handler=File&lang={language}";

    /// <summary>What a text from Word would change.</summary>
    public static string ReportFromWord(string reference, int mission, Guid upload) => $"{ReportInWord(reference, mission)}/changes?upload={upload}";

    public static string ReportVersion(string reference, int mission, int version) => $"{Report(reference, mission)}?version={version}";

    public static string EditTerms(string reference) => $"/requests/{reference}/terms/edit";

    public static string FindExperts(string reference) => $"/requests/{reference}/experts/find";

    /// <summary>The best of the roster for a seat of the case.</summary>
    public static string Match(string reference, int seat = 0) => $"/requests/{reference}/experts/match" + (seat == 0 ? "" : $"?seat={seat}");

    /// <summary>The people whom one hard filter stops.</summary>
    public static string MatchStopped(string reference, int seat, string filter) => $"/requests/{reference}/experts/match/stopped?seat={seat}&filter={filter}";

    /// <summary>What has a day for the reader.</summary>
    public const string Agenda = "/calendar";

    public static string AgendaMonth(DateOnly month) => $"/calendar?month={month:yyyy-MM}";

    /// <summary>The private address a calendar program reads.</summary>
    public static string AgendaFeed(string token) => $"/calendar/{token}.ics";

    /// <summary>Where anybody asks for the link to register as an expert.</summary>
    public const string RegisterExpert = "/register/expert";

    public const string Registrations = "/roster/registrations";

    public const string InviteToRegister = "/roster/registrations/invite";

    /// <summary>Where the holder of a registration's link writes.</summary>
    public static string Registration(string token) => $"/registration/{token}";

    /// <summary>Where an expert says without signing in that papers and availability still hold.</summary>
    public static string KeepReady(string token) => $"/ready/{token}";

    public static string RegistrationPart(string token, string part) => $"/registration/{token}/{part}";

    /// <summary>A registration as the secretariat vets it.</summary>
    public static string Registration(Guid id) => $"/roster/registrations/{id}";

    public static string RegistrationCv(Guid id) => $"/roster/registrations/{id}/cv";

    public static string ExpertCv(Guid id) => $"/roster/{id}/cv";

    public const string Teams = "/roster/teams";

    public const string Imports = "/roster/import";

    public const string ExportRoster = "/roster/export";

    /// <summary>Where an import of experts stands.</summary>
    public static string Import(Guid id) => $"/roster/import/{id}";

    public static string ImportColumns(Guid id) => $"/roster/import/{id}/columns";

    public static string ImportLines(Guid id, Core.Experts.Imports.LinesShown shown, int after = 0) => $"/roster/import/{id}?show={shown}" + (after == 0 ? "" : $"&after={after}");

    public const string Fairness = "/roster/fairness";

    /// <summary>Whether mails leave.</summary>
    public const string MailHealth = "/admin/mails";

    public const string DocumentTexts = "/admin/texts";

    public static string DocumentSample(string document, string format, string language) => $"{DocumentTexts}/sample/{document}.{format}?lang={language}";

    public const string MailTemplates = "/admin/mails/templates";

    public static string MailTemplate(string template, string language) => $"/admin/mails/templates/{template}?language={language}";

    public const string MatchingWeights = "/admin/matching";

    public static string ProposeExpert(string reference, Guid expertId) => $"/requests/{reference}/experts/propose?expert={expertId}";

    public static string NewMission(string reference) => $"/requests/{reference}/missions/new";

    public static string EditMission(string reference, int number) => $"/requests/{reference}/missions/{number}/edit";

    public static string TranslateReport(string reference, int mission) => $"{Report(reference, mission)}/translation";

    public static string EditReport(string reference, int mission) => $"/requests/{reference}/missions/{mission}/report/edit";

    /// <summary>What everybody said of a case afterwards.</summary>
    public static string Evaluations(string reference) => $"/requests/{reference}/evaluations";

    /// <summary>What the secretariat said of the expert who reads.</summary>
    public const string Appraisals = "/appraisals";

    /// <summary>What the participants of a mission say of it.</summary>
    public static string Survey(string reference, int mission) => $"/requests/{reference}/missions/{mission}/survey";

    public static string HideSurveyWords(string reference, int mission, Guid answerId) => $"{Survey(reference, mission)}?hide={answerId}#hide";

    public static string SurveySheet(string reference, int mission) => $"{Survey(reference, mission)}?handler=Sheet";

    public static string SurveyTable(string reference, int mission) => $"{Survey(reference, mission)}?handler=Table";

    /// <summary>Where a participant answers, without an account.</summary>
    public static string AnswerSurvey(string code) => SurveyCode.Path(code);

    /// <summary>A document written now, as <c>pdf</c>, <c>docx</c> or <c>html</c>.</summary>
    public static string Paper(string reference, string document, string format, string language, int? mission = null, int? version = null) =>
        $"/requests/{reference}/papers/{document}.{format}" + QueryString.Create(new Dictionary<string, string?>
        {
            ["lang"] = language,
            ["mission"] = mission?.ToString(CultureInfo.InvariantCulture),
            ["version"] = version?.ToString(CultureInfo.InvariantCulture),
        }.Where(pair => pair.Value is not null));

    /// <summary>A filed letter or minutes in another form or language.</summary>
    public static string PaperAgain(string reference, Guid id, string format, string language) => $"/requests/{reference}/documents/{id}/paper.{format}?lang={language}";

    public static string Expert(Guid id) => $"/roster/{id}";

    public static string EditExpert(Guid id) => $"/roster/{id}/edit";

    public const string NewExpert = "/roster/new";

    public static string Invitation(Guid id) => $"/invitations/{id}";

    public static string Recommendation(Guid id) => $"/recommendations/{id}";

    public static string RecommendationOwner(Guid id) => $"/recommendations/{id}/owner";

    public static string VerifyRecommendation(Guid id) => $"/recommendations/{id}/verify";

    public static string SupersedeRecommendation(Guid id) => $"/recommendations/{id}/superseded";

    public static string Initiative(Guid id) => $"/initiatives/{id}";

    /// <summary>Past cases like this one.</summary>
    public static string SimilarCases(string reference) => $"/requests/{reference}/similar";

    public static string ReferenceList(string type) => $"/admin/reference/{type}";

    public static string ReferenceRow(string type, string code) => $"/admin/reference/{type}/row?code={Uri.EscapeDataString(code)}";

    public static string NewReferenceRow(string type) => $"/admin/reference/{type}/row";

    public static string Task(Guid id) => $"/tasks/{id}";

    public static string Person(Guid id) => $"/admin/people/{id}";
}
