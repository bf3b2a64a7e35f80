using TechAssist.Core;
using TechAssist.Core.Notifications;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.Mails;

/// <summary>Every mail the portal writes.</summary>
public sealed class TemplatesModel : PortalPage
{
    /// <summary>Each with its subject in the reader's language.</summary>
    public IEnumerable<(string Template, string Subject)> Templates =>
        PreviewMail.Templates.Select(template => (template, Messages.Text($"Mail.{template}.Subject", Languages.Current)));
}
