using Microsoft.Extensions.DependencyInjection;

namespace TechAssist.Core.Inbox;

/// <summary>Registers what reads and sorts the mails that come in.</summary>
public static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<OwnMails>()
        .AddScoped<FindCase>()
        .AddScoped<PostMail>()
        .AddScoped<TakeBounce>()
        .AddScoped<TakeMail>()
        .AddScoped<ReadInbox>()
        .AddScoped<ListTriage>()
        .AddScoped<SortMail>()
        .AddScoped<Bounces>()
        .AddScoped<InboxHealth>();
}
