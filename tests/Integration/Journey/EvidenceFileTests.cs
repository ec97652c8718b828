extern alias demolms;

using System.Buffers.Binary;
using System.IO.Hashing;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Features.Evidence;
using LearningBuddy.Tests.Integration.Journey.Kit;
using SkiaSharp;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class EvidenceFilesOnSqliteTests() : EvidenceFileTests(onPostgres: false);

public sealed class EvidenceFilesOnPostgresTests() : EvidenceFileTests(onPostgres: true);

/// <summary>Files of evidence: kept by every button, refused with a sentence, read by those who may.</summary>
public abstract class EvidenceFileTests(bool onPostgres) : JourneyScene(onPostgres)
{
    /// <summary>Signature (8 bytes) and header chunk (25) of a PNG.</summary>
    private const int HeaderEnd = 33;

    private static readonly ChosenFile Note = new("notes.txt", "What they said, word for word."u8.ToArray());

    private readonly Frame frame = new();

    public override async ValueTask DisposeAsync()
    {
        frame.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("evidence.add-files")]
    [InlineData("evidence.keep")]
    [InlineData("evidence.send")]
    public async Task Every_button_keeps_the_chosen_files(string button)
    {
        using var learner = await BeginAsync();

        await frame.PressAsync(learner, button, Filled, Note, Photo());

        var draft = Stage.Look(db => db.Evidence.Single()).Draft;
        Assert.Equal(["notes.txt", "photo.png"], draft.Files.Select(file => file.Name));
        Assert.Equal("Weekly call.", draft.Situation);
        Assert.Equal(button == "evidence.send" ? 1 : 0, Stage.Look(db => db.Evidence.Single()).Revision);
    }

    [Fact]
    public async Task Taking_a_file_out_keeps_the_one_chosen_in_its_place()
    {
        using var learner = await BeginAsync();
        await frame.PressAsync(learner, "evidence.add-files", Filled, Note);
        await GoToDraftAsync(learner);

        await frame.PressAsync(learner, "evidence.take-out", Filled, Photo());

        Assert.Equal(["photo.png"], Stage.Look(db => db.Evidence.Single()).Draft.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("evidence.add-files")]
    [InlineData("evidence.keep")]
    [InlineData("evidence.send")]
    public async Task A_file_that_is_too_large_is_named_and_the_text_and_the_others_are_kept(string button)
    {
        using var learner = await BeginAsync();

        var (status, page) = await frame.PressAsync(learner, button, Filled, new("film of the day.mp3", new byte[12 * 1024 * 1024]), Note);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Wording.Of("evidence.file-too-large", "film of the day.mp3"), page.QuerySelector("#f-f")!.TextContent.Trim());
        var piece = Stage.Look(db => db.Evidence.Single());
        Assert.Equal(("Weekly call.", 0), (piece.Draft.Situation, piece.Revision));
        Assert.Equal(["notes.txt"], piece.Draft.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("programme.exe", 4, "evidence.file-type")]
    [InlineData("broken.png", 40, "evidence.file-type")]
    [InlineData("nothing.txt", 0, "evidence.file-empty")]
    public async Task A_file_that_can_not_be_taken_is_named_with_the_reason(string name, int length, string text)
    {
        using var learner = await BeginAsync();

        var (_, page) = await frame.PressAsync(learner, "evidence.send", Filled, new ChosenFile(name, new byte[length]));

        Assert.StartsWith(Wording.Of(text, name), page.QuerySelector("#f-f")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Evidence.Single()).Revision);
    }

    [Fact]
    public async Task What_the_page_left_out_is_named_and_nothing_is_sent_without_it_unseen()
    {
        using var learner = await BeginAsync();

        var (_, page) = await frame.PressAsync(learner, "evidence.send", [.. Filled, ("LeftOut", "TooLarge film.mp3"), ("LeftOut", "nonsense")], Note);

        Assert.Equal(Wording.Of("evidence.file-too-large", "film.mp3"), page.QuerySelector("#f-f")!.TextContent.Trim());
        var piece = Stage.Look(db => db.Evidence.Single());
        Assert.Equal((0, "notes.txt"), (piece.Revision, piece.Draft.Files.Single().Name));
    }

