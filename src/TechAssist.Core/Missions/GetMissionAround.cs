using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Missions.Field;

namespace TechAssist.Core.Missions;

/// <summary>What stands around a mission on its page. Null where there is none, or it is not the reader's to know.</summary>
/// <param name="Delivery">What it delivers.</param>
/// <param name="Survey">What participants say.</param>
/// <param name="LastNote">The latest note of the team.</param>
/// <param name="MayWriteNotes">The reader is of the team, and the notes are open.</param>
public sealed record MissionAround(DeliveryView Delivery, SurveyGlance? Survey, NoteRow? LastNote, bool MayWriteNotes);

/// <summary>The glances of a mission's page at what is kept beside the mission.</summary>
public sealed class GetMissionAround(GetDelivery getDelivery, GetSurvey getSurvey, ListNotes listNotes)
{
    public async Task<MissionAround> ExecuteAsync(MissionView mission, Actor actor, CancellationToken cancellationToken)
    {
        var delivery = await getDelivery.ExecuteAsync(mission.Id, actor, cancellationToken);
        var survey = await getSurvey.GlanceAsync(mission.Id, actor, cancellationToken);
        if (!mission.MayReadNotes)
        {
            return new MissionAround(delivery, survey, null, false);
        }

        var notes = await listNotes.ExecuteAsync(mission.Id, actor, cancellationToken);
        return new MissionAround(delivery, survey, notes.Rows.FirstOrDefault(), notes.MayWrite);
    }
}
