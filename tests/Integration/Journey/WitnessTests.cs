using System.Net;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class WitnessOnSqliteTests() : WitnessTests(onPostgres: false);

public sealed class WitnessOnPostgresTests() : WitnessTests(onPostgres: true);

/// <summary>Somebody outside the course is asked by mail what they saw of one piece of evidence.</summary>
public abstract class WitnessTests(bool onPostgres) : GuestScene(onPostgres)
{
    [Theory]
    [InlineData("HEAD", null)]
    [InlineData("GET", null)]
    [InlineData("GET", "prefetch")]
    public async Task Looking_at_the_link_answers_nothing(string method, string? purpose)
    {
        using var learner = await AskWitnessAsync();
        using var scanner = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), NewestLink());
        if (purpose is not null)
        {
            request.Headers.Add("Sec-Purpose", purpose);
        }

        using var response = await scanner.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal((WitnessState.Asked, null), (Request().State, Request().PersonId));
        Assert.All(Links(), link => Assert.Equal((GuestPurpose.Witness, null), (link.Purpose, link.ConsentAt)));
        Assert.Equal((null, 0), (RuthId(), GuestSessions()));
        Assert.Equal(0, Stage.Look(db => db.Attestations.Count()));
    }

    [Fact]
    public async Task The_mail_and_the_page_say_who_asks_what_is_seen_and_what_is_kept_and_nothing_of_the_piece_itself()
    {
        using var learner = await AskWitnessAsync();
        var mail = Assert.Single(Ruths.Mails);
        using var ruth = await FollowAsync();

        Assert.Equal(Wording.Of("guests.witness-asks", Learner.Name), mail.Subject);
        Assert.Contains("> You told me the truth once.", mail.TextBody!, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.witness-what-it-takes", Learner.Name), Squeeze(mail.TextBody!), StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.mail-why-asked", Learner.Name), Squeeze(mail.TextBody!), StringComparison.Ordinal);
        Assert.Equal(Wording.Of("guests.witness-asks", Learner.Name), ruth.Heading);
        AssertSays(ruth, "You told me the truth once. Tell it to me again.");
        AssertSays(ruth, Wording.Of("guests.witness-will-see", Learner.Name));
        AssertSays(ruth, Wording.Of("guests.witness-wont-see"));
        AssertSays(ruth, Wording.OfCount("guests.witness-kept", 30, Learner.Name));
        Assert.DoesNotContain("Weekly call", ruth.Text + mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("buddy", Squeeze(mail.TextBody!).Replace("Learning Buddy", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AttestationBasis.Present, "shared.attested-present")]
    [InlineData(AttestationBasis.TalkedThrough, "shared.attested-talked-through")]
    [InlineData(AttestationBasis.CannotSay, "shared.attested-cannot-say")]
    public async Task A_witness_reads_this_one_piece_and_says_what_they_can(AttestationBasis basis, string told)
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner, ("Situation", "Another matter altogether."));
        var other = NewestPiece();
        await WriteAndSendAsync(learner);
        var piece = NewestPiece();
        await AskAboutAsync(learner, piece);
        await Stage.SendAsync();
        using var ruth = await SayYesAsync();

        Assert.Equal(Wording.Of("guests.witness-asks", Learner.Name), ruth.Heading);
        Assert.DoesNotContain("Another matter", ruth.Text, StringComparison.Ordinal);
        foreach (var page in new[] { Show(other), "/today", "/evidence", "/buddies", "/questions", "/grades/mine", "/reviews" })
        {
            await ruth.GoAsync(page);
            Assert.Equal((HttpStatusCode.NotFound, page), (ruth.Status, page));
        }

        await ruth.PostAsync(Show(other) + "&handler=Attest", ("basis", "Present"));
        await ruth.PostAsync(Show(piece) + "&handler=AskWitness", ("address", "more@home.example"), ("message", "More."));
        await ruth.PostAsync(Show(piece) + "&handler=WithdrawWitness", ("request", Request().Id.ToString()));
        Assert.Equal((0, 1), (Stage.Look(db => db.Attestations.Count()), Stage.Look(db => db.WitnessRequests.Count())));
        Assert.Equal(WitnessState.Accepted, Request().State);

        await ruth.GoAsync("/guest");
        await ruth.FollowAsync("guests.read");
        AssertSays(ruth, "She had the best idea.");
        await ruth.PressAsync("evidence.attest", ("words", "I was in the room."));
        AssertSays(ruth, Wording.Of("evidence.attest-unchosen"));
        await ruth.PressAsync("evidence.attest", ("basis", basis.ToString()));

        var said = Stage.Look(db => db.Attestations.Single());
        Assert.Equal((piece, basis, "I was in the room.", RuthId()), (said.EvidenceId, said.Basis, said.Words, said.PersonId));
        await ruth.FollowAsync("shared.shared-with-me");
        AssertSays(ruth, Wording.Of("guests.you-answered"));
        await learner.GoAsync(Show(piece));
        AssertSays(learner, Wording.Of(told));
        AssertSays(learner, "Ruth Adler");
        Assert.Equal(
            basis == AttestationBasis.CannotSay ? 0 : 1,
            Stage.Look(db => db.Events.Count(row => row.Name == "evidence.attested" && row.Payload.Contains("Witness"))));
    }

    [Fact]
    public async Task The_learner_sees_whom_they_asked_and_takes_it_back_before_an_answer()
    {
        using var learner = await AskWitnessAsync();
        await learner.GoAsync(Show(NewestPiece()));
        AssertSays(learner, RuthsAddress);
        var link = NewestLink();

        await learner.PressAsync("evidence.witness-withdraw");

        AssertSays(learner, Wording.Of("evidence.done-witness-withdrawn"));
        Assert.DoesNotContain(RuthsAddress, learner.Text, StringComparison.Ordinal);
        Assert.Equal(WitnessState.Withdrawn, Request().State);
        using var ruth = await FollowAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
    }

    [Fact]
    public async Task Taken_back_after_a_yes_the_session_and_the_link_end()
    {
        using var learner = await AskWitnessAsync();
        using var ruth = await SayYesAsync();
        var link = NewestLink();
        await learner.GoAsync(Show(NewestPiece()));
        AssertSays(learner, "Ruth Adler");
        Assert.DoesNotContain(RuthsAddress, learner.Text, StringComparison.Ordinal);
        await learner.PressAsync("evidence.witness-withdraw");

        await ruth.GoAsync("/guest");
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.guest-ended")), (ruth.Status, ruth.Heading));
        await ruth.GoToAsync(link);
        Assert.Equal((HttpStatusCode.OK, Wording.Of("guests.over-title")), (ruth.Status, ruth.Heading));
        AssertSays(ruth, Wording.OfCount("guests.witness-over-body", 30, Learner.Name));
        await ruth.PressAsync("guests.erase-now");
        Assert.Equal(Wording.Of("guests.erased-title"), ruth.Heading);
        Assert.Null(RuthId());
    }

    [Fact]
    public async Task A_no_reaches_the_learner_with_its_reason_and_leaves_nobody_behind()
    {
        using var learner = await AskWitnessAsync();
        using var ruth = await FollowAsync();
        await ruth.PressAsync("guests.decline", ("reason", "I was at the dentist."));

        Assert.Equal(Wording.Of("guests.declined-title"), ruth.Heading);
        await learner.GoAsync(Show(NewestPiece()));
        AssertSays(learner, Wording.Of("evidence.witness-declined"));
        AssertSays(learner, "I was at the dentist.");
        Assert.Null(RuthId());
        await learner.GoAsync("/news");
        AssertSays(learner, Wording.Of("messages.line-witness-declined", "Weekly call, seven people, two never speak."));
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await KeepUpAsync();
        Assert.Equal((null, null), (Request().Address, Request().Words));
        Assert.Empty(Links());
        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync(Show(NewestPiece()));
        AssertSays(later, Wording.Of("evidence.witness-unnamed"));
    }

    [Fact]
    public async Task After_two_weeks_nobody_can_say_yes_and_a_day_later_the_address_is_forgotten()
    {
        using var learner = await AskWitnessAsync();
        await Stage.MoveAsync(TimeSpan.FromDays(13.9));
        await Stage.SendAsync();
        using (var looking = await FollowAsync())
        {
            Assert.Equal(HttpStatusCode.OK, looking.Status);
        }

        await Stage.MoveAsync(TimeSpan.FromDays(0.2));
        using var late = await FollowAsync();
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (late.Status, late.Heading));
        Assert.Single(Ruths.Mails);
        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync(Show(NewestPiece()));
        AssertSays(later, Wording.Of("evidence.witness-expired"));
        Assert.Null(later.Page.QuerySelector("button[data-text='evidence.witness-withdraw']"));
        await KeepUpAsync();
        Assert.Equal(RuthsAddress, Request().Address);
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await KeepUpAsync();
        Assert.Equal((null, null), (Request().Address, Request().Words));
    }

    [Fact]
    public async Task After_a_new_version_the_same_link_shows_it_and_asks_again()
    {
        using var learner = await AskWitnessAsync();
        var piece = NewestPiece();
        using var ruth = await SayYesAsync();
        await ruth.FollowAsync("guests.read");
        await ruth.PressAsync("evidence.attest", ("basis", "CannotSay"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await learner.GoAsync(Show(piece).Replace("show", "write", StringComparison.Ordinal));
        await learner.PressAsync("evidence.send", ("Outcome", "This time they all spoke."));

        using var again = await FollowAsync();
        await again.PressAsync("guests.open");
        await again.FollowAsync("guests.read");
        AssertSays(again, "This time they all spoke.");
        Assert.DoesNotContain("You waited, and said her name.", again.Text, StringComparison.Ordinal);
        await again.PressAsync("evidence.attest", ("basis", "Present"));
        Assert.Equal(AttestationBasis.Present, Stage.Look(db => db.Attestations.Single(said => said.Revision == 2)).Basis);
    }

    [Fact]
    public async Task A_witness_stops_and_another_is_erased_at_once_and_what_they_saw_still_counts()
    {
        using var learner = await AskWitnessAsync();
        using var ruth = await SayYesAsync();
        var (who, piece, link) = (RuthId()!.Value, NewestPiece(), NewestLink());
        await ruth.FollowAsync("guests.read");
        await ruth.PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in the room."));
        await ruth.GoAsync("/guest");
        await ruth.PressAsync("guests.witness-stop");
        Assert.Equal(Wording.Of("guests.bye-title"), ruth.Heading);
        Assert.Equal(WitnessState.Left, Request().State);
        await learner.GoAsync(Show(piece));
        AssertSays(learner, Wording.Of("evidence.witness-left"));

        await AskAboutAsync(learner, piece);
        await Stage.SendAsync();
        using var again = await SayYesAsync();
        Assert.Equal(who, RuthId());
        await again.PressAsync("guests.erase-now");

        Assert.Equal(Wording.Of("guests.erased-title"), again.Heading);
        Assert.Null(RuthId());
        var person = Stage.Look(db => db.People.Single(known => known.Id == who));
        Assert.Equal((null, null, null), (person.Name, person.ChosenName, person.Locale));
        var said = Stage.Look(db => db.Attestations.Single());
        Assert.Equal(("", AttestationBasis.Present), (said.Words, said.Basis));
        await again.GoToAsync(link);
        Assert.Equal(Wording.Of("guests.erased-title"), again.Heading);
        await learner.GoAsync(Show(piece));
        AssertSays(learner, Wording.Of("shared.attested-present"));
        Assert.DoesNotContain("Ruth", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_about_a_witness_goes_by_itself_some_time_after_the_end()
    {
        using var learner = await AskWitnessAsync();
        using var ruth = await SayYesAsync();
        var who = RuthId();
        await ruth.PressAsync("guests.witness-stop");
        await Stage.MoveAsync(TimeSpan.FromDays(29));
        await Stage.SendAsync();
        Assert.Equal(who, RuthId());
        await Stage.MoveAsync(TimeSpan.FromDays(2));
        await Stage.SendAsync();
        Assert.Null(RuthId());
    }

    [Theory]
    [InlineData("ruth at home", Words, "shared.mail-no-address")]
    [InlineData(RuthsAddress, " ", "shared.mail-no-words")]
    [InlineData("own@work.example", Words, "shared.mail-own-address")]
    public async Task What_can_not_be_sent_says_why_and_stays_typed(string address, string words, string fault)
    {
        using var learner = await StartAsync(Learner);
        await new Mailbox(Stage, "own@work.example").OpenAsync(learner);
        await WriteAndSendAsync(learner);
        await AskAboutAsync(learner, NewestPiece(), address, words);

        AssertSays(learner, Wording.Of(fault));
        Assert.Equal(address, learner.Page.QuerySelector("#mail-address")!.GetAttribute("value"));
        Assert.NotNull(learner.Page.QuerySelector("details[open] #mail-address"));
        Assert.Equal(0, Stage.Look(db => db.WitnessRequests.Count()));
    }

    [Fact]
    public async Task Five_mails_a_day_is_the_most_together_with_invitations_and_asking_twice_is_asking_once()
    {
        using var learner = await AskAsync();
        await WriteAndSendAsync(learner);
        var piece = NewestPiece();
        await AskAboutAsync(learner, piece);
        await AskAboutAsync(learner, piece);
        Assert.Equal(1, Stage.Look(db => db.WitnessRequests.Count()));
        for (var mail = 0; mail < 3; mail++)
        {
            await AskAboutAsync(learner, piece, $"other{mail}@home.example");
            AssertSays(learner, Wording.Of("evidence.done-witness-asked"));
        }

        await AskAboutAsync(learner, piece, "last@home.example");
        AssertSays(learner, Wording.Of("shared.mail-too-often"));
        Assert.Equal(5, Stage.Look(db => db.Deliveries.Count(row => row.Kind == DeliveryKind.GuestLink)));
    }

    [Fact]
    public async Task A_draft_has_nobody_to_ask_and_a_piece_of_somebody_else_neither()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await KeepAsync(learner, "A secret thought.");
        var draft = NewestPiece();
        await learner.PostAsync(Show(draft) + "&handler=AskWitness", ("address", RuthsAddress), ("message", Words));
        await WriteAndSendAsync(learner);
        using var other = await StartAsync(Buddy);
        await other.PostAsync(Show(NewestPiece()) + "&handler=AskWitness", ("address", RuthsAddress), ("message", Words));

        Assert.Equal(0, Stage.Look(db => db.WitnessRequests.Count()));
    }

    [Fact]
    public async Task A_new_link_is_sent_to_a_witness_too_and_somebody_can_be_buddy_and_witness_at_once()
    {
        using var learner = await AskWitnessAsync();
        using var ruth = await SayYesAsync();
        await AskByMailAsync(learner);
        await Stage.SendAsync();
        using var asBuddy = await SayYesAsync();
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), asBuddy.Heading);
        await ruth.GoAsync("/guest");
        Assert.Equal(Wording.Of("guests.witness-asks", Learner.Name), ruth.Heading);
        var before = Ruths.Mails.Count;

        using var lost = new Visitor { Dest = "document" };
        await lost.GoToAsync(new Uri(Stage.ToolUrl + "/g?culture=en"));
        await lost.PressAsync("guests.send-link", ("address", RuthsAddress));
        await Stage.SendAsync();

        Assert.Equal(before + 2, Ruths.Mails.Count);
        var headings = new List<string>();
        foreach (var mail in Ruths.Mails.Skip(before))
        {
            using var back = await FollowAsync(Ruths.LinkIn(mail, "/g/"));
            await back.PressAsync("guests.open");
            headings.Add(back.Heading);
        }

        Assert.Equal(
            [Wording.Of("guests.witness-asks", Learner.Name), Wording.Of("guests.you-are-buddy", Learner.Name)],
            headings.Order(StringComparer.Ordinal));
    }

    /// <summary>Somebody starts, sends a piece, and asks Ruth about it.</summary>
    private async Task<Visitor> AskWitnessAsync()
    {
        var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await AskAboutAsync(learner, NewestPiece());
        AssertSays(learner, Wording.Of("evidence.done-witness-asked"));
        await Stage.SendAsync();
        return learner;
    }

    private static async Task AskAboutAsync(Visitor learner, Guid piece, string address = RuthsAddress, string words = Words)
    {
        await learner.GoAsync(Show(piece));
        await learner.PressAsync("evidence.witness-send", ("address", address), ("message", words));
    }

    private static string Show(Guid piece) => $"/evidence/show?id={piece}";

    private Guid NewestPiece() => Stage.Look(db => db.Evidence.OrderBy(piece => piece.Id).Last().Id);

    private WitnessRequest Request() => Stage.Look(db => db.WitnessRequests.OrderBy(one => one.Id).Last());
}
