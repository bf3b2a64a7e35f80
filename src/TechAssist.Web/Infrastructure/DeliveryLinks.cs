using TechAssist.Core.Missions.Delivery;

namespace TechAssist.Web.Infrastructure;

/// <summary>Addresses of the pages on what a mission delivers.</summary>
public static class DeliveryLinks
{
    public static string Overview(string reference, int mission) => $"{Links.Mission(reference, mission)}/delivery";

    public static string Edit(string reference, int mission, DeliveryPart part) => $"{Overview(reference, mission)}/{part.ToString().ToLowerInvariant()}";

    public static string MoveSessions(string reference, int mission) => $"{Overview(reference, mission)}?handler=Move";

    public static string Participants(string reference, int mission) => $"{Overview(reference, mission)}/participants";

    public static string Participant(string reference, int mission, Guid id) => $"{Participants(reference, mission)}/{id}";

    public static string RemoveParticipant(string reference, int mission, Guid id) => $"{Participant(reference, mission, id)}?handler=Remove";

    public static string ImportParticipants(string reference, int mission) => $"{Participants(reference, mission)}/import";

    public static string Attendance(string reference, int mission, DateOnly? day = null) => $"{Overview(reference, mission)}/attendance" + (day is { } on ? $"?day={on:yyyy-MM-dd}" : "");

    public static string Tests(string reference, int mission) => $"{Overview(reference, mission)}/tests";

    public static string Certificates(string reference, int mission) => $"{Overview(reference, mission)}/certificates";

    /// <summary>Plans more missions like this one.</summary>
    public static string Series(string reference, int mission) => $"{Links.Mission(reference, mission)}/again";
}
