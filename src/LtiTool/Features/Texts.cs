namespace LearningBuddy.LtiTool.Features;

/// <summary>Marks the texts that people read: English in the pages, other languages in <c>Texts.{language}.resx</c> beside this file.</summary>
public sealed class Texts;
