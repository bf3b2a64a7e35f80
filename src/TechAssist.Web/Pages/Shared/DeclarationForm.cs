using TechAssist.Core;
using TechAssist.Core.Experts;

namespace TechAssist.Web.Pages.Shared;

/// <summary>The declaration of conflicts of interest as it is typed on a telephone: "no to all" in one tap, or question by question.</summary>
public sealed record DeclarationForm
{
    public const string None = "none";
    public const string Some = "some";

    /// <summary>"none": no to every question; "some": each question is answered.</summary>
    public string? Interests { get; init; }

    public bool? EmployedByRequester { get; init; }

    public bool? FamilyOrFinancialInterest { get; init; }

    public bool? BiddingForFollowOn { get; init; }

    public bool? AuthorOfPolicy { get; init; }

    public bool? GovernmentInDispute { get; init; }

    public string? Details { get; init; }

    /// <exception cref="InvalidInputException">Neither no to all nor yes to some.</exception>
    public ConflictDeclaration Declared() => Interests switch
    {
        None => ConflictDeclaration.NoConflict,
        Some => new ConflictDeclaration
        {
            EmployedByRequester = EmployedByRequester,
            FamilyOrFinancialInterest = FamilyOrFinancialInterest,
            BiddingForFollowOn = BiddingForFollowOn,
            AuthorOfPolicy = AuthorOfPolicy,
            GovernmentInDispute = GovernmentInDispute,
            Details = Details,
        },
        _ => throw new InvalidInputException("declaration.interests", "required"),
    };
}
