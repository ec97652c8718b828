using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>Where in the tool something that is told can be seen.</summary>
internal static class NewsLinks
{
    /// <summary>The page.</summary>
    public static NewsLink Of(MessageRow row) => row.Kind switch
    {
        MessageName.EvidenceShared or MessageName.EvidenceReturned or MessageName.EvidenceConfirmed or MessageName.EvidenceAttested
            or MessageName.WitnessDeclined => new("/Evidence/Show", row.SubjectId),
        MessageName.BuddyNote => new("/Buddies/Notes", row.SubjectId),
        MessageName.QuestionAsked or MessageName.QuestionAnswered => new("/Questions/Show", row.SubjectId),
        MessageName.GradeTrouble => new("/Grades/Index", null),
        MessageName.BuddyInvited or MessageName.BuddyReminded or MessageName.BuddyAccepted or MessageName.BuddyDeclined
            or MessageName.BuddyExpired or MessageName.BuddySuggested or MessageName.BuddyLeft or MessageName.BuddyAskedAgain
            or MessageName.TalkTimesOffered or MessageName.TalkPlanned or MessageName.TalkCancelled or MessageName.TalkClaimed
            or MessageName.TalkDenied => new("/Buddies/Index", null),
        MessageName.MailRefused => new("/Preferences/Mail", null),
        MessageName.PushEnded => new("/Devices/Index", null),
        MessageName.ViewGiven => new("/Path/Index", null),
        MessageName.ViewWanted => new("/Path/View", row.ParticipationId),
        _ => new("/Today/Index", null),
    };
}

/// <summary>A page of the tool.</summary>
/// <param name="Page">Which.</param>
/// <param name="Id">What it is about, or null.</param>
internal sealed record NewsLink(string Page, Guid? Id);
