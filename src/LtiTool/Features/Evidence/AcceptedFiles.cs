using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Processing;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Which files are taken, and as what. Pictures are written anew, without the place and device they were taken with.</summary>
internal static class AcceptedFiles
{
    private const int LongestName = 120;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".webp"] = "image/webp",
        [".gif"] = "image/gif",
        [".pdf"] = "application/pdf",
        [".txt"] = "text/plain",
        [".md"] = "text/plain",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".webm"] = "audio/webm",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text",
    };

    /// <summary>For the file input's <c>accept</c>.</summary>
    public static string Extensions => string.Join(',', Types.Keys);

    /// <summary>The file as it is kept, or null when it isn't of an accepted kind.</summary>
    public static TakenFile? Take(string fileName, byte[] content)
    {
        var name = NameOf(fileName);
        if (!Types.TryGetValue(Path.GetExtension(name), out var type))
        {
            return null;
        }

        var clean = type.StartsWith("image/", StringComparison.Ordinal) ? WithoutMetadata(content) : content;
        return clean is null ? null : new TakenFile(name, type, clean);
    }

    /// <summary>A file's name without a path, its last 120 characters.</summary>
    public static string NameOf(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length <= LongestName ? name : name[^LongestName..];
    }

    private static byte[]? WithoutMetadata(byte[] content)
    {
        try
        {
            using var image = Image.Load(content, out var format);
            image.Mutate(picture => picture.AutoOrient());
            image.Metadata.ExifProfile = null;
            image.Metadata.XmpProfile = null;
            image.Metadata.IptcProfile = null;
            using var output = new MemoryStream();
            image.Save(output, format);
            return output.ToArray();
        }
        catch (Exception exception) when (exception is UnknownImageFormatException or InvalidImageContentException or ImageProcessingException)
        {
            return null;
        }
    }
}

/// <summary>A file as it is kept.</summary>
/// <param name="Name">Without a path, at most 120 characters.</param>
/// <param name="ContentType">By its ending, not by what the browser said.</param>
/// <param name="Content">The octets.</param>
internal sealed record TakenFile(string Name, string ContentType, byte[] Content);
