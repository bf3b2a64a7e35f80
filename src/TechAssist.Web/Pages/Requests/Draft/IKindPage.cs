using TechAssist.Core.Requests;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The first questions are asked on two pages: when a request is begun, and when they are changed.</summary>
public interface IKindPage
{
    RequestContent Input { get; }

    JourneyChoices Choices { get; }
}
