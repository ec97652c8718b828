namespace LearningBuddy.Shared.Messages;

/// <summary>Some days of the week: the bit of a day is its number in <see cref="DayOfWeek"/>. Part of the stored format.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Sunday.</summary>
    Sunday = 1,

    /// <summary>Monday.</summary>
    Monday = 2,

    /// <summary>Tuesday.</summary>
    Tuesday = 4,

    /// <summary>Wednesday.</summary>
    Wednesday = 8,

    /// <summary>Thursday.</summary>
    Thursday = 16,

    /// <summary>Friday.</summary>
    Friday = 32,

    /// <summary>Saturday.</summary>
    Saturday = 64,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = Saturday | Sunday,

    /// <summary>The whole week.</summary>
    All = Monday | Tuesday | Wednesday | Thursday | Friday | Weekend,
}
