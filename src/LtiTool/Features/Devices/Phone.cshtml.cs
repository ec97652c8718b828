using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>Use this on my phone: a code to be photographed and a link, for ten minutes and one use.</summary>
[Needs(Thing.OwnJourney)]
internal sealed class PhoneModel(DeviceTickets tickets, Localizer texts, TimeProvider clock, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The link.</summary>
    public Uri Link { get; private set; } = null!;

    /// <summary>When it runs out, UTC.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The link as a code, dark on light whatever the page looks like: cameras want it so.</summary>
    public IHtmlContent Code
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Link.AbsoluteUri, QRCodeGenerator.ECCLevel.L);
            using var drawing = new SvgQRCode(data);
            return new HtmlString(drawing.GetGraphic(4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
        }
    }

    /// <summary>Makes a link and shows it: nothing is kept of it before it is used.</summary>
    public void OnGet() => (Link, Until) = (tickets.Page(Session.PersonId, texts.Language), clock.GetUtcNow() + DeviceTickets.Life);
}
