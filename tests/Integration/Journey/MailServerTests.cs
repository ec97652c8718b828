using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Messages;
using MimeKit;
using SmtpServer.Protocol;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>The whole tool with a mail server: what it refuses, and what it takes later.</summary>
public sealed class MailServerTests() : JourneyScene(onPostgres: false)
{
    private const string Address = "learner@home.example";
    private MailServer server = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_address_that_refuses_for_good_is_written_to_no_more_and_its_owner_reads_so()
    {
        using var learner = await WithAddressAsync();
        server.ToRecipients.Enqueue(new(SmtpReplyCode.MailboxUnavailable, "5.1.1 Nobody of that name"));
        await HearAsync(learner, "One?");

        var parked = Stage.Look(db => db.Deliveries.Single(row => row.Kind == DeliveryKind.Mail));
        Assert.Equal((DeliveryState.Parked, DeliveryReason.AddressRefused), (parked.State, DeliveryReasons.Of(parked.LastAnswer)));
        Assert.DoesNotContain(Address, parked.LastAnswer, StringComparison.Ordinal);
        await learner.GoAsync("/preferences/mail");
        Assert.Contains(Wording.Of("preferences.address-refused", Address), learner.Text, StringComparison.Ordinal);

        await Stage.MoveAsync(TimeSpan.FromDays(8));
        using var later = await Room.OpenAsync(Learner);
        await HearAsync(later, "Two?");
        Assert.Single(server.Received);
        await later.GoAsync("/news");
        Assert.Equal(3, later.Page.QuerySelectorAll("ul.rows > li").Length);
        Assert.Contains(Wording.Of("messages.line-mail-refused"), later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learner_reads_that_an_invitation_came_back_and_no_reminder_goes_there()
    {
        using var learner = await StartAsync(Learner);
        server.ToRecipients.Enqueue(new(SmtpReplyCode.MailboxUnavailable, "5.1.1 Nobody of that name"));
        await GuestScene.AskByMailAsync(learner, "ruht@home.example");
        await Stage.SendAsync();

        await learner.GoAsync("/buddies");
        Assert.Contains(Wording.Of("buddies.mail-refused", "ruht@home.example"), learner.Text, StringComparison.Ordinal);
        await Stage.MoveAsync(TimeSpan.FromDays(3));
        await Stage.SendAsync();
        Assert.Empty(server.Received);
        Assert.Equal(
            [DeliveryState.Parked, DeliveryState.Sent],
            Stage.Look(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.GuestLink)
                .OrderBy(row => row.CreatedAt).Select(row => row.State).ToList()));
    }

    [Fact]
    public async Task What_the_server_wants_later_arrives_once_and_is_the_same_mail()
    {
        using var learner = await WithAddressAsync();
        server.ToRecipients.Enqueue(new(SmtpReplyCode.Aborted, "4.7.1 Come back later"));
        await HearAsync(learner, "One?");
        Assert.Single(server.Received);

        await Stage.MoveAsync(TimeSpan.FromMinutes(30));
        await Stage.SendAsync();
        await Stage.MoveAsync(TimeSpan.FromMinutes(30));
        await Stage.SendAsync();

        var told = Assert.Single(server.Received.Skip(1));
        var delivery = Stage.Look(db => db.Deliveries.Single(row => row.Kind == DeliveryKind.Mail));
        Assert.Equal((DeliveryState.Sent, $"{delivery.Id:N}@school.example"), (delivery.State, told.MessageId));
    }

    private protected override async ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        server = await MailServer.StartAsync();
        return new Dictionary<string, string?>
        {
            ["LearningBuddy:Mail:From"] = "Learning Buddy <buddy@school.example>",
            ["LearningBuddy:Mail:Smtp:Host"] = "localhost",
            ["LearningBuddy:Mail:Smtp:Port"] = $"{server.Port}",
            ["LearningBuddy:Mail:Smtp:Security"] = "None",
        };
    }

    private async Task<Visitor> WithAddressAsync()
    {
        var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.address-send", ("address", Address));
        await Stage.SendAsync();
        await Mailbox.ProveAsync(Assert.Single(server.Received), Stage);
        await Mailbox.AllowAnyHourAsync(learner);
        return learner;
    }

    /// <summary>The learner asks, and somebody answers.</summary>
    private async Task HearAsync(Visitor learner, string question)
    {
        await learner.PostAsync("/questions/ask", ("text", question), ("audience", "Facilitators"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync(question);
        await teacher.PressAsync("questions.answer", ("text", "Yes."));
        await Stage.SendAsync();
    }
}
