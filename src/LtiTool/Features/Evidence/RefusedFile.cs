namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A file that was not taken, carried to the next page in its address: the frame has no cookie to carry it in.</summary>
/// <param name="Name">As the person's device calls it, without a path.</param>
/// <param name="Fault">Why.</param>
public sealed record RefusedFile(string Name, FileFault Fault)
{
    /// <summary>The id of what to tell somebody whose file was not taken; its name goes into the place.</summary>
    public static string TextOf(FileFault fault) => fault switch
    {
        FileFault.Empty => "evidence.file-empty",
        FileFault.TooLarge => "evidence.file-too-large",
        FileFault.TooManyPixels => "evidence.file-too-many-pixels",
        FileFault.TooMany => "evidence.file-too-many",
        FileFault.Type => "evidence.file-type",
        FileFault.PhoneFormat => "evidence.file-phone-format",
        FileFault.Late => "evidence.file-late",
    };

    /// <summary>For the address: the reason, a blank, the name.</summary>
    public override string ToString() => $"{Fault} {Name}";

    /// <summary>Reads it back, or null when it is none of ours.</summary>
    public static RefusedFile? Parse(string text) =>
        text.Split(' ', 2) is [var reason, var name] && Enum.TryParse<FileFault>(reason, out var fault) && Enum.IsDefined(fault)
            ? new RefusedFile(AcceptedFiles.NameOf(name), fault)
            : null;
}

/// <summary>Why a file was not taken.</summary>
public enum FileFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>Larger than <see cref="EvidenceFiles.LargestFile"/>.</summary>
    TooLarge,

    /// <summary>A picture of more than <see cref="CleanPicture.MostPixels"/>.</summary>
    TooManyPixels,

    /// <summary>There are <see cref="EvidenceFiles.MostFiles"/> already.</summary>
    TooMany,

    /// <summary>Not one of the accepted kinds.</summary>
    Type,

    /// <summary>A picture in the format of iPhones (HEIC), which browsers don't show.</summary>
    PhoneFormat,

    /// <summary>The piece was sent meanwhile.</summary>
    Late,
}
