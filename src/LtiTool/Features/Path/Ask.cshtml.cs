using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>A learner asks others for their view, those of the journey by a press and others by mail, and sees whom they asked.</summary>
[Needs(Thing.OwnJourney, Right.Write)]
[OfTheme(typeof(PathSection))]
internal sealed class AskModel(ViewRequests requests, JourneyViewers viewers, SealedWords sealedWords, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The form as it was typed, where it could not be sent.</summary>
    public ViewForm Form { get; private set; } = ViewForm.Empty;

    /// <summary>Shows the form, and whom the learner asked.</summary>
    /// <param name="mail">What was typed for a mail that could not be sent, and why.</param>
    /// <param name="by">What was chosen then.</param>
    /// <param name="unchosen">Whether nothing was chosen.</param>
    public IActionResult OnGet(MailForm mail, Viewer? by, bool unchosen)
    {
        if (Session.ParticipationId is null)
        {
            return RedirectToPage("/Today/Index");
        }

        Form = new(mail.Opened(sealedWords), by, unchosen);
        return Page();
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(string? address, string? message, Viewer? by, CancellationToken ct)
    {
        if (Session.ParticipationId is null)
        {
            return RedirectToPage("/Today/Index");
        }

        if (by is not { } viewer || !ViewRequest.ByMail(viewer))
        {
            return Again(address, message, by: null, fault: null);
        }

        var asking = await requests.AskAsync(viewer, address, message, ct);
        return asking switch
        {
            { IsAsked: true } => Done("/Path/Ask", "path.done-view-asked"),
            { Fault: { } fault } => Again(address, message, viewer, fault),
            _ => RedirectToPage(),
        };
    }

    /// <summary>The learner takes it back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid request, CancellationToken ct) =>
        await requests.WithdrawAsync(request, ct) ? Done("/Path/Ask", "path.done-view-withdrawn") : RedirectToPage();

    /// <summary>Asks the learning buddy, or whoever facilitates.</summary>
    public async Task<IActionResult> OnPostWantAsync(Viewer by, CancellationToken ct) =>
        await viewers.AskAsync(by, ct) ? Done("/Path/Ask", "path.done-view-wanted") : RedirectToPage();

    private RedirectToPageResult Again(string? address, string? message, Viewer? by, MailFault? fault)
    {
        var values = new RouteValueDictionary(MailForm.Carried(sealedWords, null, address, message, fault))
        {
            ["by"] = by,
            ["unchosen"] = by is null,
        };
        return RedirectToPage(null, null, values, "views");
    }
}
