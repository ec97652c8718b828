using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Somebody was faster, or it was sent in another tab: says what happened, leads to the result, and gives the typed words back to be
/// copied. Nothing is kept of them, so the page itself is the answer to the form.
/// </summary>
internal sealed class Overtaken : IActionResult
{
    private readonly string what;
    private readonly string link;
    private readonly Func<ActionContext, string> address;

    /// <param name="what">The id of what happened.</param>
    /// <param name="link">The id of what the link to the result says.</param>
    /// <param name="evidenceId">The piece of evidence it is about.</param>
    public Overtaken(string what, string link, Guid evidenceId)
        : this(what, link, context => context.HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(context)
            .Page("/Evidence/Show", new { id = evidenceId })!)
    {
    }

    /// <param name="what">The id of what happened.</param>
    /// <param name="link">The id of what the link to the result says.</param>
    /// <param name="address">Where the result is.</param>
    public Overtaken(string what, string link, string address)
        : this(what, link, _ => address)
    {
    }

    private Overtaken(string what, string link, Func<ActionContext, string> address) =>
        (this.what, this.link, this.address) = (what, link, address);

    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).ToList();
        http.Response.StatusCode = StatusCodes.Status409Conflict;
        await PlainPage.WriteAsync(
            http, what, texts => GivenWords.Html(typed, "shared.overtaken-words", texts) + PlainPage.Link(address(context), link, texts));
    }
}
