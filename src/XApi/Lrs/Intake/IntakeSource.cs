using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>Who sends a batch, under which version, and which attachment data came along.</summary>
/// <param name="version">The version of the request.</param>
/// <param name="authority">Who is answerable.</param>
/// <param name="mayDefine">Whether definitions of activities are taken over.</param>
internal sealed class IntakeSource(XApiVersion version, LrsAuthority authority, bool mayDefine)
{
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    private static readonly StatementProblem NoData = new(
        "LRS-063", "fileUrl", "An attachment comes as a part of the request or has a fileUrl.");

    /// <value>The version of the request.</value>
    public XApiVersion Version => version;

    /// <value>Who is answerable.</value>
    public LrsAuthority Authority => authority;

    /// <value>Whether definitions of activities are taken over.</value>
    public bool MayDefine => mayDefine;

    /// <value>Attachment data by SHA-2, from the parts of a multipart request.</value>
    public IReadOnlyDictionary<string, AttachmentData> Parts { get; init; } = new Dictionary<string, AttachmentData>();

    /// <value>The id that the address gave to the one statement of a PUT.</value>
    public Guid? OnlyId { get; init; }

    /// <summary>Each attachment has data here or an address elsewhere (1.5.2 of 1.0.3, 4.1.3 of 2.0); a signature is checked.</summary>
    /// <param name="statement">A valid statement.</param>
    public StatementProblem? CheckAttachments(JsonElement statement)
    {
        foreach (var attachment in AttachmentsIn(statement))
        {
            var hash = attachment.GetProperty("sha2").GetString()!;
            var part = Parts.GetValueOrDefault(hash);
            if (part is null && !attachment.TryGetProperty("fileUrl", out _))
            {
                return NoData.In("attachments");
            }

            used.Add(hash);
            if (part is not null && StatementSignature.Check(statement, attachment, part.Content) is { } problem)
            {
                return problem.In("attachments");
            }
        }

        return null;
    }

    /// <summary>A part that no statement speaks of makes the request invalid.</summary>
    public StatementProblem? UnusedPart() => Parts.Keys.FirstOrDefault(hash => !used.Contains(hash)) is { } hash
        ? new StatementProblem("LRS-064", "", $"No statement has an attachment with the hash {hash}.")
        : null;

    /// <summary>The data that belongs to a statement.</summary>
    public IReadOnlyList<AttachmentData> AttachmentsOf(JsonElement statement) => Parts.Count == 0
        ? []
        : [.. AttachmentsIn(statement)
            .Select(attachment => Parts.GetValueOrDefault(attachment.GetProperty("sha2").GetString()!))
            .OfType<AttachmentData>()];

    /// <summary>Attachments of a statement and of the sub-statement in it.</summary>
    internal static IEnumerable<JsonElement> AttachmentsIn(JsonElement statement)
    {
        var own = statement.TryGetProperty("attachments", out var attachments) ? attachments.EnumerateArray() : default;
        var inner = statement.TryGetProperty("object", out var about) && about.TryGetProperty("attachments", out var innerOnes)
            ? innerOnes.EnumerateArray()
            : default;
        return own.Concat(inner);
    }
}
