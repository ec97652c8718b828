using LearningBuddy.DemoLms.Mail;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>
/// Addresses of the LMS's pages. They carry who one is, so that several people can work in several tabs of one browser;
/// a real LMS has a log-in instead.
/// </summary>
internal static class PageAddress
{
    public const string Mailboxes = "/mailbox";

    public static string Home(School school, Person person) => $"/{school.Slug}/as/{person.Sub}";

    public static string Course(School school, Person person, Course course) => $"{Home(school, person)}/courses/{course.Id}";

    public static string Activity(School school, Person person, Course course, Activity activity) =>
        $"{Course(school, person, course)}/activities/{activity.Id}";

    public static string Add(School school, Person person, Course course) => $"{Course(school, person, course)}/add";

    public static string Grades(School school, Person person, Course course) => $"{Course(school, person, course)}/grades";

    public static string People(School school, Person person, Course course) => $"{Course(school, person, course)}/people";

    public static string Review(School school, Person person, Course course, Activity activity, Person learner) =>
        $"{Activity(school, person, course, activity)}/review/{learner.Sub}";

    public static string Mailbox(string address) => $"{Mailboxes}?to={Uri.EscapeDataString(address)}";

    public static string Mail(ReceivedMail mail) => $"{Mailboxes}/{Uri.EscapeDataString(mail.Id)}";
}
