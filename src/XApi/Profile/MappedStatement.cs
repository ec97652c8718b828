using System.Text.Json.Nodes;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// A statement before it is written for a destination: neither version, naming of people nor the question of free text is settled yet.
/// </summary>
public sealed record MappedStatement
{
    /// <value>The same for every destination and every replay.</value>
    public required Guid Id { get; init; }

    /// <value>IRI of the template it follows.</value>
    public required string TemplateId { get; init; }

    /// <value>False for what leaves only where a destination asks for it.</value>
    public bool OnByDefault => Templates.IsOnByDefault(TemplateId);

    /// <value>The tool's address without a trailing slash: home page of its own account and of its groups.</value>
    public required string ToolRoot { get; init; }

    /// <value>When it happened, UTC.</value>
    public required DateTimeOffset Timestamp { get; init; }

    /// <value>Who did it.</value>
    public required Identity Actor { get; init; }

    /// <value>What they did.</value>
    public required VerbTerm Verb { get; init; }

    /// <value>What it is about: an activity, or a person where <see cref="ObjectPerson"/> is set.</value>
    public NeutralActivity? Object { get; init; }

    /// <value>The person it is about, where it is about one.</value>
    public Identity? ObjectPerson { get; init; }

    /// <value>With which outcome.</value>
    public Outcome? Outcome { get; init; }

    /// <value>The enrolment.</value>
    public required Guid Registration { get; init; }

    /// <value>RFC 5646 tag of the journey.</value>
    public required string Language { get; init; }

    /// <value>The same on every statement.</value>
    public required string Platform { get; init; }

    /// <value>The journey, unless the statement is about it.</value>
    public NeutralActivity? Parent { get; init; }

    /// <value>The LMS course, then the sprint.</value>
    public IReadOnlyList<NeutralActivity> Grouping { get; init; } = [];

    /// <value>What else it belongs to.</value>
    public IReadOnlyList<NeutralActivity> Other { get; init; } = [];

    /// <value>Who else is part of it, in which role.</value>
    public IReadOnlyList<RoleOfPerson> People { get; init; } = [];

    /// <value>The pair or circle.</value>
    public Team? Team { get; init; }

    /// <value>Version of the evidence or goal; 1 is the first.</value>
    public int? Revision { get; init; }

    /// <value>Id of the statement it answers.</value>
    public Guid? AnswersStatement { get; init; }

    /// <value>Context extensions, by IRI.</value>
    public IReadOnlyDictionary<string, JsonNode> Extensions { get; init; } = new Dictionary<string, JsonNode>();

    /// <value>Files it mentions.</value>
    public IReadOnlyList<LinkedFile> Files { get; init; } = [];
}

/// <summary>Who is meant: a person, whose naming the destination decides, or the tool itself.</summary>
public abstract record Identity
{
    private Identity()
    {
    }

    /// <summary>A person.</summary>
    public sealed record Person(PersonAccount Account) : Identity;

    /// <summary>The tool.</summary>
    public sealed record Tool : Identity;
}

/// <summary>An activity whose neutral name can be seen by all.</summary>
/// <param name="Id">IRI.</param>
/// <param name="Type">IRI of its type.</param>
/// <param name="Name">Language map.</param>
/// <param name="PersonalTitle">What a person called it; only where free text may leave.</param>
public sealed record NeutralActivity(string Id, string Type, IReadOnlyDictionary<string, string> Name, string? PersonalTitle = null);

/// <summary>The outcome. <paramref name="Response"/> is free text.</summary>
public sealed record Outcome(
    bool? Success = null, bool? Completion = null, Mark? Mark = null, string? Response = null, TimeSpan? Duration = null,
    IReadOnlyDictionary<string, JsonNode>? Extensions = null)
{
    /// <summary>Progress is an extension and never a score (2.4.5.1 of 1.0.3).</summary>
    internal static Outcome Progress(int percent, string? words) => new(
        Response: words, Extensions: new Dictionary<string, JsonNode> { [ExtensionIris.Progress] = percent });
}

/// <summary>Points on a scale.</summary>
public sealed record Mark(double Scaled, double Raw, double Min, double Max);

/// <summary>Somebody with a role.</summary>
public sealed record RoleOfPerson(string Role, Identity Who);

/// <summary>An identified group of the tool.</summary>
/// <param name="Role">IRI of the role.</param>
/// <param name="Name">Neutral name.</param>
/// <param name="Key">Account name at the tool.</param>
public sealed record Team(string Role, string Name, string Key);

/// <summary>A file that stays where it is; the statement links to it.</summary>
/// <param name="UsageType">IRI.</param>
/// <param name="Name">File name: personal text.</param>
/// <param name="NeutralName">Name for destinations without free text.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal digits.</param>
public sealed record LinkedFile(string UsageType, string Name, Words NeutralName, string ContentType, long Length, string Sha256);
