using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>Where somebody says that an address is theirs. Opening it changes nothing: programs that look at links prove nothing.</summary>
internal sealed class ProveModel(MailTokens tokens, MailAddressBook book) : OutsidePage
{
    /// <summary>The address, or null where the link leads nowhere.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether it is somebody else's.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Whether it was proved just now.</summary>
    public bool IsProved { get; private set; }

    /// <summary>Asks.</summary>
    public void OnGet(string token, bool taken, bool proved)
    {
        (Address, IsTaken, IsProved) = (tokens.ReadProof(token)?.Address, taken, proved);
        if (Address is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>It is theirs.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        var proved = tokens.ReadProof(token) is var (person, address) && await book.ProveAsync(person, address, ct);
        return Again(KeyValuePair.Create<string, string?>(proved ? "proved" : "taken", "true"));
    }
}
