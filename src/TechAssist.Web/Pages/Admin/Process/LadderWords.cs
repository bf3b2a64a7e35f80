using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows.Ladders;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Linting;

namespace TechAssist.Web.Pages.Admin.Process;

/// <summary>A ladder in words, and what its rungs can be made of.</summary>
public sealed class LadderWords(Texts texts)
{
    public IReadOnlyList<Choice> Units => [.. StepLimit.Units.Select(unit => new Choice(unit, texts["Ladder.Unit." + unit]))];

    public IReadOnlyList<Choice> Froms => [.. Enum.GetNames<RungFrom>().Select(from => new Choice(from, texts["Ladder.From." + from]))];

    public IReadOnlyList<Choice> Audiences => [.. Vocabulary.Audiences.Select(role => new Choice(role, RoleName(role)))];

    public IReadOnlyList<Choice> Channels => [.. Enum.GetNames<RungChannel>().Select(channel => new Choice(channel, texts["Ladder.Channel." + channel]))];

    /// <summary>By what stands in their subject.</summary>
    public IReadOnlyList<Choice> Mails => [.. ChangeLadder.Templates.Select(template => new Choice(template, Messages.Text($"Mail.{template}.Subject", Languages.Current).Replace("{step}", "…", StringComparison.Ordinal)))];

    /// <summary>"5 working days".</summary>
    public string Limit(StepLimit? limit) => limit is null ? texts["Due.None"] : Amount(limit.Amount, limit.Unit);

    /// <summary>"2 working days before the due time: Requester".</summary>
    public string Rung(StepReminder rung) => texts["Ladder.Rung", rung.Offset == 0 ? texts["Ladder.OnTheDay"] : $"{Amount(Math.Abs(rung.Offset), rung.Unit)} {texts["Ladder.Said." + ReminderInput.Of(rung).From]}", People(rung.Audience)] + (rung.IsInPortalOnly ? $" – {texts["Ladder.InPortalOnly"]}" : "");

    public string Rung(StepEscalation rung) =>
        texts["Ladder.Rung", $"{Amount(rung.Offset, rung.Unit)} {texts["Ladder.Said.AfterDue"]}", People(rung.Audience)] + (rung.Reassign ? $" – {texts["Ladder.Reassigned"]}" : "");

    private string Amount(int amount, string unit) => texts.Count("Limit." + DueTimes.LimitOf(new StepLimit(amount, unit)).Unit, amount);

    private string People(IEnumerable<string> audience) => string.Join(", ", audience.Select(RoleName));

    private string RoleName(string audience) => Roles.FromAudience(audience) is { } role ? texts["Role." + role] : audience;
}
