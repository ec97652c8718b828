using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>How a behaviour shows, as a sentence.</summary>
public static class BehaviourSigns
{
    /// <summary>The sentence. Its full stop is ours: a designer's own doesn't stand beside it.</summary>
    /// <param name="texts">The reader's.</param>
    /// <param name="signs">As the designer wrote them.</param>
    public static LocalizedText HowItShows(this Localizer texts, string signs)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(signs);
        return texts["shared.how-it-shows", signs.TrimEnd().TrimEnd('.')];
    }
}
