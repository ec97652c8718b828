namespace LearningBuddy.XApi.Client;

/// <summary>A statement as it is kept for one destination; sent again it is the same to the last byte.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">UTF-8 JSON.</param>
public sealed record FrozenStatement(Guid Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>
    /// The data of attachments that can be fetched nowhere else; it travels with the statement (1.5.2 of 1.0.3, 4.1.3 of 2.0).
    /// </summary>
    public IReadOnlyList<FrozenAttachment> Attachments { get; init; } = [];

    /// <summary>What it adds to a request, bytes.</summary>
    internal long Length => Json.Length + Attachments.Sum(attachment => (long)attachment.Content.Length);
}

/// <summary>The data of an attachment.</summary>
/// <param name="Sha2">Lower-case hexadecimal digits; its identity.</param>
/// <param name="ContentType">As the statement says.</param>
/// <param name="Content">The bytes.</param>
public sealed record FrozenAttachment(string Sha2, string ContentType, ReadOnlyMemory<byte> Content);
