using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.People;

/// <summary>A human. How systems name them is in their accounts: one per platform, and addresses they proved to be theirs.</summary>
public sealed class Person
{
    /// <summary>Characters of a chosen name that are kept.</summary>
    public const int LongestName = 80;

    private Person()
    {
    }

    /// <summary>Makes a person known.</summary>
    public Person(Guid id)
    {
        Id = id;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Full name as the platform told it, or null.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail address as the platform told it, or null. Never identity.</summary>
    public string? Email { get; set; }

    /// <summary>Language tag, or null.</summary>
    public string? Locale { get; set; }

    /// <summary>IANA time zone, or null.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What the person asked to be called where the platform hides names; at most 80 characters.</summary>
    public string? ChosenName { get; private set; }

    /// <summary>The language the person chose to read, two letters; null follows the launch.</summary>
    public string? ChosenLanguage { get; private set; }

    /// <summary>Whether pages are light or dark.</summary>
    public Look Look { get; private set; }

    /// <summary>What others see.</summary>
    public string DisplayName => NameOf(Id, Name, ChosenName);

    /// <summary>Whether somebody should ask what to call this person.</summary>
    public bool HasNoName => IsNameless(Name, ChosenName);

    /// <summary>Whether nobody could read any of these names.</summary>
    public static bool IsNameless(string? name, string? chosenName) => !CleanText.IsVisible(name) && !CleanText.IsVisible(chosenName);

    /// <summary>
    /// What others see of somebody of whom this is known: without any name a short mark, which is the same in every language.
    /// </summary>
    public static string NameOf(Guid id, string? name, string? chosenName) =>
        CleanText.IsVisible(name) ? name!
        : CleanText.IsVisible(chosenName) ? chosenName!
        : "#" + id.ToString("N")[^4..];

    /// <summary>A name as somebody typed it or a platform told it, on one line; null where nobody could read it.</summary>
    public static string? NameFrom(string? told) => CleanText.Line(told) is var name && CleanText.IsVisible(name) ? name : null;

    /// <summary>Takes the name the person wants to be called by: its first 80 characters.</summary>
    /// <exception cref="ArgumentException">Nothing that anybody could read.</exception>
    public void CallMe(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var readable = NameFrom(name) ?? throw new ArgumentException("Nobody could read this name.", nameof(name));
        ChosenName = CleanText.Cut(readable, LongestName);
    }

    /// <summary>Takes how the person wants to read the pages.</summary>
    /// <param name="language">Two letters, or null for the language of the launch.</param>
    /// <param name="look">Light or dark.</param>
    public void Prefer(string? language, Look look)
    {
        ChosenLanguage = language;
        Look = look;
    }
}

/// <summary>Whether pages are light or dark.</summary>
public enum Look
{
    /// <summary>As what is around: light inside an LMS, else as the device is.</summary>
    Auto,

    /// <summary>Always light.</summary>
    Light,

    /// <summary>Always dark.</summary>
    Dark,
}
