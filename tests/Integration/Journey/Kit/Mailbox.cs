using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>What the tool put into its pickup folder for one address.</summary>
internal sealed class Mailbox(Stage stage, string address)
{
    public string Address => address;

    /// <summary>The mails, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Mails => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFiles(Folder, "*.eml").Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(to => to.Address == address)).OrderBy(mail => mail.Date).ThenBy(mail => mail.MessageId)];

    public IReadOnlyList<string> Subjects => [.. Mails.Select(mail => mail.Subject!)];

    private string Folder =>
        Path.Combine(stage.Tool.Services.GetRequiredService<IOptions<LearningBuddyOptions>>().Value.DataDirectory, "mail");

    /// <summary>The first address in a mail that leads to the tool and has these words in it.</summary>
    public Uri LinkIn(MimeMessage mail, string words) => LinkIn(mail, words, stage);

    /// <summary>Somebody types the address and presses the button in the mail that comes; from then on mail comes at any hour.</summary>
    public async Task OpenAsync(Visitor person)
    {
        await person.GoAsync("/preferences/mail");
        await person.PressAsync("preferences.address-send", ("address", address));
        await stage.SendAsync();
        await ProveAsync(Mails[^1], stage);
        await AllowAnyHourAsync(person);
    }

    /// <summary>Somebody presses the button in a mail that asks for an address.</summary>
    public static async Task ProveAsync(MimeMessage asking, Stage stage)
    {
        using var reader = new Visitor { Dest = "document" };
        await reader.GoToAsync(LinkIn(asking, "/address", stage));
        await reader.PressAsync("messages.prove-button");
    }

    /// <summary>No hour and no day is quiet: tests run on any.</summary>
    public static async Task AllowAnyHourAsync(Visitor person)
    {
        await person.GoAsync("/preferences/mail");
        await person.PressAsync(
            "preferences.keep", ("from", "08:00"), ("until", "08:00"), ("byMail", "true"), ("aboutThis", "true"), ("days", ""));
    }

    private static Uri LinkIn(MimeMessage mail, string words, Stage stage) => new(
        mail.TextBody!.Split('\n').Select(line => line.Trim()).First(line =>
            line.StartsWith(stage.ToolUrl, StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal)));
}
