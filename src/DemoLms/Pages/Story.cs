using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>One step of the newcomer's five minutes.</summary>
internal sealed record StoryStep(string Who, string Title, string Text, string Address);

/// <summary>The five-minute story, told with the first school's people.</summary>
internal static class Story
{
    public const string TeacherSub = "3";
    public const string LearnerSub = "5";
    public const string BuddySub = "6";

    public static IReadOnlyList<StoryStep> StepsOf(School school)
    {
        var course = school.Courses.First();
        var teacher = school.FindPerson(TeacherSub)!;
        var learner = school.FindPerson(LearnerSub)!;
        var buddy = school.FindPerson(BuddySub)!;
        var activity = course.Activities.LastOrDefault();

        string At(Person person) => activity is null
            ? PageAddress.Course(school, person, course)
            : PageAddress.Activity(school, person, course, activity);

        return
        [
            new(
                teacher.Name,
                "Add the journey to the course",
                "As the teacher, pick it in the tool and save the form.",
                PageAddress.Add(school, teacher, course)),
            new(
                learner.Name,
                "Start, and invite a buddy",
                $"As a learner, see today's step and ask {buddy.Name}, by name once they have opened the activity, or by a code.",
                At(learner)),
            new(buddy.Name, "Say yes", "As the buddy, accept. This one reads German.", At(buddy)),
            new(
                learner.Name,
                "Write down what you did",
                "As the learner again: the situation, what you did, what came of it.",
                At(learner)),
            new(teacher.Name, "Review it", "As the facilitator: what waits for a review, a rubric, a comment.", At(teacher)),
            new(
                teacher.Name,
                "See the mark",
                "It is in the school's gradebook within a minute, with the comment.",
                PageAddress.Grades(school, teacher, course)),
            new(
                teacher.Name,
                "Read the statements",
                "Open the activity once more and go to Statements: everything that happened, as xAPI.",
                At(teacher)),
        ];
    }
}
