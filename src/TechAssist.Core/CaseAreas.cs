using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Experts.Releases;
using TechAssist.Core.FollowUp;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Links;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Costs;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core;

/// <summary>The acts and queries of the areas a case passes through after its approval.</summary>
public static class CaseAreas
{
    public static IServiceCollection AddCaseAreas(this IServiceCollection services) => services
        .AddScoped<GetCaseHead>()
        .AddScoped<StartTerms>().AddScoped<SaveTerms>().AddScoped<GetTerms>()
        .AddScoped<AddExpert>().AddScoped<EditExpert>().AddScoped<TakeAbsences>().AddScoped<AssessExpert>().AddScoped<LinkExpert>().AddScoped<GetExpert>().AddScoped<SearchRoster>()
        .AddScoped<Propose>().AddScoped<Invite>().AddScoped<AnswerInvitation>().AddScoped<StandDown>()
        .AddScoped<OpenCall>().AddScoped<ProlongCall>().AddScoped<StandDownCall>().AddScoped<AnswerCall>().AddScoped<ListCalls>().AddScoped<SweepCalls>()
        .AddScoped<CallDesk>().AddScoped<PutForward>().AddScoped<AskRelease>().AddScoped<RecordRelease>().AddScoped<AnswerNoObjection>().AddScoped<RapidPool>().AddScoped<FindLink>()
        .AddScoped<ListNominations>().AddScoped<ListInvitations>()
        .AddScoped<PlanMission>().AddScoped<EditMission>().AddScoped<MissionDue>().AddScoped<TickChecklist>().AddScoped<GetCosts>().AddScoped<RecordCosts>().AddScoped<GetMission>().AddScoped<GetMissionAround>().AddScoped<ListMissions>().AddField()
        .AddScoped<StartReport>().AddScoped<SaveReport>().AddScoped<SettleConflict>().AddScoped<GetTranslation>().AddScoped<SaveTranslation>().AddScoped<AskForProgress>().AddScoped<FollowOnRequest>().AddScoped<CommentOnReport>().AddScoped<ResolveComment>().AddScoped<GetReport>()
        .AddPublication().AddScoped<ReopenComment>().AddPhotos()
        .AddScoped<ListRecommendations>().AddScoped<GetRecommendation>().AddScoped<RespondToRecommendation>().AddScoped<NoteProgress>()
        .AddScoped<GetEvaluations>().AddScoped<ListAppraisals>().AddScoped<RemarkOnAppraisal>()
        .AddSurveys();

    private static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddScoped<LeaveOut>().AddScoped<SettlePublication>().AddScoped<GetPublicVersion>().AddScoped<ListPublished>();
}
