namespace LearningBuddy.XApi.Profile;

/// <summary>What a statement needs beside the event: names and addresses as they are when it is mapped.</summary>
public sealed record StatementScene
{
    /// <value>The tool's public address; activity ids start with it.</value>
    public required Uri ToolBase { get; init; }

    /// <value>The journey.</value>
    public required Guid JourneyId { get; init; }

    /// <value>Its title, in <see cref="Language"/>.</value>
    public required string JourneyTitle { get; init; }

    /// <value>The LMS course it belongs to.</value>
    public required CourseActivity Course { get; init; }

    /// <value>The learner's enrolment in this run; see <see cref="Statements.StatementIds.ForRegistration"/>.</value>
    public required Guid Registration { get; init; }

    /// <value>RFC 5646 tag of the journey, e.g. <c>en</c>.</value>
    public required string Language { get; init; }

    /// <value>Person id to account; whoever is missing is named by an account of the tool.</value>
    public required IReadOnlyDictionary<Guid, PersonAccount> People { get; init; }

    /// <value>The same on every statement, so that a dashboard can filter by it.</value>
    public string PlatformName { get; init; } = "Learning Buddy";

    /// <value>The facilitator, where there is one: becomes <c>instructor</c> (1.0.3) or a context agent (2.0).</value>
    public Guid? FacilitatorId { get; init; }
}

/// <summary>The LMS course as an activity.</summary>
/// <param name="Id">IRI; for Moodle <c>{site}/course/view.php?id={id}</c>, which Moodle's own statements use too.</param>
/// <param name="Title">As the LMS calls it.</param>
/// <param name="Type">Activity type; a setting of the platform.</param>
public sealed record CourseActivity(string Id, string Title, string Type = ActivityTypes.Course);

/// <summary>Who a person is at the platform.</summary>
/// <param name="HomePage">The LTI issuer, or what the platform's settings say instead.</param>
/// <param name="Name">The LTI subject; never trimmed or folded.</param>
/// <param name="Mailbox">E-mail address, used only by destinations that ask for it.</param>
public sealed record PersonAccount(string HomePage, string Name, string? Mailbox = null);
