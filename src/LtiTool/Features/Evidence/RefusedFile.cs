namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A file that was not taken, carried to the next page in its address: the frame has no cookie to carry it in.</summary>
/// <param name="Name">As the person's device calls it, without a path.</param>
/// <param name="Fault">Why.</param>
public sealed record RefusedFile(string Name, FileFault Fault)
{
    /// <summary>What to tell somebody whose file was not taken; its name goes into the place.</summary>
    public static string Say(FileFault fault) => fault switch
    {
        FileFault.Empty => "{0} is empty. Choose another file.",
        FileFault.TooLarge => "{0} is larger than 10 MB. Choose a smaller file, or give a link.",
        FileFault.TooManyPixels => "{0} has more than 40 million pixels. Choose a smaller picture.",
        FileFault.TooMany => "{0} would be the sixth file, and five are the most. Take one out first.",
        FileFault.Type => "{0} is of a kind that can't be taken. Pictures, PDF, text, audio and office documents can.",
        FileFault.Late => "{0} came too late: this was sent before.",
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

    /// <summary>The piece was sent meanwhile.</summary>
    Late,
}
