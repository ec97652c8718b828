using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Pictures as phones and ill-wishers make them, built byte by byte where no library would.</summary>
internal static class SamplePictures
{
    /// <summary>Colours of the quarters of <see cref="Quarters"/>: above left and right, below left and right.</summary>
    public static readonly SKColor[] QuarterColours = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White];

    /// <summary>A picture of 32 × 16 pixels in four colours.</summary>
    public static byte[] Quarters(SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(32, 16);
        for (var y = 0; y < 16; y++)
        {
            for (var x = 0; x < 32; x++)
            {
                picture.SetPixel(x, y, QuarterColours[(y / 8 * 2) + (x / 16)]);
            }
        }

        using var data = picture.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A JPEG with what a phone writes: how it was held, its model and the place (59° north), and an XMP packet.</summary>
    public static byte[] Photo(ushort orientation)
    {
        var jpeg = Quarters(SKEncodedImageFormat.Jpeg);
        return [.. jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Somebody's place</x:xmpmeta>"u8]), .. jpeg[2..]];
    }

    /// <summary>A PNG that is small as a file and huge as a picture: black, one bit a pixel.</summary>
    public static byte[] Bomb(int width, int height)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A PNG with a place as text and in an EXIF chunk.</summary>
    public static byte[] PngWithPlace()
    {
        var png = Quarters(SKEncodedImageFormat.Png);
        return [.. png[..33], .. Chunk("tEXt", [.. "Location\0Somebody's place"u8]), .. Chunk("eXIf", Tiff(1)), .. png[33..]];
    }

    /// <summary>A GIF of two pictures of one pixel that goes on for ever, with a comment, XMP, and something behind its end.</summary>
    public static byte[] MovingGif() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 255, 255, 255,
        0x21, 0xFE, 16, .. "Somebody's place"u8, 0,
        .. GifRepeat, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, 16, .. "Somebody's place"u8, 0,
        .. GifFrame, .. GifFrame, 0x3B, .. "Somebody's place"u8,
    ];

    /// <summary>How often it is shown again: always.</summary>
    public static byte[] GifRepeat => [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0];

    /// <summary>One picture with its timing.</summary>
    public static byte[] GifFrame => [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>EXIF: how the camera was held (0x0112), its model (0x0110), and a table of its own for the place (0x8825).</summary>
    private static byte[] Tiff(ushort orientation)
    {
        var model = "Somebody's phone\0"u8;
        byte[] north = [.. Little(59), .. Little(1), .. Little(0), .. Little(1), .. Little(0), .. Little(1)];
        return
        [
            .. "II*\0"u8, .. Little(8), 3, 0,
            .. Entry(0x0110, 2, model.Length, 80), .. Entry(0x0112, 3, 1, orientation), .. Entry(0x8825, 4, 1, 50), .. Little(0),
            2, 0, .. Entry(1, 2, 2, 'N'), .. Entry(2, 5, 3, 97), .. Little(0),
            .. model, .. north,
        ];
    }

    private static byte[] Entry(ushort tag, ushort type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), (byte)type, 0, .. Little(count), .. Little(value)];

    private static byte[] Little(int value) => BitConverter.GetBytes(value);

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. check];
    }
}
