using System.Text;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>A valid statement, complete but for the moment it is stored at.</summary>
internal sealed class IncomingStatement
{
    /// <value>Its id; made by the LRS where the sender gave none.</value>
    public required Guid Id { get; init; }

    /// <value>UTF-8 JSON; <see cref="Stamp"/> fills in <c>stored</c>.</value>
    public required byte[] Payload { get; init; }

    /// <value>Where <c>stored</c>, and <c>timestamp</c> where the sender left it out, stand in the payload.</value>
    public required IReadOnlyList<int> StampOffsets { get; init; }

    /// <value>What it is found by.</value>
    public required IReadOnlyCollection<long> Terms { get; init; }

    /// <value>Its verb, as a term.</value>
    public required long Verb { get; init; }

    /// <value>When it happened; null where the sender left it to the moment of storing.</value>
    public required DateTimeOffset? HappenedAt { get; init; }

    /// <value>Who is answerable for it, as a term.</value>
    public required long Authority { get; init; }

    /// <value>The statement it points at as its object.</value>
    public Guid? Target { get; init; }

    /// <value>Whether it voids <see cref="Target"/>.</value>
    public bool IsVoiding { get; init; }

    /// <value>Definitions to merge; none where the credential may not define.</value>
    public IReadOnlyList<ActivityDefinitionText> Definitions { get; init; } = [];

    /// <value>Attachment data that came along.</value>
    public IReadOnlyList<AttachmentData> Attachments { get; init; } = [];

    /// <value>Text of a stamp that is not set yet, as long as one that is.</value>
    public static ReadOnlySpan<byte> EmptyStamp => "0000-00-00T00:00:00.000Z"u8;

    /// <summary>Writes the moment it is stored at into the payload.</summary>
    /// <param name="stamp">24 characters, as <see cref="Statements.XApiTimestamp.Format"/> gives them.</param>
    public void Stamp(string stamp)
    {
        foreach (var offset in StampOffsets)
        {
            Encoding.ASCII.GetBytes(stamp, Payload.AsSpan(offset, EmptyStamp.Length));
        }
    }
}

/// <summary>The bytes of an attachment.</summary>
/// <param name="Sha2">Lower-case hexadecimal digits; its identity.</param>
/// <param name="Content">The bytes as they came.</param>
internal sealed record AttachmentData(string Sha2, byte[] Content);
