namespace LearningBuddy.XApi.Statements;

/// <summary>The numbered rules. A number never changes its meaning; each has a row in <c>docs/lrs.md</c>.</summary>
internal static class Problems
{
    public static readonly StatementProblem NotAnObject = new("LRS-002", "", "An object is expected.");
    public static readonly StatementProblem NotAnArray = new("LRS-003", "", "An array is expected.");
    public static readonly StatementProblem NotText = new("LRS-004", "", "A text is expected.");
    public static readonly StatementProblem NotANumber = new("LRS-005", "", "A number is expected.");
    public static readonly StatementProblem NotABoolean = new("LRS-006", "", "true or false is expected, without quotes.");
    public static readonly StatementProblem UnknownKey = new(
        "LRS-007", "", "The specification has no such property here (names are case-sensitive).");
    public static readonly StatementProblem NotAnIri = new("LRS-009", "", "An IRI with a scheme is expected.");
    public static readonly StatementProblem NotAUuid = new("LRS-010", "", "A UUID is expected.");
    public static readonly StatementProblem NotATimestamp = new("LRS-011", "", "A timestamp is expected, e.g. 2026-09-01T08:00:00.000Z.");
    public static readonly StatementProblem NotADuration = new(
        "LRS-012", "", "A duration is expected, e.g. PT35M: hours, minutes and seconds stand after T.");
    public static readonly StatementProblem NotALanguage = new("LRS-013", "", "An RFC 5646 language tag is expected.");
    public static readonly StatementProblem NotAMailbox = new("LRS-014", "", "mailto: and an e-mail address are expected.");
    public static readonly StatementProblem NotASha1 = new("LRS-015", "", "40 hexadecimal digits are expected.");
    public static readonly StatementProblem NotASha2 = new("LRS-016", "", "A SHA-2 hash in hexadecimal digits is expected.");
    public static readonly StatementProblem NotAMediaType = new("LRS-017", "", "An Internet media type is expected.");
    public static readonly StatementProblem OneIdentifier = new(
        "LRS-020", "", "Exactly one of mbox, mbox_sha1sum, openid and account identifies an agent.");
    public static readonly StatementProblem SeveralIdentifiers = new(
        "LRS-020", "", "A group has at most one of mbox, mbox_sha1sum, openid and account.");
    public static readonly StatementProblem NeedsMembers = new("LRS-021", "", "A group without identifier needs members.");
    public static readonly StatementProblem WrongObjectType = new(
        "LRS-022", "", "This objectType is not allowed here (values are case-sensitive).");
    public static readonly StatementProblem NotATeam = new("LRS-023", "", "A team is a Group.");
    public static readonly StatementProblem AuthorityGroup = new(
        "LRS-024", "", "An authority is an agent, or a group without identifier of exactly two agents, one of them an account.");
    public static readonly StatementProblem NestedSubStatement = new("LRS-025", "", "A sub-statement cannot hold a sub-statement.");
    public static readonly StatementProblem InteractionType = new("LRS-030", "", "This interactionType is not one of the ten.");
    public static readonly StatementProblem NeedsInteractionType = new("LRS-030", "", "Parts of an interaction need an interactionType.");
    public static readonly StatementProblem WrongComponents = new("LRS-031", "", "This list does not belong to the interactionType.");
    public static readonly StatementProblem RepeatedComponent = new(
        "LRS-032", "", "Ids of interaction components are distinct within a list.");
    public static readonly StatementProblem ScaledRange = new("LRS-040", "", "A scaled score lies between -1 and 1.");
    public static readonly StatementProblem RawRange = new("LRS-041", "", "A raw score lies between min and max.");
    public static readonly StatementProblem MinBelowMax = new("LRS-042", "", "min is below max.");
    public static readonly StatementProblem OnlyForActivities = new("LRS-050", "", "Only a statement about an activity has this.");
    public static readonly StatementProblem EmptyList = new("LRS-051", "", "At least one element is expected.");
    public static readonly StatementProblem NotThisVersion = new("LRS-052", "", "This belongs to xAPI 2.0 only.");
    public static readonly StatementProblem VoidsAStatement = new("LRS-060", "", "The object of a voiding statement is a StatementRef.");
    public static readonly StatementProblem WrongVersion = new("LRS-061", "", "The statement is of another version than the request.");

    public static StatementProblem NotJson(string why) => new("LRS-001", "", $"The text is not JSON: {why}");

    public static StatementProblem Missing(string property) => new("LRS-008", property, "This property is required.");
}
