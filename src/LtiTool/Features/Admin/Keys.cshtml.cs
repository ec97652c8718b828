using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>The tool's signing keys, and the button that changes them without downtime.</summary>
[WithoutSession]
public sealed class KeysModel(IToolKeyStore keys, TimeProvider clock) : PageModel
{
    /// <summary>Longer than platforms keep a key set: the new key is known before it signs, the old one after.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    /// <summary>Keys that are published now.</summary>
    public IReadOnlyList<ToolKey> Published { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Published = await keys.GetKeysAsync(ct);

    /// <summary>Adds a key that signs in two days; the old one goes two days later.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await keys.RotateAsync(Overlap, ct);
        return RedirectToPage();
    }
}
