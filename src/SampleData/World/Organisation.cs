using System.Globalization;
using LearningBuddy.SampleData.Chance;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.SampleData.World;

/// <summary>Who learns what, where and from when on: cohorts spread over the time asked for, at two platforms.</summary>
internal static class Organisation
{
    private const int UsualSize = 15;
    private const int JourneyDays = 42;

    /// <value>The last cohort is about half-way when the time ends.</value>
    private const int DaysOfTheLast = 32;

    /// <value>Somebody takes a second journey only when the first lies behind.</value>
    private static readonly TimeSpan Pause = TimeSpan.FromDays(90);

    /// <summary>The cohorts, in the order they start.</summary>
    public static IReadOnlyList<Cohort> Of(SampleOptions options)
    {
        var dice = Dice.Of(options.Name + "|organisation");
        var ids = new SampleIds(options.Name + "|organisation");
        var staff = SamplePlatform.All.ToDictionary(platform => platform, platform => Enumerable.Range(0, 3)
            .Select(_ => SamplePerson.Of(platform, ids.New(), SamplePerson.Facilitator, dice)).ToList());
        var count = Math.Max(1, (options.Learners + (UsualSize / 2)) / UsualSize);
        var cohorts = new List<Cohort>();
        for (var number = 0; number < count; number++)
        {
            var platform = SamplePlatform.All[number % SamplePlatform.All.Count];
            var size = (options.Learners / count) + (number < options.Learners % count ? 1 : 0);
            var startsAt = StartOf(options, number, count);
            var alumni = cohorts.Where(earlier => earlier.StartsAt + Pause < startsAt).SelectMany(earlier => earlier.Members)
                .Where(person => person.Account.HomePage == platform.Issuer).Distinct();
            var again = dice.Shuffle(alumni).Take(size / 6).ToList();
            cohorts.Add(Found(options, number, platform, startsAt, ids, dice, staff[platform], again, size));
        }

        return cohorts;
    }

    private static Cohort Found(
        SampleOptions options, int number, SamplePlatform platform, DateTimeOffset startsAt, SampleIds ids, Dice dice,
        List<SamplePerson> staff, List<SamplePerson> again, int size)
    {
        var design = JourneyDesign.All[number % JourneyDesign.All.Count];
        var day = DateOnly.FromDateTime(startsAt.UtcDateTime);
        var courseNumber = (101 + number).ToString(CultureInfo.InvariantCulture);
        var facilitators = dice.Shuffle(staff).Take(1 + (number % 2)).ToList();
        var fresh = Enumerable.Range(0, size - again.Count).Select(_ => SamplePerson.Of(platform, ids.New(), SamplePerson.Learner, dice));
        return new Cohort(
            FormattableString.Invariant($"{options.Name}|cohort {number + 1}"),
            ids.New(),
            design,
            design.Definition with
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"{design.Definition.Title}, {day:yyyy-MM} ({number + 1})"),
                StartsOn = day,
                EndsOn = day.AddDays(JourneyDays),
                TimeZone = facilitators[0].Rhythm.Zone.Id,
            },
            new CourseActivity(platform.Issuer + platform.CoursePath + courseNumber, string.Create(CultureInfo.InvariantCulture, $"{design.Academy} {day:yyyy}")),
            $"{platform.Issuer}/lineitems/{courseNumber}",
            startsAt,
            facilitators,
            [.. again, .. fresh]);
    }

    /// <summary>Mondays, evenly spread.</summary>
    private static DateTimeOffset StartOf(SampleOptions options, int number, int count)
    {
        var days = options.Until.DayNumber - options.From.DayNumber - DaysOfTheLast;
        var day = options.From.AddDays(days * number / Math.Max(1, count - 1));
        var monday = day.AddDays((8 - (int)day.DayOfWeek) % 7);
        return new DateTimeOffset(monday.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
    }
}
