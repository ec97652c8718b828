using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>How to connect an LMS: by one address, or by hand.</summary>
[WithoutSession]
public sealed class ConnectModel(
    ManualRegistration manual, IPlatformDirectory directory, IOptions<LearningBuddyOptions> options) : PageModel
{
    /// <summary>The tool's public address, without a trailing slash.</summary>
    public string Root => options.Value.PublicUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>Who may register by the one address.</summary>
    public RegistrationMode Mode => options.Value.Registration.Mode;

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>What was typed, by field.</summary>
    public IReadOnlyDictionary<string, string?> Typed { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Which LMS is to be connected, as the page's address names it; null until that is chosen.</summary>
    public string? Lms { get; private set; }

    /// <summary>Shows the ways.</summary>
    public void OnGet(string? lms) => Lms = string.IsNullOrEmpty(lms) ? null : lms;

    /// <summary>Registers by the form.</summary>
    public Task<IActionResult> OnPostFormAsync(CancellationToken ct)
    {
        Typed = ManualRegistration.Fields.ToDictionary(name => name, name => (string?)CleanText.Of(Request.Form[name]));
        return SaveAsync(manual.Parse(name => Typed[name]), ct);
    }

    /// <summary>Registers by pasted JSON.</summary>
    public Task<IActionResult> OnPostJsonAsync(string? json, CancellationToken ct)
    {
        Typed = new Dictionary<string, string?> { ["json"] = json };
        return SaveAsync(manual.ParseJson(json ?? ""), ct);
    }

    private async Task<IActionResult> SaveAsync(ManualRegistrationResult result, CancellationToken ct)
    {
        switch (result)
        {
            case ManualRegistrationResult.Complete complete:
                await directory.SaveAsync(complete.Platform with { Status = PlatformStatus.Active }, complete.DeploymentId, ct);
                return RedirectToPage("/Admin/Index");
            case ManualRegistrationResult.Invalid invalid:
                Errors = invalid.Errors;
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
