namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The activity id of an LMS course.</summary>
internal static class CourseIri
{
    /// <summary>An id below the platform's own address; a context is unique at its issuer together with the registration.</summary>
    public static string Of(StatementScenes.Place place) =>
        $"{place.Issuer.TrimEnd('/')}/course/{Uri.EscapeDataString(place.ContextId)}";
}
