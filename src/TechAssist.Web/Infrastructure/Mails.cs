using Microsoft.Extensions.Options;
using TechAssist.Core;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Notifications;
using TechAssist.Core.Notifications.Portal;

namespace TechAssist.Web.Infrastructure;

/// <summary>How mails leave (section <c>Mail</c>: a server, or a folder), under which address the portal is reached, and how
/// documents are signed and worded (sections <c>Letterhead</c>, <c>DocumentTexts</c>).</summary>
public static class Mails
{
    public static void AddMails(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure(mail =>
            {
                if (configuration[MailOptions.Section + ":Folder"] is null)
                {
                    mail.Folder = Path.Combine(Database.Folder(configuration), "mail");
                }

                mail.ReturnPath ??= configuration[InboxOptions.Section + ":Host"] is { Length: > 0 } ? configuration[InboxOptions.Section + ":Address"] : null;
            });
        services.AddOptions<InboxOptions>().BindConfiguration(InboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ScanOptions>().BindConfiguration(ScanOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<Letterhead>, CheckDocumentTexts>();
        services.AddOptions<DocumentTexts>().Configure(texts => ReadTexts(texts, configuration.GetSection(DocumentTexts.Section)));
        services.AddOptions<Letterhead>().PostConfigure<IOptions<DocumentTexts>>((letterhead, texts) => letterhead.Speak(texts.Value));
        services.AddOptions<Letterhead>().BindConfiguration(Letterhead.Section).PostConfigure(letterhead => letterhead.ReadLogo()).ValidateDataAnnotations()
            .Validate(letterhead => letterhead.IsComplete, "Letterhead:LogoFile names no PNG or JPEG that can be read.").ValidateOnStart();
        services.AddOptions<PortalAddress>().Configure<IOptions<PortalOptions>>((address, portal) =>
            address.Url = portal.Value.PublicUrl ?? configuration["urls"]?.Split(';')[0] ?? Portal.DefaultUrl);
        if (string.IsNullOrEmpty(configuration[MailOptions.Section + ":Host"]))
        {
            services.AddScoped<IMailer, FolderMailer>();
        }
        else
        {
            services.AddScoped<IMailer, SmtpMailer>();
        }

        services.AddScoped<HandOverMail>();
        services.AddScoped<SendOutbox>();
        services.AddScoped<MailHealth>();
        services.AddScoped<PreviewMail>();
    }

    private static void ReadTexts(DocumentTexts texts, IConfigurationSection section)
    {
        foreach (var key in section.GetChildren())
        {
            var languages = key.GetChildren().ToList();
            if (languages.Count == 0)
            {
                texts.RefuseWithoutLanguage(key.Key);
            }

            languages.ForEach(language => texts.Replace(key.Key, language.Key, language.Value));
        }
    }
}
