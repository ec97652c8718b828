using LearningBuddy.LtiTool.Settings;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class MailSettingsTests
{
    private const string From = "Learning Buddy <buddy@school.example>";
    private const string Host = "smtp.school.example";

    public static TheoryData<string, MailOptions> Wrong => new()
    {
        { "Mail:From is missing", new() { Smtp = new() { Host = Host } } },
        { "Mail:From is an address", new() { From = "Learning Buddy" } },
        { "Mail:From is an address", new() { From = "a@school.example, b@school.example" } },
        { "Smtp:Host is a name", new() { From = From, Smtp = new() { Host = "smtps://smtp.school.example:465" } } },
        { "Smtp:Port", new() { From = From, Smtp = new() { Host = Host, Port = 0 } } },
        { "Smtp:Security", new() { From = From, Smtp = new() { Host = Host, Security = (SmtpSecurity)7 } } },
        { "set together", new() { From = From, Smtp = new() { Host = Host, User = "buddy" } } },
        { "unprotected", new() { From = From, Smtp = new() { Host = Host, User = "buddy", Password = "secret", Security = SmtpSecurity.None } } },
        { "Smtp:Host is missing", new() { Smtp = new() { User = "buddy", Password = "secret" } } },
        { "exclude each other", new() { From = From, PickupDirectory = "mails", Smtp = new() { Host = Host } } },
    };

    public static TheoryData<MailOptions> Right => new(
        new MailOptions(),
        new MailOptions { PickupDirectory = "mails" },
        new MailOptions { From = "buddy@school.example" },
        new MailOptions { From = From, Smtp = new() { Host = Host, User = "buddy", Password = "secret" } },
        new MailOptions { From = From, Smtp = new() { Host = "127.0.0.1", Port = 2525, Security = SmtpSecurity.None } });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(string fault, MailOptions mail)
    {
        var answer = new SettingsCheck().Validate(null, new LearningBuddyOptions { Mail = mail });

        var line = Assert.Single(answer.Failures!);
        Assert.Contains(fault, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void These_hold(MailOptions mail) =>
        Assert.True(new SettingsCheck().Validate(null, new LearningBuddyOptions { Mail = mail }).Succeeded);

    [Fact]
    public void An_intranet_may_sign_in_unprotected()
    {
        var mail = new MailOptions { From = From, Smtp = new() { Host = Host, User = "buddy", Password = "secret", Security = SmtpSecurity.None } };
        Assert.True(new SettingsCheck().Validate(null, new LearningBuddyOptions { Mail = mail, AllowInsecureHttp = true }).Succeeded);
    }

    [Theory]
    [InlineData(SmtpSecurity.None, 25)]
    [InlineData(SmtpSecurity.StartTls, 587)]
    [InlineData(SmtpSecurity.Tls, 465)]
    public void The_port_goes_with_the_security(SmtpSecurity security, int port) =>
        Assert.Equal(port, new SmtpOptions { Security = security }.UsedPort);
}
