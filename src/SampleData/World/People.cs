using LearningBuddy.SampleData.Chance;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.SampleData.World;

/// <summary>An LMS that exists nowhere: its host ends in <c>.example</c>, which nobody can register (RFC 2606).</summary>
/// <param name="Issuer">Home page of its accounts.</param>
/// <param name="CoursePath">Begins the address of a course.</param>
/// <param name="Zones">IANA names of where its people live.</param>
internal sealed record SamplePlatform(string Issuer, string CoursePath, IReadOnlyList<string> Zones)
{
    /// <value>Two that have nothing in common.</value>
    public static IReadOnlyList<SamplePlatform> All { get; } =
    [
        new("https://campus.example", "/course/view.php?id=", ["Europe/Berlin", "Europe/Berlin", "Europe/London", "Asia/Kolkata"]),
        new("https://academy.example", "/courses/", ["America/New_York", "America/New_York", "America/Los_Angeles", "Europe/London"]),
    ];
}

/// <summary>Somebody who was made up.</summary>
/// <param name="Id">Person.</param>
/// <param name="Account">At the platform; no name, no e-mail.</param>
/// <param name="Rhythm">When they are at it.</param>
internal sealed record SamplePerson(Guid Id, PersonAccount Account, Rhythm Rhythm)
{
    private static readonly Spread OfficeHours = new(7.5, 8.5, 9.2, 10.5, 11.8, 13.5, 15, 16.5, 18);
    private static readonly Spread Evenings = new(6.8, 12.3, 17.5, 19, 19.8, 20.4, 21, 21.8, 23.4);
    private static readonly Spread WheneverPossible = new(7, 9, 12, 13, 16, 18.5, 20, 21, 22.8);

    /// <summary>Makes somebody up.</summary>
    public static SamplePerson Of(SamplePlatform platform, Guid id, string prefix, Dice dice)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(dice.Pick(platform.Zones));
        var hours = prefix == Facilitator ? OfficeHours : dice.Pick([OfficeHours, Evenings, Evenings, WheneverPossible]);
        var weekend = prefix == Facilitator ? 0.04 : dice.Pick([0.08, 0.2, 0.4]);
        var account = new PersonAccount(platform.Issuer, $"{prefix}-{id.ToString("N")[^8..]}");
        return new SamplePerson(id, account, new Rhythm(zone, hours, weekend));
    }

    /// <value>Begins a facilitator's account name.</value>
    public const string Facilitator = "sample-facilitator";

    /// <value>Begins a learner's account name.</value>
    public const string Learner = "sample-learner";
}
