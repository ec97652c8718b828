namespace LearningBuddy.Shared.People;

/// <summary>Somebody at a platform: registration and <c>sub</c>. The same human at two platforms is two persons.</summary>
public sealed class Person
{
    /// <summary>Characters of a chosen name that are kept.</summary>
    public const int LongestName = 80;

    private Person()
    {
    }

    /// <summary>Makes a person known.</summary>
    public Person(Guid id, Guid platformId, string subject)
    {
        Id = id;
        PlatformId = platformId;
        Subject = subject;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The registration.</summary>
    public Guid PlatformId { get; private set; }

    /// <summary>The platform's id of the person, at most 255 characters, never shown.</summary>
    public string Subject { get; private set; } = "";

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

    /// <summary>What others see.</summary>
    public string DisplayName => NameOf(Id, Name, ChosenName);

    /// <summary>Whether somebody should ask what to call this person.</summary>
    public bool HasNoName => Name is null && ChosenName is null;

    /// <summary>What others see of somebody of whom this is known.</summary>
    public static string NameOf(Guid id, string? name, string? chosenName) => name ?? chosenName ?? "Person " + id.ToString("N")[^4..];

    /// <summary>Takes the name the person wants to be called by: its first 80 characters.</summary>
    /// <exception cref="ArgumentException">Nothing but blanks.</exception>
    public void CallMe(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var trimmed = name.Trim();
        ChosenName = trimmed[..Math.Min(LongestName, trimmed.Length)];
    }
}
