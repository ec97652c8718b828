using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Which texts say what lies ahead.</summary>
internal static class UpcomingTexts
{
    /// <summary>A line that stands for itself.</summary>
    public static LocalizedText Line(Upcoming one, PersonDates dates, Localizer texts)
    {
        var journey = dates.Journeys.GetValueOrDefault(one.JourneyId);
        return one.Kind switch
        {
            UpcomingKind.JourneyStart => texts["calendar.journey-start", journey?.Title],
            UpcomingKind.JourneyEnd => texts["calendar.journey-end", journey?.Title],
            UpcomingKind.Meeting => texts[MeetingId(one), NamesOf(one, dates, texts)],
            UpcomingKind.Invitation => texts["calendar.invitation", NamesOf(one, dates, texts)],
            UpcomingKind.OwnQuestion => texts["calendar.own-question"],
            UpcomingKind.Question => texts["calendar.question", NamesOf(one, dates, texts)],
            UpcomingKind.CertificateEnd => texts["calendar.certificate-end", journey?.FindBehaviour(one.BehaviourId ?? "")?.Statement],
            UpcomingKind.Exercise => texts["calendar.exercise"],
            UpcomingKind.News => texts["calendar.news"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>One or two words, where there is little room.</summary>
    public static LocalizedText Word(UpcomingKind kind, Localizer texts) => texts[kind switch
    {
        UpcomingKind.JourneyStart => "calendar.word-start",
        UpcomingKind.JourneyEnd => "calendar.word-end",
        UpcomingKind.Meeting => "calendar.word-meeting",
        UpcomingKind.Invitation => "calendar.word-invitation",
        UpcomingKind.OwnQuestion => "calendar.word-answer",
        UpcomingKind.Question => "calendar.word-question",
        UpcomingKind.CertificateEnd => "calendar.word-certificate",
        UpcomingKind.Exercise => "calendar.word-exercise",
        UpcomingKind.News => "calendar.word-news",
        _ => throw new System.Diagnostics.UnreachableException(),
    }];

    private static string MeetingId(Upcoming one) => one.Together switch
    {
        nameof(GroupKind.Partners) => "calendar.meeting-partners",
        nameof(GroupKind.Circle) => "calendar.meeting-circle",
        nameof(GroupKind.Coaching) => "calendar.meeting-coaching",
        _ => "calendar.meeting-buddy",
    };

    private static string NamesOf(Upcoming one, PersonDates dates, Localizer texts)
    {
        var names = one.People.Select(id => dates.Names.GetValueOrDefault(id)).OfType<string>().ToList();
        return names.Count == 0 ? texts.Plain("calendar.somebody") : texts.List(names);
    }
}
