using System.Runtime.InteropServices;
using SkiaSharp;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>
/// Pictures rewritten: upright, in plain sRGB, and with nothing but pixels, so that no place, device, time or comment goes along.
/// Only the header is read before the size is known. One picture is decoded at a time in the whole process; it takes at most 8 bytes a
/// pixel (320 MB at 40 megapixels), half of that where it stands upright already. Of a moving WebP the first picture is kept; a moving GIF
/// keeps moving, see <see cref="CleanGif"/>.
/// </summary>
internal abstract record CleanPicture
{
    /// <summary>The most pixels of a picture, width times height.</summary>
    public const long MostPixels = 40_000_000;

    /// <summary>Of 100: what the eye can't tell from the original.</summary>
    private const int Quality = 90;

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private CleanPicture()
    {
    }

    /// <summary>The picture without anything else.</summary>
    /// <param name="ContentType"><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c> or <c>image/gif</c>, by what is in it.</param>
    /// <param name="Content">The bytes.</param>
    public sealed record Written(string ContentType, byte[] Content) : CleanPicture;

    /// <summary>It has more than <see cref="MostPixels"/>; it was not decoded.</summary>
    public sealed record TooManyPixels : CleanPicture;

    /// <summary>It is no picture of these kinds, or a broken one.</summary>
    public sealed record Unreadable : CleanPicture;

    /// <summary>Rewrites a picture.</summary>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="ct">Stops waiting for other pictures.</param>
    public static async Task<CleanPicture> FromAsync(byte[] content, CancellationToken ct)
    {
        await OneAtATime.WaitAsync(ct);
        try
        {
            return From(content);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static CleanPicture From(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || TypeOf(codec.EncodedFormat) is not { } type)
        {
            return new Unreadable();
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return new TooManyPixels();
        }

        var gif = codec.EncodedFormat == SKEncodedImageFormat.Gif ? CleanGif.From(content) : [];
        using var decoded = gif is null ? null : Decode(codec);
        if (gif is null || decoded is null)
        {
            return new Unreadable();
        }

        if (codec.EncodedFormat == SKEncodedImageFormat.Gif)
        {
            return new Written(type, gif);
        }

        using var upright = Upright(decoded, codec.EncodedOrigin);
        return new Written(type, Encode(upright ?? decoded, codec.EncodedFormat));
    }

    private static string? TypeOf(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => "image/jpeg",
        SKEncodedImageFormat.Png => "image/png",
        SKEncodedImageFormat.Webp => "image/webp",
        SKEncodedImageFormat.Gif => "image/gif",
        _ => null,
    };

    /// <summary>The pixels, their colours in sRGB whatever profile the picture came with; null when it is broken or cut off.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, alpha, srgb))
            && codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    /// <summary>The picture turned as its camera says it was held; null when it stands upright already.</summary>
    private static SKBitmap? Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return null;
        }

        var (width, height) = (picture.Width, picture.Height);
        var isOnItsSide = origin >= SKEncodedOrigin.LeftTop;
        var turned = new SKBitmap(picture.Info.WithSize(isOnItsSide ? height : width, isOnItsSide ? width : height));
        var from = MemoryMarshal.Cast<byte, uint>(picture.GetPixelSpan());
        var to = MemoryMarshal.Cast<byte, uint>(turned.GetPixelSpan());
        var (first, alongRow, downColumn) = Steps(origin, width, height);
        for (var y = 0; y < turned.Height; y++)
        {
            var row = to.Slice(y * turned.Width, turned.Width);
            var at = first + (y * downColumn);
            for (var x = 0; x < row.Length; x++, at += alongRow)
            {
                row[x] = from[at];
            }
        }

        return turned;
    }

    /// <summary>
    /// Where, in the picture as it was taken, the upright one's first pixel is, its neighbour to the right, and the one below.
    /// </summary>
    private static (int First, int AlongRow, int DownColumn) Steps(SKEncodedOrigin origin, int width, int height)
    {
        var (right, bottom) = (width - 1, (height - 1) * width);
        return origin switch
        {
            SKEncodedOrigin.TopLeft => (0, 1, width),
            SKEncodedOrigin.TopRight => (right, -1, width),
            SKEncodedOrigin.BottomRight => (bottom + right, -1, -width),
            SKEncodedOrigin.BottomLeft => (bottom, 1, -width),
            SKEncodedOrigin.LeftTop => (0, width, 1),
            SKEncodedOrigin.RightTop => (bottom, -width, 1),
            SKEncodedOrigin.RightBottom => (bottom + right, -width, -1),
            SKEncodedOrigin.LeftBottom => (right, width, -1),
        };
    }

    private static byte[] Encode(SKBitmap picture, SKEncodedImageFormat format)
    {
        // Without a colour space no profile is written; viewers take plain pixels for sRGB, which they are.
        using var pixels = new SKPixmap(picture.Info.WithColorSpace(null), picture.GetPixels(), picture.RowBytes);
        using var encoded = pixels.Encode(format, Quality) ?? throw new InvalidOperationException("The picture could not be written.");
        return encoded.ToArray();
    }
}
