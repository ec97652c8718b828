using System.Text;
using LearningBuddy.LtiTool.Features.Evidence;
using SkiaSharp;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class AcceptedFilesTests
{
    [Fact]
    public async Task A_photo_loses_the_place_it_was_taken_and_everything_else_but_its_pixels()
    {
        var photo = SamplePictures.Photo(orientation: 1);
        Assert.Contains("Exif", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var taken = await TakenAsync("IMG_1.JPG", photo);

        Assert.Equal(("IMG_1.JPG", "image/jpeg"), (taken.Name, taken.ContentType));
        AssertNothingBesidePixels(taken.Content);
        Assert.Equal(SamplePictures.QuarterColours, CornersOf(taken.Content));
    }

    /// <summary>EXIF's eight ways to hold a camera, and which quarter of the sensor's picture then is above left, above right, below…</summary>
    [Theory]
    [InlineData(1, "0123")]
    [InlineData(2, "1032")]
    [InlineData(3, "3210")]
    [InlineData(4, "2301")]
    [InlineData(5, "0213")]
    [InlineData(6, "2031")]
    [InlineData(7, "3120")]
    [InlineData(8, "1302")]
    public async Task A_photo_stands_upright_however_the_camera_was_held(ushort orientation, string quarters)
    {
        var taken = await TakenAsync("photo.jpg", SamplePictures.Photo(orientation));

        using var picture = SKBitmap.Decode(taken.Content);
        Assert.Equal(orientation < 5 ? (32, 16) : (16, 32), (picture.Width, picture.Height));
        Assert.Equal(quarters.Select(quarter => SamplePictures.QuarterColours[quarter - '0']), CornersOf(taken.Content));
        AssertNothingBesidePixels(taken.Content);
    }

    [Fact]
    public async Task A_drawing_loses_texts_and_keeps_every_pixel()
    {
        var taken = await TakenAsync("drawing.png", SamplePictures.PngWithPlace());

        AssertNothingBesidePixels(taken.Content);
        Assert.Equal("image/png", taken.ContentType);
        Assert.Equal(SamplePictures.QuarterColours, CornersOf(taken.Content));
    }

    [Fact]
    public async Task A_webp_is_taken() =>
        Assert.Equal("image/webp", (await TakenAsync("photo.webp", SamplePictures.Quarters(SKEncodedImageFormat.Webp))).ContentType);

    [Fact]
    public async Task A_moving_picture_keeps_moving_without_what_was_said_in_it()
    {
        var taken = await TakenAsync("wave.gif", SamplePictures.MovingGif());

        byte[] bare =
        [
            .. SamplePictures.MovingGif().AsSpan(0, 19), .. SamplePictures.GifRepeat, .. SamplePictures.GifFrame, .. SamplePictures.GifFrame, 0x3B,
        ];
        Assert.Equal(bare, taken.Content);
        using var codec = SKCodec.Create(new MemoryStream(taken.Content));
        Assert.Equal((2, -1), (codec.FrameCount, codec.RepetitionCount));
    }

    [Fact]
    public async Task A_moving_picture_that_is_cut_off_anywhere_is_not_taken()
    {
        var whole = SamplePictures.MovingGif();
        var end = Array.LastIndexOf(whole, (byte)0x3B);
        for (var length = 1; length < end; length++)
        {
            Assert.Equal(FileFault.Type, await RefusedAsync("wave.gif", whole[..length]));
        }
    }

    [Fact]
    public async Task A_picture_in_the_name_of_another_kind_gets_its_own_ending()
    {
        var taken = await TakenAsync("photo.jpg", SamplePictures.Quarters(SKEncodedImageFormat.Png));

        Assert.Equal(("photo.png", "image/png"), (taken.Name, taken.ContentType));
    }

    [Theory]
    [InlineData("IMG_0001.jpg")]
    [InlineData("IMG_0001.HEIC")]
    public async Task A_photo_in_the_format_of_iphones_is_refused_with_its_own_words(string name) =>
        Assert.Equal(FileFault.PhoneFormat, await RefusedAsync(name, [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8]));

    [Theory]
    [InlineData("IMG_0002.HEIC", "IMG_0002.jpg")]
    [InlineData("image.jfif", "image.jpg")]
    [InlineData("scan.pdf", "scan.jpg")]
    public async Task A_jpeg_by_any_other_name_is_taken_without_its_place(string name, string kept)
    {
        var taken = await TakenAsync(name, SamplePictures.Photo(orientation: 1));

        Assert.Equal((kept, "image/jpeg"), (taken.Name, taken.ContentType));
        AssertNothingBesidePixels(taken.Content);
    }

    [Fact]
    public async Task A_webp_and_a_gif_in_other_names_are_what_they_are()
    {
        Assert.Equal("image/webp", (await TakenAsync("photo.jpg", SamplePictures.Quarters(SKEncodedImageFormat.Webp))).ContentType);
        Assert.Equal(("x.gif", "image/gif"), await TakenAsync("x.png", SamplePictures.MovingGif()) is var taken ? (taken.Name, taken.ContentType) : default);
    }

    [Theory]
    [InlineData("picture.png", 2)]
    [InlineData("x.png", 0x7FFFFFFF)]
    [InlineData("x.bmp", 2)]
    public async Task A_bmp_is_refused_whatever_it_is_called(string name, int width)
    {
        byte[] bmp =
        [
            .. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, .. BitConverter.GetBytes(width), 2, 0, 0, 0, 1, 0, 24, 0,
            .. new byte[24], .. new byte[16],
        ];

        Assert.Equal(FileFault.Type, await RefusedAsync(name, bmp));
    }

    [Fact]
    public async Task A_tiff_is_refused() => Assert.Equal(FileFault.Type, await RefusedAsync("scan.jpg", [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0]));

    [Theory]
    [InlineData("a\nb.pdf", "a b.pdf")]
    [InlineData("invoice;x\".pdf", "invoice;x\".pdf")]
    [InlineData("report\u202efdp.txt", "reportfdp.txt")]
    [InlineData("CON.pdf", "CON.pdf")]
    [InlineData(".pdf", ".pdf")]
    [InlineData("notes.txt ", "notes.txt")]
    public async Task A_name_is_one_line_with_its_ending_at_the_end(string sent, string kept) => Assert.Equal(kept, (await TakenAsync(sent, [65])).Name);

    [Fact]
    public async Task A_programme_that_calls_itself_a_document_first_is_refused() => Assert.Equal(FileFault.Type, await RefusedAsync("a.pdf.exe", [65]));

    [Fact]
    public void A_long_name_is_cut_between_whole_characters() =>
        Assert.Equal(new string('a', 115) + ".pdf", AcceptedFiles.NameOf("b😀" + new string('a', 115) + ".pdf"));

    [Fact]
    public async Task A_small_file_that_is_a_huge_picture_is_refused_before_it_is_unpacked()
    {
        var bomb = SamplePictures.Bomb(30_000, 30_000);
        Assert.InRange(bomb.Length, 1, 1024 * 1024);

        Assert.Equal(FileFault.TooManyPixels, await RefusedAsync("black.png", bomb));
    }

    [Fact]
    public async Task Forty_million_pixels_are_taken_and_one_row_more_is_not()
    {
        Assert.Equal("image/png", (await TakenAsync("black.png", SamplePictures.Bomb(40_000, 1000))).ContentType);
        Assert.Equal(FileFault.TooManyPixels, await RefusedAsync("black.png", SamplePictures.Bomb(40_000, 1001)));
    }

    [Fact]
    public async Task A_picture_that_is_cut_off_is_not_taken()
    {
        var photo = SamplePictures.Photo(orientation: 6);

        Assert.Equal(FileFault.Type, await RefusedAsync("photo.jpg", photo[..^40]));
    }

    [Theory]
    [InlineData("virus.exe")]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("noending")]
    public async Task Other_kinds_are_not_taken(string name) => Assert.Equal(FileFault.Type, await RefusedAsync(name, [1, 2, 3]));

    [Fact]
    public async Task What_only_calls_itself_a_picture_is_not_taken() =>
        Assert.Equal(FileFault.Type, await RefusedAsync("picture.png", "<script>"u8.ToArray()));

    [Theory]
    [InlineData("../../etc/notes.txt", "notes.txt")]
    [InlineData(@"C:\Users\me\notes.txt", "notes.txt")]
    public async Task A_name_keeps_no_path(string sent, string kept) => Assert.Equal(kept, (await TakenAsync(sent, [65])).Name);

    private static async Task<TakenFile> TakenAsync(string name, byte[] content) =>
        Assert.IsType<Acceptance.Taken>(await AcceptedFiles.TakeAsync(name, content, TestContext.Current.CancellationToken)).File;

    private static async Task<FileFault> RefusedAsync(string name, byte[] content) =>
        Assert.IsType<Acceptance.Refused>(await AcceptedFiles.TakeAsync(name, content, TestContext.Current.CancellationToken)).Fault;

    private static void AssertNothingBesidePixels(byte[] picture)
    {
        var text = Encoding.Latin1.GetString(picture);
        Assert.All(
            ["Exif", "eXIf", "tEXt", "II*", "xmp", "Somebody", "ICC_PROFILE", "iCCP"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    /// <summary>The pure colours nearest to those in the middle of the quarters: JPEG is not exact.</summary>
    private static SKColor[] CornersOf(byte[] content)
    {
        using var picture = SKBitmap.Decode(content);
        var (width, height) = (picture.Width, picture.Height);
        return [.. new[] { (1, 1), (3, 1), (1, 3), (3, 3) }.Select(at => Pure(picture.GetPixel(width * at.Item1 / 4, height * at.Item2 / 4)))];
    }

    private static SKColor Pure(SKColor near) => new(Pure(near.Red), Pure(near.Green), Pure(near.Blue));

    private static byte Pure(byte near) => near > 127 ? (byte)255 : (byte)0;
}
