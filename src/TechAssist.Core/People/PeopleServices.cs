using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Audit;

namespace TechAssist.Core.People;

public static class PeopleServices
{
    public static void AddPeople(this IServiceCollection services) => services
        .AddScoped<TimelineWriter>()
        .AddScoped<FindActor>()
        .AddScoped<AccountLinks>()
        .AddScoped<InvitePerson>()
        .AddScoped<InviteAgain>()
        .AddScoped<ChangeRoles>()
        .AddScoped<CloseAccount>()
        .AddScoped<ChoosePassword>()
        .AddScoped<AskForPassword>()
        .AddScoped<ChangeProfile>()
        .AddScoped<ListPeople>();
}
