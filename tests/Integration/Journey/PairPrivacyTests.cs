using System.Data.Common;
using System.Net;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class PairPrivacyOnSqliteTests() : PairPrivacyTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class PairPrivacyOnPostgresTests() : PairPrivacyTests(onPostgres: true);

/// <summary>
/// What the two of a pair write for each other stands in three tables and on their own pages, and nowhere else: a word that means nothing is
/// typed into every field, and looked for everywhere.
/// </summary>
public abstract class PairPrivacyTests(bool onPostgres) : TalkScene(onPostgres)
{
    private const string Word = "quombalax";
    private static readonly string[] TheirOwn = [Tables.Talk, Tables.PairNote];
    private readonly bool isOnPostgres = onPostgres;
    private readonly LogLines log = new();

    private protected override LogLines? Log => log;

    [Fact]
    public async Task What_the_two_write_is_read_by_nobody_else()
    {
        var (learner, ruth) = await PairAsync();
        using var one = learner;
        using var guest = ruth;
        AllowAnyHour();
        await new Mailbox(Stage, "learner@home.example").OpenAsync(learner);
        await PlanAsync(learner, ruth, 1, days: 3);
        await learner.PostAsync(PathOf(PairId, 1) + "&handler=Offer", ("time", Typed(learner, TimeSpan.FromDays(5))), ("place", Word));
        await HoldAsync(learner, ruth, 1, Word + " begins", "say " + Word);
        await WriteAndSendAsync(learner);
        await learner.GoAsync(PathOf(PairId, 2));
        await learner.PressAsync("buddies.recall-done", ("recall", Word));
        await ruth.GoAsync(PathOf(PairId, 2));
        await ruth.PressAsync("buddies.listened", ("point", "Example"), ("question", Word + "?"));
        foreach (var visitor in new[] { learner, ruth })
        {
            await visitor.GoAsync($"/buddies/notes?id={PairId}");
            await visitor.PressAsync("buddies.note-send", ("note", Word));
        }

        await Stage.SendAsync();

        Assert.Equal(TheirOwn.Order(), TablesWith(Word).Order());
        Assert.DoesNotContain(Word, string.Concat(Mails()), StringComparison.OrdinalIgnoreCase);
        await ShownToNobodyElseAsync();
        await ShownToNoAdministratorAsync();
        Assert.Empty(OtherFilesWith(Word));
        Assert.NotEmpty(log.All);
        Assert.DoesNotContain(log.All, line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
        await ruth.GoAsync("/guest");
        await ruth.PressAsync("guests.erase-now");
        Assert.Equal(2, Stage.Look(db => db.PairNotes.Count() + db.Talks.Count(talk => talk.Asked != null || talk.Recall == Word)));
    }

    [Fact]
    public async Task The_words_of_an_invitation_reach_whoever_is_asked_nobody_else_and_are_forgotten_once_it_is_settled()
    {
        await ComeInAsync(Buddy);
        using var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy), Word);
        using var buddy = await Room.OpenAsync(Buddy);
        var mail = new Mailbox(Stage, "buddy@home.example");
        await mail.OpenAsync(buddy);
        await Stage.SendAsync();

        Assert.Equal(["invitation"], TablesWith(Word));
        Assert.DoesNotContain(Word, string.Concat(mail.Mails.Select(one => one.ToString())), StringComparison.OrdinalIgnoreCase);
        foreach (var person in new[] { Room.Teacher, Room.Learners[2] })
        {
            using var reader = await Room.OpenAsync(person);
            foreach (var path in new[] { "/buddies", "/buddies/learners?all=true", "/reviews", "/statements" })
            {
                await reader.GoAsync(path);
                Assert.DoesNotContain(Word, reader.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
            }
        }

        await buddy.GoAsync("/buddies");
        Assert.Equal(Word, buddy.Page.QuerySelector("blockquote")!.TextContent);
        await buddy.PressAsync("buddies.accept");
        await Stage.MoveAsync(TimeSpan.FromDays(2));
        await KeepUpAsync();
        Assert.Empty(TablesWith(Word));
    }

