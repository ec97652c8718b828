namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>Content of a file, kept once under its hash.</summary>
public sealed class FileBlob
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>The bytes.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset StoredAt { get; set; }
}