    [Fact]
    public async Task A_sixth_file_is_refused_and_five_are_kept()
    {
        using var learner = await BeginAsync();

        var (_, page) = await frame.PressAsync(learner, "evidence.add-files", Filled, [.. Enumerable.Range(1, 6).Select(n => new ChosenFile($"{n}.txt", [(byte)(n + '0')]))]);

        Assert.Contains(Wording.Of("evidence.file-too-many", "6.txt"), page.QuerySelector("#f-f")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, Stage.Look(db => db.Evidence.Single()).Draft.Files.Count);
    }

    [Fact]
    public async Task A_post_beyond_every_limit_gets_a_page_that_says_what_to_do()
    {
        using var learner = await BeginAsync();

        var (status, page) = await frame.PressAsync(learner, "evidence.keep", Filled, new ChosenFile("film.mp3", new byte[WriteModel.LargestPost]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(Wording.Of("evidence.too-much"), page.QuerySelector("h1")!.TextContent);
        Assert.Contains(Wording.Of("evidence.too-much-do"), page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(700 * 1024)]
    [InlineData(40 * 1024 * 1024)]
    public async Task An_ended_session_gives_back_what_was_typed_beside_a_large_photo(int length)
    {
        using var learner = await BeginAsync();
        await Stage.MoveAsync(TimeSpan.FromMinutes(91));

        var (status, page) = await frame.PressAsync(learner, "evidence.send", [("Situation", "Weekly call."), ("Links", "https://example.org/after-the-file")], new ChosenFile("photo.png", new byte[length]));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        var given = page.QuerySelectorAll("textarea").Select(area => area.TextContent).ToList();
        Assert.Contains("Weekly call.", given);
        Assert.Contains("https://example.org/after-the-file", given);
    }

    [Fact]
    public async Task A_photo_loses_where_it_was_taken()
    {
        using var learner = await BeginAsync();
        var photo = Photo(place: "52.5 N 13.4 E");
        Assert.Contains("52.5 N", Encoding.Latin1.GetString(photo.Content), StringComparison.Ordinal);

        await frame.PressAsync(learner, "evidence.keep", Filled, photo);

        var kept = Stage.Look(db => db.Files.Single()).Content;
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((8, 8), (picture.Width, picture.Height));
        Assert.DoesNotContain("52.5 N", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_listed_and_downloaded_by_its_learner_as_a_file_and_never_as_a_page()
    {
        using var learner = await BeginAsync();
        await frame.PressAsync(learner, "evidence.keep", Filled, Note with { Name = "Gespräch <b>.txt" });
        await GoToDraftAsync(learner);
        var link = learner.Page.QuerySelector<IHtmlAnchorElement>("#files a")!;

        using var answer = await frame.GetAsync(new Uri(learner.Address, link.GetAttribute("href")!));

        Assert.Equal("Gespräch <b>.txt", link.TextContent);
        Assert.Equal(Note.Content, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Gespräch <b>.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Others_read_a_file_once_it_was_sent_and_only_those_who_may()
    {
        using var learner = await BeginAsync();
        await PairAsync(learner);
        using var buddy = await Room.OpenAsync(Buddy, acceptsCookies: false);
        using var teacher = await Room.OpenAsync(Room.Teacher, acceptsCookies: false);
        using var other = await Room.OpenAsync(Room.Learners[2], acceptsCookies: false);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await frame.PressAsync(learner, "evidence.keep", Filled, Note);
        var file = FilePath();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], await ReadAsync(file, learner, buddy, teacher, other));
        await GoToDraftAsync(learner);
        await frame.PressAsync(learner, "evidence.send", Filled);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], await ReadAsync(file, learner, buddy, teacher, other));
    }

    [Fact]
    public async Task A_file_added_after_a_return_stays_with_the_learner_until_it_is_sent_again()
    {
        using var learner = await BeginAsync();
        await frame.PressAsync(learner, "evidence.send", Filled);
        using var teacher = await Room.OpenAsync(Room.Teacher, acceptsCookies: false);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await GoToDraftAsync(learner);
        await frame.PressAsync(learner, "evidence.keep", Filled, Note);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], await ReadAsync(FilePath(), learner, teacher));
    }

    [Fact]
    public async Task Another_course_reads_no_file_of_this_one()
    {
        using var learner = await BeginAsync();
        await frame.PressAsync(learner, "evidence.send", Filled, Note);
        var file = FilePath();
        var elsewhere = new Classroom(Stage, "moodle", Room.School.Courses.First(course => course != Room.Course));
        await elsewhere.AddJourneyAsync();
        using var teacher = await elsewhere.OpenAsync(elsewhere.Teacher, acceptsCookies: false);

        Assert.Equal([HttpStatusCode.NotFound], await ReadAsync(file, teacher));
    }

    private static (string, string)[] Filled => [("Situation", "Weekly call."), ("Action", "I asked Aiko first."), ("Outcome", "She had the best idea.")];

    private async Task<Visitor> BeginAsync()
    {
        var learner = await Room.OpenAsync(Learner, acceptsCookies: false);
        await learner.PressAsync("shared.start");
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        return learner;
    }

    private Task GoToDraftAsync(Visitor learner) => learner.GoAsync($"/evidence/write?id={Stage.Look(db => db.Evidence.Single()).Id}");

    private async Task PairAsync(Visitor learner)
    {
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
    }

    private string FilePath()
    {
        var piece = Stage.Look(db => db.Evidence.Single());
        return $"/evidence/file?id={piece.Id}&sha256={piece.Draft.Files.Single().Sha256}";
    }

    private async Task<HttpStatusCode[]> ReadAsync(string path, params Visitor[] readers)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var reader in readers)
        {
            using var answer = await frame.GetAsync(reader.InSession(path));
            answers.Add(answer.StatusCode);
        }