    /// <summary>The teacher, another learner, and the administrator.</summary>
    private async Task ShownToNobodyElseAsync()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        using var stranger = await StartAsync(Buddy);
        foreach (var page in ToolPage.All(Stage).Where(page => !page.IsWithoutSession))
        {
            foreach (var reader in new[] { teacher, stranger })
            {
                var (status, _) = await reader.TryGetAsync(page.Path);
                if (status == 200)
                {
                    await reader.GoAsync(page.Path);
                    Assert.DoesNotContain(Word, reader.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        foreach (var reader in new[] { teacher, stranger })
        {
            foreach (var path in new[] { PathOf(PairId, 1), PathOf(PairId, 2), $"/buddies/notes?id={PairId}" })
            {
                await reader.GoAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, reader.Status);
            }
        }

        await teacher.GoAsync("/reviews/group");
        await teacher.FollowNamedAsync(Learner.Name);
        Assert.DoesNotContain(Word, teacher.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);

        // What is exported, and what a search for the beginning of the word finds.
        foreach (var reader in new[] { teacher, stranger })
        {
            foreach (var path in new[] { "/statements?handler=Csv", "/statements?handler=JsonLines" })
            {
                using var exported = new StreamReader(await reader.OpenStreamAsync(path));
                var lines = await exported.ReadToEndAsync(TestContext.Current.CancellationToken);
                Assert.NotEmpty(lines);
                Assert.DoesNotContain(Word, lines, StringComparison.OrdinalIgnoreCase);
            }

            foreach (var path in new[] { "/buddies?find=", "/statements?find=", "/questions?find=" })
            {
                await reader.GoAsync(path + Word[..6]);
                Assert.DoesNotContain(Word, reader.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private async Task ShownToNoAdministratorAsync()
    {
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));
        var pages = ToolPage.All(Stage).Where(page => page.Path.StartsWith("/admin", StringComparison.Ordinal)).Select(page => page.Path).ToList();
        Assert.Contains("/admin/deliveries", pages);
        foreach (var page in pages)
        {
            await admin.GoToAsync(new Uri(Stage.ToolUrl + page));
            Assert.DoesNotContain(Word, admin.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Files of the tool in which a word stands, but for its own database: the record store's, mails, whatever else is there.</summary>
    private List<string> OtherFilesWith(string word)
    {
        var folder = Stage.Tool.Services.GetRequiredService<IOptions<LearningBuddyOptions>>().Value.DataDirectory;
        var own = isOnPostgres ? null : Path.GetFileName(Stage.Look(db => db.Database.GetDbConnection().DataSource));
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => own is null || !Path.GetFileName(file).StartsWith(own, StringComparison.Ordinal))
                .Where(file => Read(file).Contains(word, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>The tables in which a word stands, in any column of any row.</summary>
    private List<string> TablesWith(string word) => Stage.Look(db =>
    {
        db.Database.OpenConnection();
        var tables = isOnPostgres
            ? [.. db.Database.SqlQueryRaw<string>("SELECT table_name AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'")]
            : db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct();
        return tables.Where(table => RowsOf(db.Database.GetDbConnection(), table).Any(row => row.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ToList();
    });

    private static List<string> RowsOf(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of our own tables.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            _ = reader.GetValues(values);
            rows.Add(string.Join('\n', values.Select(value => value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : value.ToString())));
        }

        return rows;
    }

    private IEnumerable<string> Mails() =>
        new[] { RuthsAddress, "learner@home.example" }.SelectMany(address => new Mailbox(Stage, address).Mails)
                .SelectMany(mail => mail.BodyParts.OfType<MimeKit.TextPart>().Select(part => part.Text).Append(mail.Subject ?? ""));
}
