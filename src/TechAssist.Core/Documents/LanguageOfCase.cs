using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Documents;

/// <summary>The language in which a requester is written to: the one they named in the request, else the one of their account,
/// else the one of their country.</summary>
public sealed class LanguageOfCase(TechAssistDb db, ReferenceCatalog reference)
{
    public async Task<string> FindAsync(AssistanceRequest request, CancellationToken cancellationToken)
    {
        if (Languages.IsOne(request.Content.Contact.Language))
        {
            return request.Content.Contact.Language!;
        }

        return await db.People.Where(person => person.Id == request.RequesterId).Select(person => person.Language).SingleOrDefaultAsync(cancellationToken)
            ?? reference.Current.Country(request.Country)?.DefaultLanguage
            ?? "fr";
    }
}
