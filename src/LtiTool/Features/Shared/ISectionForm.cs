using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Html;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// The fields of one theme in the set-up, as they were typed. They are shown by the theme's <c>_Section.cshtml</c>, and
/// named with the theme's name in front.
/// </summary>
public interface ISectionForm
{
    /// <summary>The theme.</summary>
    string Theme { get; }

    /// <summary>Whether the theme is switched on.</summary>
    bool IsOn { get; set; }

    /// <summary>Fills the fields from a design, or with defaults where the theme is off.</summary>
    void Fill(JourneyDesign design);

    /// <summary>What was typed, over what is not in the form.</summary>
    IDesignSection Over(JourneyDesign design);

    /// <summary>The design with what was typed; a theme that was never on and stays off leaves no trace in it.</summary>
    JourneyDesign Next(JourneyDesign before);
}

/// <summary>What is wrong at a place of the design, such as <c>sections.grades.maximum</c>; null when nothing is.</summary>
public delegate IHtmlContent? FaultFinder(string path);

/// <summary>A theme's fields.</summary>
public abstract class SectionForm<TSection>(string theme) : ISectionForm
    where TSection : class, IDesignSection
{
    /// <inheritdoc />
    public string Theme => theme;

    /// <inheritdoc />
    public bool IsOn { get; set; }

    /// <inheritdoc />
    public void Fill(JourneyDesign design)
    {
        IsOn = design.Find<TSection>() is not null;
        Fill(Last(design));
    }

    /// <inheritdoc />
    public IDesignSection Over(JourneyDesign design) => Over(Last(design), design);

    /// <inheritdoc />
    public JourneyDesign Next(JourneyDesign before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var section = Over(before);
        var wasThere = before.Find<TSection>() is not null || before.FindSwitchedOff<TSection>() is not null;
        return IsOn ? before.With(section) : wasThere ? before.Without(section) : before;
    }

    /// <summary>What holds, held when it was switched off, or holds where it never was on.</summary>
    private TSection Last(JourneyDesign design) => design.Find<TSection>() ?? design.FindSwitchedOff<TSection>() ?? Default(design);

    /// <summary>What holds where the theme is switched on for the first time.</summary>
    protected abstract TSection Default(JourneyDesign design);

    /// <summary>Fills the fields.</summary>
    protected abstract void Fill(TSection section);

    /// <summary>What was typed, over a section.</summary>
    protected abstract TSection Over(TSection before, JourneyDesign design);
}
