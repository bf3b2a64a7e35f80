using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Experts.Registrations;

namespace TechAssist.Core.Tests.Experts;

/// <summary>Somebody who registers as an expert through the link of a mail.</summary>
internal sealed class Applicant(CaseWorld world, string email)
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n");

    public static readonly ExpertProfile Whole = CaseTexts.Expert("Diénaba-Łęcka", "Zoë", "FR", new DateOnly(2031, 3, 3)) with
    {
        BirthYear = 1980,
        Residence = "FR",
        Education = Education.Master,
        AssistanceTypes = ["TRN"],
        References = [new Referee { Name = "Aïda N’Diaye", Email = "aida@x.test" }],
    };

    public Task ApplyAsync()
    {
        // Mails of one instant have no order.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.AsAsync<ApplyToRegister>("stranger", (act, _) => act.ExecuteAsync(new ApplyInput { Email = email, Language = "fr" }, default));
    }

    public Task<string[]> TemplatesAsync() => world.ReadAsync(async db =>
        (await db.Outbox.Where(mail => mail.ToAddress == email).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).Select(mail => mail.Template).ToListAsync()).ToArray());

    /// <summary>The token of the newest link sent.</summary>
    public async Task<string> TokenAsync()
    {
        var paths = await world.ReadAsync(db => db.Outbox.Where(mail => mail.ToAddress == email && mail.OncePath != null).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).Select(mail => mail.OncePath!).ToListAsync());
        return paths.FindLast(path => path.StartsWith("/registration/", StringComparison.Ordinal))!["/registration/".Length..].Split('?')[0];
    }

    public Task SaveAsync(string token, string part, ExpertProfile typed, string? seen = null) =>
        world.AsAsync<WriteRegistration>("stranger", (act, _) => act.SaveAsync(token, RegistrationPart.Find(part)!, typed, seen, default));

    public Task<RegistrationToWrite> ReadAsync(string token) =>
        world.AsAsync<WriteRegistration, RegistrationToWrite>("stranger", (act, _) => act.ReadAsync(token, default));

    public Task AttachAsync(string token, string name, byte[] bytes, string? type = null) =>
        world.AsAsync<WriteRegistration>("stranger", (act, _) => act.AttachCvAsync(token, new SentFile(name, type, new MemoryStream(bytes)), default));

    public Task SendAsync(string token)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.AsAsync<WriteRegistration>("stranger", (act, _) => act.SendAsync(token, default));
    }

    public async Task WriteAllAsync(string token, ExpertProfile? profile = null)
    {
        foreach (var part in RegistrationPart.All.Where(part => part.Key != RegistrationPart.Cv))
        {
            await SaveAsync(token, part.Key, profile ?? Whole);
        }

        await AttachAsync(token, "Zoë – CV.pdf", Pdf, "application/pdf");
    }

    /// <summary>From the first mail to the secretariat's desk.</summary>
    public async Task<Registration> RegisterAsync(ExpertProfile? profile = null)
    {
        await ApplyAsync();
        var token = await TokenAsync();
        await WriteAllAsync(token, profile);
        await SendAsync(token);
        return await RowAsync();
    }

    public Task<Registration> RowAsync() => world.ReadAsync(db => db.Registrations.AsNoTracking().SingleAsync(row => row.Email == email));
}