        return [.. answers];
    }

    /// <summary>A PNG, with a place in a text of its own right behind the header if one is given.</summary>
    private static ChosenFile Photo(string? place = null)
    {
        using var picture = new SKBitmap(8, 8);
        using var data = picture.Encode(SKEncodedImageFormat.Png, 100);
        var png = data.ToArray();
        return new("photo.png", place is null ? png : [.. png[..HeaderEnd], .. TextChunk("Location\0" + place), .. png[HeaderEnd..]]);
    }

    private static byte[] TextChunk(string text)
    {
        byte[] named = [.. "tEXt"u8, .. Encoding.Latin1.GetBytes(text)];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. check];
    }

    private sealed record ChosenFile(string Name, byte[] Content);

    /// <summary>What a frame that takes no cookie sends for a form with files.</summary>
    private sealed class Frame : IDisposable
    {
        private readonly HttpClient client = new();

        public Frame()
        {
            client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "iframe");
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        }

        public void Dispose() => client.Dispose();

        public Task<HttpResponseMessage> GetAsync(Uri address) => client.GetAsync(address);

        public async Task<(HttpStatusCode Status, IDocument Page)> PressAsync(Visitor on, string button, (string Name, string Value)[] fields, params ChosenFile[] files)
        {
            var form = on.Form(button);
            var pressed = form.QuerySelector($"button[data-text='{button}']")!;
            using var body = new MultipartFormDataContent();
            var values = Visitor.Values(form, fields).ToLookup(value => value.Key == "Links");
            values[false].ToList().ForEach(value => body.Add(new StringContent(value.Value), value.Key));
            foreach (var file in files)
            {
                body.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "File", file.Name);
            }

            // Links come after the files in the form, and so they do here.
            values[true].ToList().ForEach(value => body.Add(new StringContent(value.Value), value.Key));
            using var answer = await client.PostAsync(new Uri(on.Address, pressed.GetAttribute("formaction")!), body);
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            return (answer.StatusCode, page);
        }
    }
}
