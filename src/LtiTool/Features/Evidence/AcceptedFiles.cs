using System.Diagnostics;
using LearningBuddy.Shared.Core;
using IoPath = System.IO.Path;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Which files are taken, and as what. Pictures are rewritten, without the place and device they were taken with.</summary>
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

    /// <summary>Endings of pictures that are not taken themselves; phones and mail programs give them to pictures that are.</summary>
    private static readonly HashSet<string> OtherPictures =
        new([".heic", ".heif", ".avif", ".jfif", ".jpe", ".bmp", ".tif", ".tiff"], StringComparer.OrdinalIgnoreCase);

    /// <summary>For the file input's <c>accept</c>: without HEIC, so that a phone hands out a JPEG by itself.</summary>
    public static string Extensions => string.Join(',', Types.Keys);

    /// <summary>Endings of all files that are looked into: of pictures, the content decides.</summary>
    public static string LookedInto => string.Join(',', Types.Keys.Concat(OtherPictures));

    /// <summary>The file as it is kept, or why it is not taken. Pictures wait for each other: one is decoded at a time.</summary>
    /// <param name="fileName">As the person's device calls it, maybe with a path.</param>
    /// <param name="content">The bytes as they came; at most <see cref="EvidenceFiles.LargestFile"/>.</param>
    /// <param name="ct">Stops waiting for other pictures.</param>
    public static async Task<Acceptance> TakeAsync(string fileName, byte[] content, CancellationToken ct)
    {
        var name = NameOf(fileName);
        var ending = IoPath.GetExtension(name);
        var type = Types.GetValueOrDefault(ending);
        if (type is null && !OtherPictures.Contains(ending))
        {
            return new Acceptance.Refused(FileFault.Type);
        }

        var isCalledPicture = type?.StartsWith("image/", StringComparison.Ordinal) != false;
        if (!isCalledPicture && !PictureKind.IsTaken(content))
        {
            return new Acceptance.Taken(new TakenFile(name, type!, content));
        }

        if (PictureKind.IsHeif(content))
        {
            return new Acceptance.Refused(FileFault.PhoneFormat);
        }

        return await CleanPicture.FromAsync(content, ct) switch
        {
            CleanPicture.Written picture => new Acceptance.Taken(Named(name, type, picture)),
            CleanPicture.TooManyPixels => new Acceptance.Refused(FileFault.TooManyPixels),
            CleanPicture.Unreadable => new Acceptance.Refused(FileFault.Type),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// A file's name without a path, on one line and without marks that turn the direction of writing, so that its ending is where it
    /// seems to be; the last 120 characters.
    /// </summary>
    public static string NameOf(string fileName)
    {
        var name = CleanText.Line(IoPath.GetFileName(CleanText.Line(fileName).Replace('\\', '/')));
        return CleanText.CutFront(string.Concat(name.Where(letter => !TurnsDirection(letter))), LongestName);
    }

    private static bool TurnsDirection(char letter) =>
        letter is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>A picture with the ending of another kind gets its own, so that what is kept is what its name says.</summary>
    private static TakenFile Named(string name, string? type, CleanPicture.Written picture) => type == picture.ContentType
        ? new TakenFile(name, picture.ContentType, picture.Content)
        : new TakenFile(
            IoPath.ChangeExtension(name, Types.First(known => known.Value == picture.ContentType).Key), picture.ContentType, picture.Content);
}

/// <summary>What became of a file that somebody chose.</summary>
internal abstract record Acceptance
{
    private Acceptance()
    {
    }

    /// <summary>It is taken.</summary>
    public sealed record Taken(TakenFile File) : Acceptance;

    /// <summary>It is not: it is of no accepted kind, or a picture of too many pixels.</summary>
    public sealed record Refused(FileFault Fault) : Acceptance;
}

/// <summary>A file as it is kept.</summary>
/// <param name="Name">Without a path, at most 120 characters.</param>
/// <param name="ContentType">By its ending, not by what the browser said; a picture's by what is in it.</param>
/// <param name="Content">The bytes.</param>
internal sealed record TakenFile(string Name, string ContentType, byte[] Content);
