using LearningBuddy.LtiTool.Delivery;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>
/// <c>POST /n/{token}/stop</c>: a mail program stops mail for its reader (RFC 8058). It brings no cookie and sees no page.
/// </summary>
internal static class OneClickStop
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/n/{token}/stop", StopAsync).DisableAntiforgery();

    private static async Task<IResult> StopAsync(string token, MailTokens tokens, MailAddressBook book, CancellationToken ct)
    {
        if (tokens.ReadChoice(token) is not { } person)
        {
            return Results.NotFound();
        }

        await book.PreferAsync(person, (said, _) => said.StopMail(), ct);
        return Results.Ok();
    }
}
