using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>The form by which a learner asks for a view, after a try, for <c>_Views.cshtml</c>.</summary>
/// <param name="Mail">What was typed for the mail, and what is wrong with it.</param>
/// <param name="By">What was chosen, or null.</param>
/// <param name="LacksBy">Whether nothing was chosen when it was sent.</param>
public sealed record ViewForm(MailForm Mail, Viewer? By, bool LacksBy)
{
    /// <summary>Nothing was tried yet.</summary>
    public static ViewForm Empty { get; } = new(new(null, null, null), null, false);

    /// <summary>Whether something is to be put right.</summary>
    public bool IsFaulty => LacksBy || Mail.Fault is not null;
}
