namespace LearningBuddy.DemoLms.World;

/// <summary>Somebody known to one school.</summary>
/// <param name="Sub">The identifier tools see: a small integer in Moodle, a UUID in Canvas.</param>
/// <param name="Email">Null for people who have no address.</param>
/// <param name="Locale">A language tag, e.g. <c>de</c>.</param>
/// <param name="IsAdministrator">Administers the whole site and has no role in any course.</param>
public sealed record Person(
    string Sub,
    string Username,
    string GivenName,
    string FamilyName,
    string? Email,
    string Locale = "en",
    string TimeZone = "Europe/Berlin",
    bool IsAdministrator = false)
{
    /// <summary>The test student of Canvas's Student View; never part of a roster.</summary>
    public bool IsTestStudent { get; init; }

    /// <summary>One of the many who make a course large; the story is about the others.</summary>
    public bool IsInCohort => Username.StartsWith("cohort", StringComparison.Ordinal);

    public string Name => $"{GivenName} {FamilyName}".Trim();

    /// <summary>The number the registrar's office knows the person by; empty for staff of the site.</summary>
    public string SourcedId
    {
        get => field ?? (IsAdministrator || IsTestStudent ? "" : Username.ToUpperInvariant());
        init;
    }
}
