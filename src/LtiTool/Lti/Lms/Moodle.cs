namespace LearningBuddy.LtiTool.Lti;

/// <summary>Moodle 4.2 and 4.5, as recorded in November 2026 (tests/Integration/Lti/Lms/Moodle).</summary>
internal sealed class Moodle : StandardLms
{
    /// <summary>Moodle's <c>product_family_code</c>.</summary>
    public const string FamilyCode = "moodle";
}
