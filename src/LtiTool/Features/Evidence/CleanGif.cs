namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>
/// A GIF without what is not picture: comments, XMP, text laid over it and what programs put in (all extensions but the one for timing and
/// the one that says how often it is shown again), and whatever follows the end. Pictures and their timing are copied as they are, so a
/// moving one keeps moving.
/// </summary>
internal sealed class CleanGif : IDisposable
{
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;
    private const byte End = 0x3B;
    private const byte Timing = 0xF9;
    private const byte Application = 0xFF;

    private readonly byte[] content;
    private readonly MemoryStream clean = new();
    private int at;

    private CleanGif(byte[] content) => this.content = content;

    /// <summary>
    /// The GIF without anything else; null when its blocks don't fit together or one of its pictures has too many pixels.
    /// </summary>
    public static byte[]? From(byte[] content)
    {
        using var gif = new CleanGif(content);
        return gif.Copy() ? gif.clean.ToArray() : null;
    }

    /// <inheritdoc/>
    public void Dispose() => clean.Dispose();

    private bool Copy()
    {
        // Signature and the size of the whole; bit 7 of the flags tells that colours follow.
        if (!CopyBytes(13) || !CopyColours(content[10]))
        {
            return false;
        }

        while (at < content.Length)
        {
            switch (content[at])
            {
                case Picture when CopyPicture():
                case Extension when CopyExtension():
                    continue;
                case End:
                    return CopyBytes(1);
                default:
                    return false;
            }
        }

        return false;
    }

    private bool CopyPicture()
    {
        var start = at;
        if (!CopyBytes(10))
        {
            return false;
        }

        var pixels = (long)BitConverter.ToUInt16(content, start + 5) * BitConverter.ToUInt16(content, start + 7);
        return pixels <= CleanPicture.MostPixels && CopyColours(content[start + 9]) && CopyBytes(1) && Blocks(isKept: true);
    }

    private bool CopyExtension()
    {
        if (at + 2 >= content.Length)
        {
            return false;
        }

        var isRepeat = content[at + 1] == Application && content.AsSpan(at + 2).StartsWith("\x0BNETSCAPE2.0\x03\x01"u8);
        var isKept = content[at + 1] == Timing || isRepeat;
        if (!isKept)
        {
            at += 2;
            return Blocks(isKept: false);
        }

        // The application's own block and the count after it; what else a program hid behind them stays out.
        if (!isRepeat)
        {
            return CopyBytes(2) && Blocks(isKept: true);
        }

        if (!CopyBytes(18))
        {
            return false;
        }

        clean.WriteByte(0);
        return Blocks(isKept: false);
    }

    /// <summary>A table of colours, if the flags say that there is one: 3 bytes each, 2 to 256 of them.</summary>
    private bool CopyColours(byte flags) => (flags & 0x80) == 0 || CopyBytes(3 << ((flags & 7) + 1));

    /// <summary>Blocks of up to 255 bytes until the empty one.</summary>
    private bool Blocks(bool isKept)
    {
        while (at < content.Length)
        {
            var length = content[at] + 1;
            if (!(isKept ? CopyBytes(length) : Skip(length)))
            {
                return false;
            }

            if (length == 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool CopyBytes(int count)
    {
        var start = at;
        if (!Skip(count))
        {
            return false;
        }

        clean.Write(content, start, count);
        return true;
    }

    private bool Skip(int count)
    {
        if (at + count > content.Length)
        {
            return false;
        }

        at += count;
        return true;
    }
}
