using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A learner with a phone of their own.</summary>
public abstract class DeviceScene(bool onPostgres) : JourneyScene(onPostgres)
{
    /// <summary>The link that the page "Use this on my phone" shows.</summary>
    internal static async Task<Uri> LinkAsync(Visitor learner)
    {
        await learner.GoAsync("/phone");
        Assert.NotNull(learner.Page.QuerySelector("figure svg"));
        return new Uri(learner.Page.QuerySelector("#link")!.TextContent);
    }

    /// <summary>A phone on which the learner's space was opened.</summary>
    internal static async Task<Visitor> OpenPhoneAsync(Visitor learner) => await PressOpenAsync(new Visitor { Dest = "document" }, await LinkAsync(learner));

    /// <summary>The same on a phone that is there.</summary>
    internal static async Task<Visitor> PressOpenAsync(Visitor phone, Uri link)
    {
        await phone.GoToAsync(link);
        await phone.PressAsync("devices.open-here");
        return phone;
    }

    /// <summary>The address of the only journey on a phone.</summary>
    internal static Uri JourneyOn(Visitor phone) =>
        new(phone.Address, phone.Page.QuerySelector("a[href^='/me/j/'].button")!.GetAttribute("href"));

    /// <summary>A phone in the learner's journey.</summary>
    internal static async Task<Visitor> PhoneInJourneyAsync(Visitor learner)
    {
        var phone = await OpenPhoneAsync(learner);
        await phone.GoToAsync(JourneyOn(phone));
        return phone;
    }

    /// <summary>A phone in the learner's journey that shows notifications.</summary>
    internal static async Task<Visitor> SubscribedAsync(Visitor learner, PushService service)
    {
        var phone = await PhoneInJourneyAsync(learner);
        await SubscribeAsync(phone, service);
        return phone;
    }

    /// <summary>What the page's script does after the browser's own question.</summary>
    internal static async Task SubscribeAsync(Visitor phone, PushService service)
    {
        await phone.GoAsync("/devices");
        await phone.PressAsync("devices.push-on", ("endpoint", service.Endpoint), ("key", service.Key), ("secret", service.Secret));
    }
}
