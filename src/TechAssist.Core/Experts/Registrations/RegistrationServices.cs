using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Experts.Asks;
using TechAssist.Core.Experts.Files;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>Registers what lets experts register themselves, the secretariat vet them, and what asks them later whether everything still holds.</summary>
public static class RegistrationServices
{
    public static IServiceCollection AddRegistrations(this IServiceCollection services) => services
        .AddScoped<ApplyToRegister>().AddScoped<InviteToRegister>().AddScoped<WriteRegistration>()
        .AddScoped<ListRegistrations>().AddScoped<GetRegistration>()
        .AddScoped<AdmitRegistration>().AddScoped<DeclineRegistration>().AddScoped<AskMore>().AddScoped<SweepRegistrations>()
        .AddScoped<SweepAsks>().AddScoped<AnswerAsk>().AddScoped<ListAsks>()
        .AddScoped<AttachCv>().AddScoped<OpenCv>();
}
