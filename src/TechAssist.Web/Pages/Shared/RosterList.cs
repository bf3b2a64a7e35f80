using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Shared;

/// <summary>Experts found, each with the page its name leads to.</summary>
public sealed record RosterList(IReadOnlyList<RosterRow> Rows, ReferenceChoices Choices, Func<Guid, string> Href);
