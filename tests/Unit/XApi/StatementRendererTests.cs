using System.Text;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StatementRendererTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void Without_free_text_nothing_a_person_wrote_leaves()
    {
        var written = new[]
        {
            "My weekly stand-up", "agenda for Ann.pdf", "I waited too long.", "I was there.", "Name who decides.", "Twice on the job.",
            "What happened next?", "Agendas with the decision first", "Fewer, shorter meetings", "Two are gone.", "Ask for the decision.",
        };

        var all = string.Concat(JourneyEvents.All.Select(example => Render(example.Name, new ActorNaming.PlatformAccount())));

        Assert.All(written, text => Assert.DoesNotContain(text, all, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pseudonym_hides_every_person_everywhere()
    {
        var all = string.Concat(JourneyEvents.All.Select(example => Render(example.Name, new ActorNaming.Pseudonym("https://buddy.example/p/7", Key))));

        Assert.DoesNotContain("\"homePage\":\"https://moodle.example\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\"1042\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_one_key_and_another_for_the_next()
    {
        var first = Render("journey-started", new ActorNaming.Pseudonym("https://buddy.example/p/7", Key));

        Assert.Equal(first, Render("journey-started", new ActorNaming.Pseudonym("https://buddy.example/p/7", Key)));
        Assert.NotEqual(first, Render("journey-started", new ActorNaming.Pseudonym("https://buddy.example/p/7", Key.Reverse().ToArray())));
        Assert.Contains("\"name\":\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_is_used_where_there_is_one()
    {
        var invited = Render("buddy-invited", new ActorNaming.Mailbox());

        Assert.Contains("\"actor\":{\"objectType\":\"Agent\",\"mbox\":\"mailto:ann@school.example\"}", invited, StringComparison.Ordinal);
        Assert.Contains("\"account\":{\"homePage\":\"https://moodle.example\",\"name\":\"1077\"}", invited, StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_page_can_stand_for_the_issuer()
    {
        var started = Render("journey-started", new ActorNaming.PlatformAccount("https://school.example"));

        Assert.Contains("\"account\":{\"homePage\":\"https://school.example\",\"name\":\"1042\"}", started, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_links_or_nothing()
    {
        var mapped = StatementMapper.Map(JourneyEvents.All.Single(example => example.Name == "evidence-submitted").Event, JourneyEvents.Scene)[0];
        var destination = new StatementDestination(XApiVersion.V200, new ActorNaming.PlatformAccount());

        Assert.Contains("\"fileUrl\":\"https://buddy.example/files/9f86", Text(mapped, destination), StringComparison.Ordinal);
        Assert.DoesNotContain("attachments\":", Text(mapped, destination with { AttachmentLinks = false }), StringComparison.Ordinal);
    }

    private static string Render(string name, ActorNaming naming) => string.Concat(
        StatementMapper.Map(JourneyEvents.All.Single(example => example.Name == name).Event, JourneyEvents.Scene)
            .Select(mapped => Text(mapped, new StatementDestination(XApiVersion.V200, naming))));

    private static string Text(MappedStatement mapped, StatementDestination destination) =>
        Encoding.UTF8.GetString(StatementRenderer.Render(mapped, destination));
}
