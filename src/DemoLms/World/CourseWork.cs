using System.Globalization;

namespace LearningBuddy.DemoLms.World;

/// <summary>What teachers do with courses and marks.</summary>
internal sealed class CourseWork(DemoWorld world)
{
    /// <summary>Adds a link to the tool that wasn't made by deep linking: no custom parameters, no column.</summary>
    public Activity AddBareLink(School school, Course course)
    {
        var activity = NewActivity(school, new Activity("", 0, school.Tool?.Name ?? "Tool", "", null, []));
        course.Add(activity);
        return activity;
    }

    /// <summary>
    /// Copies a course for the next cohort: new ids, same custom parameters, same resourceId and tag on the columns, no marks.
    /// Its history is the old course's, with the old course in front.
    /// </summary>
    public Course Copy(School school, Course original)
    {
        var number = world.NextNumber();
        var isMoodle = school.Platform.Personality.Family == "moodle";
        var copy = new Course(
            isMoodle ? number.ToString(CultureInfo.InvariantCulture) : Ids.Hex($"{school.Slug} course {number}", 40),
            number, original.Label + "+", $"{original.Title} (copy)", original.DeploymentId, [original.Id, .. original.History])
        {
            StartsAt = world.Clock.GetUtcNow(),
            Disclosure = original.Disclosure,
        };
        foreach (var enrolment in original.Enrolments)
            copy.Enrol(enrolment with { IsSuspended = false });
        foreach (var activity in original.Activities)
        {
            var newActivity = NewActivity(school, activity);
            copy.Add(newActivity);
            foreach (var item in original.LineItemsOf(activity))
                copy.Add(CopyOf(item, newActivity));
        }

        school.Add(copy);
        return copy;
    }

    /// <summary>Types a mark into the gradebook.</summary>
    /// <param name="score">In points of the column; null takes the mark away.</param>
    public void ChangeMark(LineItem item, string sub, double? score, string comment)
    {
        lock (item.Gate)
        {
            var old = item.FindGrade(sub) ?? new Grade(null, null, world.Clock.GetUtcNow());
            item.Set(sub, old with
            {
                Score = score,
                Comment = comment.Length > 0 ? comment : null,
                At = world.Clock.GetUtcNow(),
                IsByHand = true,
            });
        }
    }

    private Activity NewActivity(School school, Activity like)
    {
        var number = world.NextNumber();
        var isMoodle = school.Platform.Personality.Family == "moodle";
        return like with { Id = isMoodle ? number.ToString(CultureInfo.InvariantCulture) : Guid.NewGuid().ToString(), Number = number };
    }

    private LineItem CopyOf(LineItem item, Activity activity) => new(world.NextNumber(), item.Label, item.ScoreMaximum)
    {
        ActivityId = activity.Id,
        ResourceId = item.ResourceId,
        Tag = item.Tag,
        SubmissionReview = item.SubmissionReview?.DeepClone().AsObject(),
    };
}
