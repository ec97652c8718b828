using System.Net;
using System.Text.Json;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Messages;
using SmtpServer.Protocol;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Channels;

/// <summary>The far end of a channel: where a learner hears by it.</summary>
internal abstract class ChannelEnd(ChannelScene scene)
{
    protected ChannelScene Scene => scene;

    /// <summary>Whether it leads out of the tool: such a channel keeps to hours, pauses and what somebody switched off.</summary>
    public virtual bool IsOutside => true;

    /// <summary>How many are new at this end.</summary>
    public abstract Task<int> CountAsync();

    /// <summary>How often somebody tried to bring one.</summary>
    public virtual Task<int> TriesAsync() => CountAsync();

    /// <summary>What the newest one says.</summary>
    public abstract Task<string> WordsAsync();

    /// <summary>Follows the newest one and looks whether it leads to where what it tells can be seen.</summary>
    public abstract Task FollowAsync();

    /// <summary>The next one is to be brought later.</summary>
    public abstract void RefuseForNow();

    /// <summary>Nothing reaches this end any more.</summary>
    public abstract void RefuseForGood();

    /// <summary>The learner can hear by it.</summary>
    public abstract Task OpenAsync();

    /// <summary>What the inbox says when nothing reaches this end any more, and the heading of the page that it leads to; null for the inbox.</summary>
    public virtual (string Line, string Page)? Trouble => null;
}

/// <summary>The list of news in the journey. The other channels are open too, and refuse together.</summary>
internal sealed class InboxEnd(ChannelScene scene) : ChannelEnd(scene)
{
    private readonly ChannelEnd[] others = [new MailEnd(scene), new PushEnd(scene)];

    public override bool IsOutside => false;

    public override async Task<int> CountAsync() => (await LinesAsync()).Length;

    public override async Task<string> WordsAsync() => (await LinesAsync())[0];

    public override async Task FollowAsync()
    {
        await LinesAsync();
        await Scene.Phone.FollowNamedAsync($"{Scene.Room.Teacher.Name} answered your question");
        Assert.Contains(ChannelScene.Answer, Scene.Phone.Text, StringComparison.Ordinal);
    }

    public override void RefuseForNow() => Array.ForEach(others, other => other.RefuseForNow());

    public override void RefuseForGood() => Array.ForEach(others, other => other.RefuseForGood());

    public override async Task OpenAsync()
    {
        foreach (var other in others)
        {
            await other.OpenAsync();
        }
    }

    /// <summary>What is new about questions: of other channels it is told there too.</summary>
    private async Task<string[]> LinesAsync()
    {
        await Scene.Phone.GoAsync("/news");
        return [.. Scene.Phone.Page.QuerySelectorAll("ul.rows > li a").Select(line => line.TextContent)
            .Where(line => line.Contains("question", StringComparison.Ordinal))];
    }
}

/// <summary>A mailbox behind a mail server.</summary>
internal sealed class MailEnd(ChannelScene scene) : ChannelEnd(scene)
{
    private const string Address = "learner@home.example";

    public override (string Line, string Page)? Trouble => (Wording.Of("messages.line-mail-refused"), Wording.Of("preferences.part-mail"));

    private MailServer Server => Scene.MailServer;

    public override Task<int> CountAsync() => Task.FromResult(Server.Received.Skip(1).Count());

    public override Task<string> WordsAsync()
    {
        var newest = Server.Received.Last();
        return Task.FromResult(string.Join('\n', newest.Subject, newest.TextBody, newest.HtmlBody));
    }

    public override async Task FollowAsync()
    {
        var link = Scene.Stage.Look(db => db.Journeys.Single().ResourceLinkId);
        var way = (await WordsAsync()).Split('\n').First(line => line.Trim().StartsWith(Scene.Stage.LmsUrl, StringComparison.Ordinal)).Trim();
        Assert.EndsWith($"/mod/lti/view.php?l={link}", way, StringComparison.Ordinal);
    }

    public override void RefuseForNow() => Server.ToRecipients.Enqueue(new(SmtpReplyCode.Aborted, "4.7.1 Come back later"));

    public override void RefuseForGood() => Server.ToRecipients.Enqueue(new(SmtpReplyCode.MailboxUnavailable, "5.1.1 Nobody of that name"));

    public override async Task OpenAsync()
    {
        await Scene.Phone.GoAsync("/preferences/mail");
        await Scene.Phone.PressAsync("preferences.address-send", ("address", Address));
        await Scene.Stage.SendAsync();
        await Mailbox.ProveAsync(Server.Received.Single(), Scene.Stage);
    }
}

/// <summary>A phone behind a push service.</summary>
internal sealed class PushEnd(ChannelScene scene) : ChannelEnd(scene)
{
    public override (string Line, string Page)? Trouble => (Wording.Of("messages.line-push-ended"), Wording.Of("shared.my-devices"));

    private PushService Service => Scene.PushService;

    private JsonElement Newest => JsonSerializer.Deserialize<JsonElement>(Service.Read(Service.Taken[^1]));

    public override Task<int> CountAsync() => Task.FromResult(Service.Taken.Count);

    public override Task<int> TriesAsync() => Task.FromResult(Service.Arrived.Count);

    public override Task<string> WordsAsync() => Task.FromResult($"{Newest}");

    public override async Task FollowAsync()
    {
        await Scene.Phone.GoToAsync(new Uri(Scene.Phone.Address, Newest.GetProperty("address").GetString()!));
        Assert.Equal((HttpStatusCode.OK, Wording.Of("messages.news")), (Scene.Phone.Status, Scene.Phone.Heading));
        Assert.Contains("answered your question", Scene.Phone.Text, StringComparison.Ordinal);
    }

    public override void RefuseForNow() => Service.Next.Enqueue(HttpStatusCode.ServiceUnavailable);

    public override void RefuseForGood() => Service.Next.Enqueue(HttpStatusCode.Gone);

    public override Task OpenAsync() => DeviceScene.SubscribeAsync(Scene.Phone, Service);
}
