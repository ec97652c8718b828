using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where deep linking begins: an instructor picks a template.</summary>
[Needs(Thing.Design, Right.Write)]
internal sealed class AddModel(
    JourneyTemplates templates, OwnTemplates own, JourneyDesigns designs, IPlatformDirectory platforms, DeepLinkingResponse response,
    CourseJourneys journeys, LinkChoices choices, SealedWords words, CurrentSession me, Localizer texts)
    : PageModel
{
    /// <summary>Faults are told in an address, which is short.</summary>
    private const int LongestFaults = 1500;

    /// <summary>Whether the LMS asked for something that can't be added here: then there is nothing to choose.</summary>
    public bool CanOnlyGoBack => me.Facts.DeepLinking is { TakesLinks: false };

    /// <summary>The templates, in the reader's language.</summary>
    public IReadOnlyList<JourneyTemplate> Templates => templates.For(texts.Culture);

    /// <summary>Templates that people made here.</summary>
    public IReadOnlyList<OwnTemplate> Own { get; private set; } = [];

    /// <summary>Designs made in this course before.</summary>
    public IReadOnlyList<Design> Earlier { get; private set; } = [];

    /// <summary>Journeys of this course that a further link can be made to; none outside of deep linking.</summary>
    public IReadOnlyList<CourseJourney> There { get; private set; } = [];

    /// <summary>Whether this came from the LMS's "add an activity".</summary>
    public bool IsDeepLinking => me.Purpose == LtiMessageType.DeepLinking;

    /// <summary>The earlier activity that this link looks like, or null.</summary>
    public EarlierLink? LooksLike { get; private set; }

    /// <summary>What is wrong with a file that was brought.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Shows the choice.</summary>
    /// <param name="faults">What is wrong with a file, sealed.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task OnGetAsync(string? faults, CancellationToken ct)
    {
        Faults = words.Open(faults)?.Split('\n') ?? [];
        Own = await own.ListAsync(ct);
        Earlier = await designs.ToCopyFromAsync(ct);
        There = IsDeepLinking ? await journeys.ListAsync(ct) : [];
        LooksLike = await choices.EarlierAsync(ct);
    }

    /// <summary>The link is the earlier one: go on there.</summary>
    public async Task<IActionResult> OnPostSameAsync(CancellationToken ct) =>
        await choices.JoinAsync(ct) ? RedirectToPage("/Setup/Index", new { done = "setup.done-joined" }) : RedirectToPage();

    /// <summary>The link is a new one: it gets what it names.</summary>
    public async Task<IActionResult> OnPostOtherAsync(CancellationToken ct) =>
        await choices.BeginAsync(ct) ? RedirectToPage("/Setup/Index", new { done = "setup.done-setup" }) : RedirectToPage();

    /// <summary>Tells the LMS why nothing is added (Deep Linking 2.0, 4.5).</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        if (me.Facts.DeepLinking is not { } settings || await platforms.FindAsync(me.PlatformId, ct) is not { } platform)
        {
            return NotFound();
        }

        var jwt = await response.SignErrorAsync(
            platform, me.Facts.DeploymentId, settings, texts.Plain("setup.takes-no-links"), "accept_types has no ltiResourceLink", ct);
        await DeepLinkingReturn.WriteAsync(HttpContext, settings, jwt, me.Facts.FrameAncestors, me.Facts.Locale);
        return new EmptyResult();
    }

    /// <summary>The other languages a template is there in.</summary>
    public IEnumerable<JourneyTemplate> OtherLanguages(JourneyTemplate template) =>
        templates.InEachLanguage(template.Design.TemplateId, texts.Culture).Where(other => other.Language != template.Language);

    /// <summary>Makes a design from a template, in one of its languages, and opens it.</summary>
    public async Task<IActionResult> OnPostAsync(string template, string? language, CancellationToken ct)
    {
        var known = templates.InEachLanguage(template, texts.Culture);
        var chosen = known.FirstOrDefault(one => one.Language == language)
            ?? Templates.FirstOrDefault(one => one.Design.TemplateId == template);
        return chosen is null
            ? RedirectToPage()
            : RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(chosen.Design, ct) });
    }

    /// <summary>Makes a design from a file that somebody brought; when something is wrong with it, says what and in which line.</summary>
    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 or > TemplateFile.Largest })
        {
            return Refuse([texts.Plain("setup.file-size", TemplateFile.Largest / 1024)]);
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var read = await templates.ReadAsync(await reader.ReadToEndAsync(ct), texts);
        return read.Template is { } template
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(template.Design, ct) })
            : Refuse(read.Faults.Take(TemplateFile.MostFaults).Select(fault => texts.Plain("setup.file-line", fault.Line, fault.Words)));
    }

    private RedirectToPageResult Refuse(IEnumerable<string> faults) =>
        RedirectToPage(pageName: null, pageHandler: null, new { faults = words.Seal(string.Join('\n', faults), LongestFaults) }, "file");

    /// <summary>Makes a design from an earlier one: settings are copied, never people's data.</summary>
    public async Task<IActionResult> OnPostCopyAsync(Guid from, CancellationToken ct) =>
        await designs.FindAsync(from, ct) is { } source
            ? RedirectToPage("/Setup/Edit", new { id = await designs.MakeAsync(await designs.NewestAsync(source, ct), ct) })
            : RedirectToPage();

    /// <summary>Takes a template of this course off the shelf.</summary>
    public async Task<IActionResult> OnPostTakeOffAsync(Guid from, CancellationToken ct)
    {
        await own.TakeOffAsync(from, ct);
        return RedirectToPage("/Setup/Add", pageHandler: null, new { done = "setup.done-template-off" });
    }
}
