namespace LearningBuddy.Shared.Core;

/// <summary>
/// One thing a learner can do now, or waits for. A theme's cases are in its <c>…Steps.cs</c>; each is shown by the partial of its own name
/// in the theme's folder among the features.
/// </summary>
public abstract record NextStep
{
    /// <summary>The theme it belongs to, as its folders are called.</summary>
    public string Theme => GetType().Namespace!.Split('.')[^1];

    /// <summary>Its name, and that of its view.</summary>
    public string Name => GetType().Name;
}

/// <summary>Nothing to do about it now: somebody else is at it. Shown in the list of what waits, with a name and a date.</summary>
public abstract record WaitingStep : NextStep;
