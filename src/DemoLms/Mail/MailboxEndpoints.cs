using LearningBuddy.DemoLms.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>The mailboxes of everybody the tool wrote to.</summary>
internal static class MailboxEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PageAddress.Mailboxes, (string? to) => string.IsNullOrWhiteSpace(to)
            ? (IResult)new RazorComponentResult<MailboxesPage>()
            : new RazorComponentResult<MailboxPage>(new { Address = to.Trim() }));
        var mail = routes.MapGroup(PageAddress.Mailboxes + "/{id}");
        mail.MapGet("", (string id, string? part, MailFolder folder) => folder.Find(id) is { } found
            ? (IResult)new RazorComponentResult<MailPage>(new { Mail = found, IsPlain = part == "text" })
            : NotFound());
        mail.MapGet("/html", (string id, MailFolder folder, HttpResponse response) =>
            folder.Find(id) is { Html: { } html } ? HtmlPart.Answer(html, response) : NotFound());
        mail.MapPost("/unsubscribe", async (string id, MailFolder folder, OneClickUnsubscribe unsubscribe, CancellationToken ct) =>
        {
            if (folder.Find(id) is not { UnsubscribeUrl: { } url } found)
                return NotFound();
            await unsubscribe.PostAsync(found, url, ct);
            return Results.Redirect(PageAddress.Mail(found));
        });
    }

    private static IResult NotFound() => ErrorPage.Show("Not here", "There is no such mail.", 404);
}
