using LearningBuddy.DemoLms.Personalities;

namespace LearningBuddy.DemoLms.World;

/// <summary>The schools everybody starts with.</summary>
internal static class Seed
{
    /// <param name="now">Courses began two weeks before.</param>
    /// <param name="moodle">The release of the Moodle among them.</param>
    public static IReadOnlyList<School> Schools(DateTimeOffset now, MoodleRelease moodle)
    {
        var startsAt = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-14), TimeSpan.Zero);
        var canvas = new Platform("/canvas", new Canvas());
        return
        [
            MoodleAcademy(new Platform("/moodle", new Moodle(moodle)), startsAt),
            CanvasSchool(canvas, "canvas-north", "Northlight College", 100, startsAt),
            CanvasSchool(canvas, "canvas-south", "Southgate University", 200, startsAt),
        ];
    }

    private static School MoodleAcademy(Platform platform, DateTimeOffset startsAt)
    {
        var school = new School(platform, "moodle", "Harbour Academy");
        foreach (var person in SeedPeople.Moodle())
            school.Add(person);
        var teacher = school.FindPerson("3")!;
        var assistant = school.FindPerson("4")!;
        var cohort = SeedPeople.Cohort(school, sub => (100 + sub).ToString(System.Globalization.CultureInfo.InvariantCulture), 64, "99");

        var small = new Course("2", 2, "LRT1", "Leading remote teams", Moodle.TypeId, []) { StartsAt = startsAt };
        var large = new Course("3", 3, "FBK2", "Feedback that helps (whole company)", Moodle.TypeId, []) { StartsAt = startsAt };
        var hidden = new Course("4", 4, "PRV1", "Difficult talks (no names told)", Moodle.TypeId, [])
        {
            StartsAt = startsAt,
            Disclosure = Disclosure.Nothing,
        };
        var learners = school.People.Where(p => p.Sub.Length < 3 && p is { IsAdministrator: false, Sub: not ("3" or "4") }).ToList();
        foreach (var course in new[] { small, large, hidden })
        {
            course.Enrol(new Enrolment(teacher, CourseRole.Teacher));
            course.Enrol(new Enrolment(assistant, CourseRole.Assistant));
            foreach (var learner in learners)
                course.Enrol(new Enrolment(learner, CourseRole.Learner));
            school.Add(course);
        }

        foreach (var learner in cohort)
            large.Enrol(new Enrolment(learner, CourseRole.Learner));
        return school;
    }

    private static School CanvasSchool(Platform platform, string slug, string title, int firstNumber, DateTimeOffset startsAt)
    {
        var school = new School(platform, slug, title);
        var people = SeedPeople.Canvas(slug);
        foreach (var person in people.All)
            school.Add(person);
        var cohort = SeedPeople.Cohort(school, n => Ids.Uuid($"{slug} cohort {n}"), 66, "Europe/Berlin");

        var small = CanvasCourse(slug, firstNumber + 1, "COACH", "Coaching conversations", "main account", startsAt);
        var large = CanvasCourse(slug, firstNumber + 2, "PRES", "Presenting with confidence", "faculty of business", startsAt);
        foreach (var course in new[] { small, large })
        {
            course.Enrol(new Enrolment(people.Teacher, CourseRole.Teacher));
            course.Enrol(new Enrolment(people.Assistant, CourseRole.Assistant));
            course.Enrol(new Enrolment(people.Observer, CourseRole.Observer, [people.Learners[0].Sub, people.Learners[1].Sub]));
            foreach (var learner in people.Learners)
                course.Enrol(new Enrolment(learner, CourseRole.Learner));
            school.Add(course);
        }

        foreach (var learner in cohort)
            large.Enrol(new Enrolment(learner, CourseRole.Learner));
        return school;
    }

    private static Course CanvasCourse(string slug, int number, string label, string title, string account, DateTimeOffset startsAt) =>
        new(Ids.Hex($"{slug} course {number}", 40), number, label, title, CanvasDeployment(slug, account), []) { StartsAt = startsAt };

    /// <summary>Each account that installed the tool is a deployment: a number, a colon and 40 hexadecimal digits.</summary>
    public static string CanvasDeployment(string slug, string account) =>
        $"{(account == "main account" ? 106 : 107)}:{Ids.Hex($"{slug} {account}", 40)}";
}
