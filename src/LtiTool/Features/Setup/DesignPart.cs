using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>A section of the set-up: one form. What belongs to no theme has two, each theme with fields has one.</summary>
/// <param name="Name">One word, as addresses have it: <c>basics</c>, or a theme's name.</param>
/// <param name="Text">The id of what it is called.</param>
public sealed record DesignPart(string Name, string Text)
{
    /// <summary>Title, dates, language.</summary>
    public static readonly DesignPart Basics = new("basics", "setup.part.basics");

    /// <summary>What people should do at work.</summary>
    public static readonly DesignPart Behaviours = new("behaviours", "setup.part.behaviours");

    /// <summary>All of them on one page.</summary>
    public static readonly DesignPart All = new("all", "setup.part.all");

    private const string Sections = "sections.";

    /// <summary>The sections there are, in the order of the themes.</summary>
    public static IReadOnlyList<DesignPart> Of(IEnumerable<ISectionForm> forms)
    {
        var themes = forms.Select(form => form.Theme).ToHashSet(StringComparer.Ordinal);
        return
        [
            Basics,
            Behaviours,
            .. Themes.All.Where(theme => themes.Contains(theme.Name)).Select(theme => new DesignPart(theme.Name, theme.Name + ".part")),
        ];
    }

    /// <summary>Whether its form shows what another part has: its own, or all.</summary>
    public bool Shows(string part) => Name == part || this == All;

    /// <summary>Whether a fault is mended here.</summary>
    public bool Has(DesignFault fault) => Shows(
        fault.Path.StartsWith(Sections, StringComparison.Ordinal) ? fault.Path[Sections.Length..].Split('.', '[')[0]
        : fault.Path.StartsWith(Behaviours.Name, StringComparison.Ordinal) || fault.Path == "competencies" ? Behaviours.Name
        : Basics.Name);
}
