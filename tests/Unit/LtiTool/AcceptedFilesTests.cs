using LearningBuddy.LtiTool.Features.Evidence;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class AcceptedFilesTests
{
    [Fact]
    public void A_photo_loses_the_place_it_was_taken()
    {
        using var photo = new Image<Rgba32>(8, 8);
        photo.Metadata.ExifProfile = new ExifProfile();
        photo.Metadata.ExifProfile.SetValue(ExifTag.GPSLatitudeRef, "N");
        photo.Metadata.ExifProfile.SetValue(ExifTag.Model, "Somebody's phone");
        using var stream = new MemoryStream();
        photo.SaveAsJpeg(stream);

        var taken = AcceptedFiles.Take("IMG_1.JPG", stream.ToArray());

        using var kept = Image.Load(taken!.Content);
        Assert.Equal("image/jpeg", taken.ContentType);
        Assert.Null(kept.Metadata.ExifProfile);
    }

    [Theory]
    [InlineData("virus.exe")]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("noending")]
    public void Other_kinds_are_not_taken(string name) => Assert.Null(AcceptedFiles.Take(name, [1, 2, 3]));

    [Fact]
    public void What_only_calls_itself_a_picture_is_not_taken() => Assert.Null(AcceptedFiles.Take("picture.png", "<script>"u8.ToArray()));

    [Theory]
    [InlineData("../../etc/notes.txt", "notes.txt")]
    [InlineData(@"C:\Users\me\notes.txt", "notes.txt")]
    public void A_name_keeps_no_path(string sent, string kept) => Assert.Equal(kept, AcceptedFiles.Take(sent, [65])!.Name);
}
