namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>What a picture is by its first bytes, whatever it is called.</summary>
internal static class PictureKind
{
    /// <summary>Where the brand of a file of the ISO media family (MPEG-4, HEIF) begins: behind a length and <c>ftyp</c>.</summary>
    private const int Brand = 8;

    private static readonly string[] HeifBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

    /// <summary>Whether it begins as a picture that is taken: JPEG, PNG, GIF or WebP.</summary>
    public static bool IsTaken(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xD8, 0xFF])
        || content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'])
        || content.StartsWith("GIF8"u8)
        || (content.StartsWith("RIFF"u8) && content.Length > Brand && content[Brand..].StartsWith("WEBP"u8));

    /// <summary>Whether it is a picture as iPhones keep them (HEIC), or one of the same family.</summary>
    public static bool IsHeif(ReadOnlySpan<byte> content) =>
        content.Length >= Brand + 4 && content[4..Brand].SequenceEqual("ftyp"u8)
        && HeifBrands.Contains(System.Text.Encoding.Latin1.GetString(content[Brand..(Brand + 4)]));
}
